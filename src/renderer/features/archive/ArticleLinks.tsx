import { useState } from 'react'
import type { ArticleRow } from '#core/model/views'
import { go } from '../../state/route'
import { Button } from '../../ui/Button'
import { useWords } from '../../words/words'
import { ArticleRowView } from './ArticleRowView'
import './archive.css'

/** Beyond this many, more come on asking: a person may stand in thousands of articles. */
const shownFirst = 50

/** The articles on a record's page. */
export function ArticleLinks({ rows }: { rows: ArticleRow[] }) {
  const t = useWords()
  const [shown, setShown] = useState(shownFirst)
  return (
    <>
      <ul className="article-links">
        {rows.slice(0, shown).map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="article-link"
              data-testid="article-link"
              onClick={() => go({ screen: 'article', id: row.id })}
            >
              <ArticleRowView row={row} />
            </button>
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + 200)}>
          {t('ui.common.more', { count: rows.length - shown })}
        </Button>
      )}
    </>
  )
}
