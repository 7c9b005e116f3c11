import type { ReactNode } from 'react'

interface Props {
  name: string
  title: string
  hint?: string
  children: ReactNode
}

/** A part of the settings that the list beside them leads to. */
export function Group({ name, title, hint, children }: Props) {
  return (
    <section
      id={`group-${name}`}
      className="settings-group"
      tabIndex={-1}
      aria-label={title}
      data-testid={`group-${name}`}
    >
      <h2 className="section-title">{title}</h2>
      {hint && <p className="field-hint">{hint}</p>}
      {children}
    </section>
  )
}
