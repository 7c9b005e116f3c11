import { ImageOff } from 'lucide-react'
import type { ArticleView } from '#contract/operations'
import type { Block } from '#core/model/article'
import { showDialog } from '../../state/dialogs'
import { authorityRoute } from '../../state/route'
import { segments } from '../../text/segments'
import { Link } from '../../ui/Link'
import { Preview } from '../../ui/Preview'
import { useWords } from '../../words/words'
import { type Named, namesIn, namesInCaption } from './names'

/** The words of an article, with every name in them leading to its page, and the photos where they stood. */
export function ArticleText({ view }: { view: ArticleView }) {
  const { article } = view
  const placed = new Set(article.body.flatMap((block) => (block.kind === 'figure' ? (block.photo ?? []) : [])))
  const rest = article.photos.map((_, index) => index).filter((index) => !placed.has(index))
  return (
    <article className="reading">
      {article.lede && (
        <p className="reading-lede">
          <Words text={article.lede} names={namesIn(article, 'lede')} />
        </p>
      )}
      {article.body.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their place
        <BodyBlock key={index} view={view} block={block} index={index} />
      ))}
      {rest.length > 0 && (
        <div className="reading-photos">
          {rest.map((index) => (
            <Figure key={article.photos[index]?.photoId} view={view} index={index} />
          ))}
        </div>
      )}
    </article>
  )
}

function BodyBlock({ view, block, index }: { view: ArticleView; block: Block; index: number }) {
  const words = <Words text={block.text} names={namesIn(view.article, 'body', index)} />
  switch (block.kind) {
    case 'figure':
      return <Figure view={view} index={block.photo ?? -1} caption={block.text} />
    case 'heading':
      return <h2 className="reading-heading">{words}</h2>
    case 'quote':
      return <blockquote className="reading-quote">{words}</blockquote>
    default:
      return <p className={`reading-block ${block.kind}`}>{words}</p>
  }
}

function Words({ text, names }: { text: string; names: ReturnType<typeof namesIn> }) {
  return segments<Named>(text, names).map(({ start, words, of }) =>
    of ? (
      <Link key={start} to={authorityRoute(of.kind, of.id)} className="name">
        {words}
      </Link>
    ) : (
      <span key={start}>{words}</span>
    ),
  )
}

function Figure({ view, index, caption = '' }: { view: ArticleView; index: number; caption?: string }) {
  const t = useWords()
  const use = view.article.photos[index]
  if (!use) {
    return caption ? (
      <p className="reading-missing">
        <ImageOff aria-hidden /> {t('ui.article.noPicture', { caption })}
      </p>
    ) : null
  }
  const words = use.caption || caption
  const ids = view.article.photos.map(({ photoId }) => photoId)
  return (
    <figure className="reading-figure">
      <button
        type="button"
        className="photo-open"
        aria-label={t('ui.photo.open', { caption: words })}
        data-testid="photo"
        onClick={() => showDialog({ name: 'photo', ids, at: index })}
      >
        <Preview photoId={use.photoId} alt="" />
      </button>
      {words && (
        <figcaption>
          <Words text={words} names={namesInCaption(view.article, words)} />
        </figcaption>
      )}
    </figure>
  )
}
