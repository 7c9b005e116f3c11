import type { Archive, ChangeEntry } from '#archive/archive'
import { autoChoose } from '#authority/match-people'
import type { Acceptance } from '#contract/corrections'
import { KhoError } from '#core/errors'
import type { Article, Mention, NameUse } from '#core/model/article'
import type { Event, Person } from '#core/model/authority'
import { personLine } from '#delivery/describe'
import type { OperationContext } from '../context'
import { writableArchiveOf } from '../context'
import { Gathered } from '../drafts/gathered'
import { nameTag, personTag } from '../drafts/tags'
import { authorityMatcher } from '../intake/suggestions'
import type { Handler } from '../runner'
import { fieldOf, listed, termSeparator } from './fields'
import { versionOf } from './version'

/**
 * Takes over what is accepted, as one change.
 * @throws KhoError record-missing, record-changed-meanwhile (the label in `args.title`), input-invalid for a value that
 * no cell could have given; nothing is changed then
 */
export const applyCorrections: Handler<'corrections.apply'> = async (context, { file, accept }) => {
  const archive = writableArchiveOf(context)
  const applying = new Applying(context, archive)
  for (const accepted of accept) await applying.take(accepted)
  const entries = applying.entries()
  const { sequence } = await archive.commit({
    operation: 'corrections.apply',
    args: { name: file, count: String(accept.length) },
    entries,
  })
  context.changed([...new Set(entries.map(({ kind }) => kind))])
  return { sequence, records: accept.length, changes: accept.reduce((sum, { changes }) => sum + changes.length, 0) }
}

/** The records of one change while corrections are put in. */
class Applying {
  private readonly gathered: Gathered
  private readonly others = new Map<string, ChangeEntry>()

  constructor(
    private readonly context: OperationContext,
    private readonly archive: Archive,
  ) {
    this.gathered = new Gathered(context, archive)
  }

  async take({ kind, id, version, changes }: Acceptance): Promise<void> {
    const held = await this.archive.get(kind, id)
    if (!held) throw new KhoError('record-missing')
    if ((await versionOf(this.context)(held)) !== version) throw new KhoError('record-changed-meanwhile')
    // A tag of another article in the same change may have touched a person or event already.
    const touched = kind === 'person' || kind === 'event' ? await this.gathered.existing(kind, id) : null
    let after: object = touched ?? held
    for (const { field, value } of changes) {
      const known = fieldOf(kind, field)
      if (!known) throw new KhoError('input-invalid', { args: { detail: field } })
      const reading = known.read({ column: 1, text: value })
      if (!('value' in reading))
        throw new KhoError('input-invalid', { args: { detail: `${field}: ${reading.problem}` } })
      after = known.write
        ? known.write(after, reading.value)
        : await this.tagged(after as Article, field, reading.value)
    }
    if (kind === 'person') this.gathered.update('person', after as Person)
    else if (kind === 'event') this.gathered.update('event', after as Event)
    else this.others.set(`${kind}/${id}`, { kind, id, after: { ...after, updatedAt: this.gathered.at } } as ChangeEntry)
  }

  entries(): ChangeEntry[] {
    return [...this.gathered.entries(), ...this.others.values()]
  }

  private tagged(article: Article, field: string, value: string): Promise<Article> {
    return field === 'people' ? this.withPeople(article, value) : this.withNames(article, field, value)
  }

  /** One person a line, `1. Name, office, office`; a line that is as it was keeps its record. */
  private async withPeople(article: Article, value: string): Promise<Article> {
    const date = article.publishedOn ?? article.filedAt.slice(0, 10)
    const matcher = await authorityMatcher(this.context, this.archive, date)
    const mentions: Mention[] = []
    for (const line of listed(value, /\n/)) {
      const text = line.replace(/^\d+\.\s+/, '')
      const same = article.mentions.find((mention) => personLine(mention) === text)
      if (same) {
        mentions.push(same)
        continue
      }
      const [name = '', ...offices] = text.split(',').map((part) => part.trim())
      const before = article.mentions.find((mention) => mention.name === name)
      const chosen = before?.personId ?? autoChoose(await matcher.people(name, offices))
      const person = { name, offices: offices.filter(Boolean), spans: before?.spans ?? [] }
      mentions.push(await personTag(this.gathered, person, chosen, date))
    }
    return { ...article, mentions }
  }

  private async withNames(article: Article, field: string, value: string): Promise<Article> {
    const [kind, list] =
      field === 'places' ? (['place', 'places'] as const) : (['organization', 'organizations'] as const)
    const date = article.publishedOn ?? article.filedAt.slice(0, 10)
    const matcher = await authorityMatcher(this.context, this.archive, date)
    const uses: NameUse[] = []
    for (const name of listed(value, termSeparator)) {
      const same = article[list].find((use) => use.name === name)
      const chosen = same ? null : autoChoose(await matcher.names(kind, name))
      uses.push(same ?? (await nameTag(this.gathered, kind, { name, spans: [] }, chosen)))
    }
    return { ...article, [list]: uses }
  }
}
