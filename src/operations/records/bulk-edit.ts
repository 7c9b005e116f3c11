import type { Archive, ChangeEntry } from '#archive/archive'
import { fieldChanges, nameOf } from '#archive/history/read'
import type { BulkEdit, BulkPreview } from '#contract/articles'
import type { SkippedItem } from '#contract/custody'
import type { Selection } from '#contract/selection'
import { KhoError } from '#core/errors'
import type { Article } from '#core/model/article'
import { type OperationContext, openArchiveOf, writableArchiveOf } from '../context'
import { changeableDossier } from '../custody/held'
import { taking } from '../custody/members'
import { selectedIds } from '../deliveries/selected'
import { Gathered } from '../drafts/gathered'
import { eventTag, nameTag, personTag } from '../drafts/tags'
import { namesFor } from '../history/names'
import type { Handler } from '../runner'

/** One change is one line of the journal: a line of more articles than this would be unwieldy to read and to undo. */
const MOST = 2_000
const MOST_SHOWN = 100

interface Plan {
  total: number
  edited: { before: Article; after: Article }[]
  gathered: Gathered
  dossiers: ChangeEntry[]
  skipped: SkippedItem[]
}

export const previewBulkEdit: Handler<'article.bulkPreview'> = async (context, { selection, edit }) => {
  const archive = openArchiveOf(context)
  const { total, edited, gathered, skipped } = await planned(context, archive, selection, edit)
  const rows = edited
    .slice(0, MOST_SHOWN)
    .map(({ before, after }) => ({ id: before.id, title: before.title, changes: fieldChanges(before, after) }))
  const made: BulkPreview['made'] = []
  const madeNames: Record<string, string> = {}
  for (const { kind, id, after } of gathered.entries()) {
    if (await archive.get(kind, id)) continue
    const name = nameOf(after as Record<string, unknown> | null)
    made.push({ kind, name })
    madeNames[id] = name
  }
  const names = await namesFor(
    archive,
    rows.flatMap(({ changes }) => changes),
  )
  return { total, changed: edited.length, rows, names: { ...names, ...madeNames }, made, skipped }
}

export const bulkEdit: Handler<'article.bulkEdit'> = async (context, { selection, edit }) => {
  const archive = writableArchiveOf(context)
  const { edited, gathered, dossiers, skipped } = await planned(context, archive, selection, edit)
  if (edited.length === 0) return { changed: 0, skipped }
  const articles = edited.map(({ after }) => ({ kind: 'article' as const, id: after.id, after }))
  await archive.commit({
    operation: 'article.bulkEdit',
    args: { count: String(edited.length), title: edited[0]?.before.title ?? '' },
    entries: [...gathered.entries(), ...dossiers, ...articles],
  })
  context.changed(['article', 'event', 'person', 'organization', 'place', 'dossier'])
  return { changed: edited.length, skipped }
}

/** Works out what becomes of each article; nothing is written. */
async function planned(
  context: OperationContext,
  archive: Archive,
  selection: Selection,
  edit: BulkEdit,
): Promise<Plan> {
  const ids = await selectedIds(archive, selection)
  if (ids.length > MOST) {
    throw new KhoError('selection-too-large', { args: { count: String(ids.length), most: String(MOST) } })
  }
  const gathered = new Gathered(context, archive)
  const dossier = await intoDossier(archive, ids, edit.dossierId, gathered.at)
  const tagger = new Tagger(gathered, edit)
  const edited: Plan['edited'] = []
  for (const before of await archive.getMany('article', ids)) {
    const after = await tagger.apply(before, dossier.of.get(before.id) ?? before.dossierId)
    if (fieldChanges(before, after).length > 0) edited.push({ before, after })
  }
  return { total: ids.length, edited, gathered, dossiers: dossier.entries, skipped: dossier.skipped }
}

/** Where each article lies afterwards, and what that does to the dossiers. */
async function intoDossier(archive: Archive, ids: string[], dossierId: string | undefined, at: string) {
  const of = new Map<string, string>()
  if (dossierId === undefined) return { of, entries: [] as ChangeEntry[], skipped: [] as SkippedItem[] }
  const into = await changeableDossier(archive, dossierId)
  const { added, entries, skipped } = await taking(archive, ids, into, 'move', at)
  for (const id of added) of.set(id, dossierId)
  const after = { ...into, items: [...into.items, ...added], updatedAt: at }
  const others = entries.filter(({ kind }) => kind === 'dossier')
  return {
    of,
    entries: added.length > 0 ? [...others, { kind: 'dossier' as const, id: into.id, after }] : [],
    skipped: skipped.filter(({ because }) => because !== 'already-in'),
  }
}

/** Does one edit to article after article; a record that has to be made is made once for all of them. */
class Tagger {
  private readonly gathered: Gathered
  private readonly edit: BulkEdit
  private readonly chosen = new Map<object, string | null>()

  constructor(gathered: Gathered, edit: BulkEdit) {
    this.gathered = gathered
    this.edit = edit
  }

  async apply(before: Article, dossierId: string | null): Promise<Article> {
    const { genre, access, retention, addTopics, removeTopics } = this.edit
    const topics = [...new Set([...before.topics, ...addTopics])].filter((topic) => !removeTopics.includes(topic))
    const after: Article = {
      ...before,
      updatedAt: this.gathered.at,
      genre: genre ?? before.genre,
      access: access ?? before.access,
      retention: retention === undefined ? before.retention : retention,
      dossierId,
      topics,
    }
    await this.event(after)
    await this.people(after)
    await this.names(after, 'organization', 'organizations')
    await this.names(after, 'place', 'places')
    return after
  }

  private async event(after: Article): Promise<void> {
    const { event } = this.edit
    if (!event) return
    const chosen = this.chosenOf(event)
    if (chosen && after.events.includes(chosen)) return
    const { id } = await eventTag(this.gathered, event.fields, chosen, false)
    this.chosen.set(event, id)
    after.events = [...new Set([...after.events, id])]
  }

  private async people(after: Article): Promise<void> {
    for (const person of this.edit.people) {
      const chosen = this.chosenOf(person)
      if (after.mentions.some(({ personId }) => personId === chosen)) continue
      const date = after.publishedOn ?? after.filedAt.slice(0, 10)
      const mention = await personTag(this.gathered, { ...person, spans: [] }, chosen, date)
      this.chosen.set(person, mention.personId)
      after.mentions = [...after.mentions, mention]
    }
  }

  private async names(after: Article, kind: 'organization' | 'place', list: 'organizations' | 'places'): Promise<void> {
    for (const name of this.edit[list]) {
      const chosen = this.chosenOf(name)
      if (after[list].some(({ id }) => id === chosen)) continue
      const use = await nameTag(this.gathered, kind, { name: name.name, spans: [] }, chosen)
      this.chosen.set(name, use.id)
      after[list] = [...after[list], use]
    }
  }

  private chosenOf(wanted: { chosen: string | null }): string | null {
    return this.chosen.get(wanted) ?? wanted.chosen
  }
}
