import type { ArticleText } from '#core/model/article'
import { comparable } from '#core/text/fold'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { useDialogs } from '../../state/dialogs'
import { useReview } from '../../state/review'
import { go, useRoute } from '../../state/route'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Loading } from '../../ui/Loading'
import { Thumb } from '../../ui/Thumb'
import { useFailures } from '../../ui/useFailures'
import { showDate, showInstant } from '../../words/dates'
import { useWords } from '../../words/words'
import { notDuplicate } from '../review/edits'
import './compare.css'

/** One of two texts laid side by side. */
interface Side {
  text: ArticleText
  receivedAt: string
  photos: string[]
}

/** A draft beside the article or draft it seems to repeat: what differs is coloured, one click keeps or discards. */
export function CompareDialog({ draftId }: { draftId: string }) {
  const t = useWords()
  const close = useDialogs((state) => state.close)
  const caught = useFailures()
  const readOnly = useReadOnly()
  const own = useRead('draft.get', { id: draftId })
  const duplicate = own.data?.draft.duplicates[0]
  const other = useOther(duplicate)
  const discard = caught(async () => {
    close()
    // The review of what is discarded has nothing left to show.
    if (useRoute.getState().route.screen === 'review') go({ screen: 'intake' })
    await call('draft.discard', { id: draftId })
  })
  const keep = caught(async () => {
    close()
    if (!duplicate) return
    const { draft, edit } = useReview.getState()
    if (draft?.id === draftId) edit(notDuplicate(duplicate.id))
    else await call('draft.notDuplicate', { id: draftId, other: duplicate.id })
  })
  const openOther = () => {
    if (!duplicate) return
    close()
    go(
      duplicate.of === 'article'
        ? { screen: 'article', id: duplicate.id }
        : { screen: 'review', draftId: duplicate.id },
    )
  }
  const draft = own.data?.draft
  return (
    <Dialog
      title={t('queue.beside.title')}
      more={t('queue.beside.more')}
      wide
      testId="dialog-compare"
      onClose={close}
      actions={
        <>
          <Button look="danger" disabled={readOnly} onClick={discard} data-testid="compare-discard">
            {t('queue.beside.discard')}
          </Button>
          <Button onClick={openOther}>{t('queue.beside.open')}</Button>
          <Button look="primary" disabled={readOnly} onClick={keep} data-testid="compare-keep">
            {t('queue.beside.different')}
          </Button>
        </>
      }
    >
      {draft && duplicate && other ? (
        <Beside
          one={{
            text: draft.text,
            receivedAt: draft.provenance.receivedAt,
            photos: draft.photos.map(({ photoId }) => photoId),
          }}
          other={other}
          otherTitle={t(`queue.beside.${duplicate.of}`)}
        />
      ) : (
        <Loading />
      )}
    </Dialog>
  )
}

function useOther(duplicate: { of: 'article' | 'draft'; id: string } | undefined): Side | null {
  const id = duplicate?.id ?? ''
  const article = useRead('article.get', { id }, { enabled: duplicate?.of === 'article' }).data?.article
  const draft = useRead('draft.get', { id }, { enabled: duplicate?.of === 'draft' }).data?.draft
  if (draft) return { ...sideOf(draft), text: draft.text }
  return article ? { ...sideOf(article), text: article } : null
}

const sideOf = (record: { provenance: { receivedAt: string }; photos: { photoId: string }[] }) => ({
  receivedAt: record.provenance.receivedAt,
  photos: record.photos.map(({ photoId }) => photoId),
})

/** Title, lede and paragraphs, as they are compared: tone placement and spaces are no difference. */
const linesOf = ({ title, lede, body }: ArticleText): string[] =>
  [title, lede ?? '', ...body.map(({ text }) => text)].filter((line) => line.trim() !== '')

function Beside({ one, other, otherTitle }: { one: Side; other: Side; otherTitle: string }) {
  const t = useWords()
  const ours = linesOf(one.text)
  const theirs = linesOf(other.text)
  const [a, b] = [new Set(ours.map(comparable)), new Set(theirs.map(comparable))]
  const only = [...a].filter((line) => !b.has(line)).length + [...b].filter((line) => !a.has(line)).length
  return (
    <>
      <p role="status" data-testid="compare-differs">
        {only === 0 ? t('queue.beside.same') : t('queue.beside.differs', { count: only })}
      </p>
      <div className="compare">
        <Column title={t('queue.beside.this')} side={one} lines={ours} there={b} />
        <Column title={otherTitle} side={other} lines={theirs} there={a} />
      </div>
    </>
  )
}

interface ColumnProps {
  title: string
  side: Side
  lines: string[]
  /** What the other side says. */
  there: ReadonlySet<string>
}

function Column({ title, side, lines, there }: ColumnProps) {
  const t = useWords()
  const date = side.text.publishedOn && showDate(side.text.publishedOn)
  const facts = [date, t('queue.beside.received', { at: showInstant(side.receivedAt) }), side.text.authors.join(', ')]
  return (
    <section className="compare-side" aria-label={title}>
      <h3 className="side-title">{title}</h3>
      <p className="side-more">{facts.filter(Boolean).join(' · ')}</p>
      <div className="compare-photos">
        {side.photos.slice(0, 6).map((id) => (
          <Thumb key={id} photoId={id} />
        ))}
      </div>
      {lines.map((line, at) => {
        const words = at === 0 ? <strong>{line}</strong> : line
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        return <p key={at}>{there.has(comparable(line)) ? words : <mark>{words}</mark>}</p>
      })}
    </section>
  )
}
