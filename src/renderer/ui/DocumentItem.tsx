import type { CitedDocument } from '#core/model/article'
import { showDate } from '../words/dates'
import { documentName } from '../words/documents'
import { AuthorityLink } from './AuthorityLink'

/** A cited document in a list: its name, leading to its page, and what else is known of it. */
export function DocumentItem({ document }: { document: CitedDocument & { id: string } }) {
  const { id, date, issuer, number, subject } = document
  return (
    <li>
      <AuthorityLink kind="document" id={id}>
        {documentName(document)}
      </AuthorityLink>
      <p className="side-more">{[date && showDate(date), issuer, number && subject].filter(Boolean).join(' · ')}</p>
    </li>
  )
}
