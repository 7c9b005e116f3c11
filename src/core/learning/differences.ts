import type { Draft, NameSuggestion, PersonSuggestion } from '../model/draft'
import type { LearntAbout, LearntChange, Offered, OfferedName } from '../model/learnt'
import { isShortLine } from './offered'

/** One thing the clerk changed. `restored`: what an earlier correction had taken away was put back. */
export interface Difference {
  about: LearntAbout
  change: LearntChange | 'restored'
  key: string
  value: string
}

/** Everything in which a draft as filed differs from what the reader offered. */
export function differencesIn(draft: Draft, offered: Offered): Difference[] {
  return [
    ...names('person', offered.people, draft.people),
    ...names('organization', offered.organizations, draft.organizations),
    ...names('place', offered.places, draft.places),
    ...lists('author', offered.authors, draft.text.authors),
    ...lists('photographer', offered.photographers, draft.text.photographers),
    ...furniture(draft, offered),
    ...eventType(draft, offered),
  ]
}

function names(
  about: 'person' | 'organization' | 'place',
  offered: OfferedName[],
  filed: (PersonSuggestion | NameSuggestion)[],
): Difference[] {
  const found: Difference[] = []
  const before = new Map(offered.map((one) => [one.id, one]))
  for (const { id, value, state } of filed) {
    const was = before.get(id)
    const offices = 'offices' in value ? value.offices : []
    const dropped = state === 'dropped'
    if (!was && !dropped) found.push(added(about, value.name), ...lists('office', [], offices))
    if (was && !dropped) found.push(...lists('office', was.offices, offices))
    if (was?.dropped && !dropped) found.push({ about, change: 'restored', key: was.name, value: '' })
    else if (was && !was.dropped && dropped) found.push({ about, change: 'dropped', key: was.name, value: '' })
    if (was && !dropped && was.name !== value.name) found.push(replaced(about, was.name, value.name))
  }
  const there = new Set(filed.map(({ id }) => id))
  const gone = offered.filter((one) => !there.has(one.id) && !one.dropped)
  return [...found, ...gone.map(({ name }) => ({ about, change: 'dropped' as const, key: name, value: '' }))]
}

/** One out and one in is a new spelling; everything else is told one by one. */
function lists(about: 'office' | 'author' | 'photographer', offered: string[], filed: string[]): Difference[] {
  const out = offered.filter((text) => !filed.includes(text))
  const into = filed.filter((text) => !offered.includes(text))
  const [from, to] = [out[0], into[0]]
  if (out.length === 1 && into.length === 1 && from !== undefined && to !== undefined)
    return [replaced(about, from, to)]
  return [
    ...out.map((key) => ({ about, change: 'dropped' as const, key, value: '' })),
    ...into.map((key) => added(about, key)),
  ]
}

function furniture({ text, furniture }: Draft, { lines }: Offered): Difference[] {
  const body = new Set(text.body.map((block) => block.text))
  const all = [text.title, text.lede ?? '', ...body].join('\n')
  const gone = lines.filter((line) => !body.has(line) && !all.includes(line))
  const back = furniture.filter((line) => isShortLine(line) && body.has(line))
  return [
    ...gone.map((line) => added('furniture', line)),
    ...back.map((line) => ({ about: 'furniture' as const, change: 'restored' as const, key: line, value: '' })),
  ]
}

function eventType({ event }: Draft, offered: Offered): Difference[] {
  if (!event || event.state === 'dropped' || offered.eventType === null) return []
  const { type, title } = event.value
  const key = leadOf(title)
  return type === offered.eventType || key === '' ? [] : [replaced('event-type', key, type)]
}

/** The words that say what kind of event it is: the first two of its title. */
export function leadOf(title: string): string {
  const words = title.normalize('NFC').toLocaleLowerCase('vi').split(/\s+/u).filter(Boolean)
  return words.length < 2 ? '' : words.slice(0, 2).join(' ')
}

const added = (about: LearntAbout, key: string): Difference => ({ about, change: 'added', key, value: key })
const replaced = (about: LearntAbout, key: string, value: string): Difference => ({
  about,
  change: 'replaced',
  key,
  value,
})
