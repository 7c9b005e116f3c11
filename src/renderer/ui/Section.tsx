import type { ReactNode } from 'react'

/** A part of a record's page; left out where there is nothing in it. */
export function Section({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null
  return (
    <section className="section">
      <h2 className="section-title">
        {title} <span className="section-count">{count}</span>
      </h2>
      {children}
    </section>
  )
}
