import type { ReactNode } from 'react'
import type { AuthorityKind } from '#core/model/views'
import { authorityRoute } from '../state/route'
import { Link } from './Link'

/** A name that leads to the page of its record. */
export const AuthorityLink = ({ kind, id, children }: { kind: AuthorityKind; id: string; children: ReactNode }) => (
  <Link to={authorityRoute(kind, id)}>{children}</Link>
)
