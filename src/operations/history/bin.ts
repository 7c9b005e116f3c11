import type { Archive } from '#archive/archive'
import { binningOf, discardedDrafts, filesOfDiscarded, removeUnnamed } from '#archive/history/thrown-away'
import type { BinRow } from '#contract/history'
import type { Article } from '#core/model/article'
import { ArticleQuery } from '#core/model/views'
import { openArchiveOf, writableArchiveOf } from '../context'
import type { Handler } from '../runner'

const PAGE = 500

export const listBin: Handler<'bin.list'> = async (context) => {
  const archive = openArchiveOf(context)
  const rows: BinRow[] = []
  for (const article of await binnedArticles(archive)) {
    const by = await binningOf(archive, article.id)
    const { id, title, updatedAt } = article
    const known = by ?? { at: updatedAt, who: '', sequence: 1, args: {} as Record<string, string> }
    const { at, who, sequence } = known
    rows.push({ kind: 'article', id, title, reason: known.args.reason ?? '', at, who, sequence })
  }
  for (const { id, by } of await discardedDrafts(archive)) {
    const { at, who, sequence, args } = by
    rows.push({ kind: 'draft', id, title: args.title ?? '', reason: args.reason ?? '', at, who, sequence })
  }
  return { rows: rows.sort((a, b) => b.sequence - a.sequence) }
}

/** One change; what something still points at stays in the bin. */
export const emptyBin: Handler<'bin.empty'> = async (context, { originals }) => {
  const archive = writableArchiveOf(context)
  const binned = await binnedArticles(archive)
  const held = await heldArticles(archive)
  const gone = binned.filter(({ id }) => !held.has(id))
  const kept = binned.filter(({ id }) => held.has(id))
  const drafts = await discardedDrafts(archive)
  if (gone.length + drafts.length === 0) {
    return { articles: 0, drafts: 0, kept: kept.map(({ id }) => id), originalsRemoved: 0 }
  }
  const files = [...gone.flatMap(({ asReceived }) => asReceived)]
  for (const draft of drafts) files.push(...(await filesOfDiscarded(archive, draft)))
  await archive.commit({
    operation: 'bin.empty',
    args: { articles: String(gone.length), drafts: String(drafts.length), originals },
    entries: gone.map(({ id }) => ({ kind: 'article' as const, id, after: null })),
  })
  context.changed(['article', 'draft'])
  const keptFiles = new Set(kept.flatMap(({ asReceived }) => asReceived.map(({ digest }) => digest.hex)))
  const loose = files.filter(({ digest }) => !keptFiles.has(digest.hex))
  const originalsRemoved = originals === 'remove' ? await removeUnnamed(archive, loose) : 0
  return { articles: gone.length, drafts: drafts.length, kept: kept.map(({ id }) => id), originalsRemoved }
}

async function binnedArticles(archive: Archive): Promise<Article[]> {
  const found: Article[] = []
  for (let offset = 0; ; offset += PAGE) {
    const page = await archive.index.articles(ArticleQuery.parse({ status: 'binned', limit: PAGE, offset }))
    found.push(
      ...(await archive.getMany(
        'article',
        page.rows.map(({ id }) => id),
      )),
    )
    if (offset + PAGE >= page.total) return found
  }
}

/** Articles that a dossier lists or a draft is about to replace. */
async function heldArticles(archive: Archive): Promise<Set<string>> {
  const dossiers = await archive.getMany('dossier', await archive.ids('dossier'))
  const drafts = await archive.getMany('draft', await archive.ids('draft'))
  const replaced = drafts.flatMap(({ replaces }) => (replaces === null ? [] : [replaces]))
  return new Set([...dossiers.flatMap(({ items }) => items), ...replaced])
}
