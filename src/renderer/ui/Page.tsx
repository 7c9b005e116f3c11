import type { ReactNode } from 'react'
import './page.css'

interface Props {
  title: string
  /** A line above the title that says what kind of thing this is. */
  kind?: ReactNode
  meta?: ReactNode
  actions?: ReactNode
  testId: string
  /** The body is one list that scrolls by itself. */
  holdsList?: boolean
  children: ReactNode
}

/** The sheet a screen is written on: head, and a body that scrolls. */
export function Page({ title, kind, meta, actions, testId, holdsList, children }: Props) {
  return (
    <section className="page" data-testid={testId}>
      <header className="page-head">
        <div className="page-words">
          {kind && <p className="page-kind">{kind}</p>}
          <h1 className="page-title" tabIndex={-1}>
            {title}
          </h1>
          {meta && <div className="page-meta">{meta}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      <div className={holdsList ? 'page-body holds-list' : 'page-body'}>{children}</div>
    </section>
  )
}
