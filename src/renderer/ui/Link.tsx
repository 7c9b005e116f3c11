import type { MouseEvent, ReactNode } from 'react'
import { go, type Route } from '../state/route'

interface Props {
  to: Route
  children: ReactNode
  className?: string
}

/** Words that lead to another screen; inline, so that a long name breaks across lines like the text around it. */
export function Link({ to, children, className = 'link' }: Props) {
  const follow = (event: MouseEvent) => {
    // The address is for the reader of the page; there is nothing to load.
    event.preventDefault()
    go(to)
  }
  return (
    <a href={addressOf(to)} className={className} onClick={follow} draggable={false}>
      {children}
    </a>
  )
}

const addressOf = (route: Route): string => `/${Object.values(route).map(encodeURIComponent).join('/')}`
