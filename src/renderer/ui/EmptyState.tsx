import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** What stands where nothing is yet: what this place is for and what to do next. */
export function EmptyState({
  icon: Icon,
  title,
  more,
  children,
}: {
  icon: LucideIcon
  title: string
  more: string
  children?: ReactNode
}) {
  return (
    <div className="empty" data-testid="empty">
      <Icon aria-hidden className="empty-icon" />
      <h2 className="empty-title">{title}</h2>
      <p className="empty-more">{more}</p>
      {children && <div className="empty-actions">{children}</div>}
    </div>
  )
}
