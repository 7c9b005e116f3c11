import { nameKey } from '#core/text/nearest'
import data from '#resources/delivery/template.json'

/** What a template is filled with: an article, a dossier with its documents, the minutes of a transfer. */
export const purposes = ['article', 'dossier', 'minutes'] as const
export type Purpose = (typeof purposes)[number]

/** Names of one scope of a template: fields by the key of their name, and the lists that may be opened in it. */
export interface Scope {
  fields: Map<string, Placeholder>
  lists: Map<string, List>
  outer: Scope | null
}

/** A name as the data file writes it, and what it stands for. */
export interface Placeholder {
  name: string
  field: string
}

interface List extends Placeholder {
  scope: Scope
}

const marks = { open: data.open, close: data.close } as const
export const delimiters = { start: marks.open, end: marks.close } as const
export const pictureRule = data.picture

/** The names that a template of a purpose may use. */
export function scopeOf(purpose: Purpose): Scope {
  if (purpose === 'article') return withLists(scope([data.article, data.office], null), data.purposes.article.lists)
  const top = scope([purpose === 'dossier' ? data.dossier : data.transfer, data.office], null)
  const { items } = data.purposes[purpose]
  const inner = scope([items.of === 'article' ? data.article : data.dossier, { [items.order]: 'order' }], top)
  if (items.of === 'article') withLists(inner, data.purposes.article.lists)
  put(top.lists, { name: items.name, field: items.list, scope: inner })
  if (purpose === 'minutes') {
    const { basis } = data.purposes.minutes
    put(top.lists, { name: basis.name, field: 'basis', scope: scope([basis.fields], top) })
  }
  return top
}

function scope(all: Record<string, string>[], outer: Scope | null): Scope {
  const fields = new Map<string, Placeholder>()
  for (const one of all) for (const [name, field] of Object.entries(one)) put(fields, { name, field })
  return { fields, lists: new Map(), outer }
}

function withLists(into: Scope, names: readonly string[]): Scope {
  for (const field of names) {
    const list = data.lists[field as keyof typeof data.lists]
    put(into.lists, { name: list.name, field, scope: scope([list.fields as Record<string, string>], into) })
  }
  return into
}

function put<T extends Placeholder>(into: Map<string, T>, one: T): void {
  into.set(nameKey(one.name), one)
}

/** What a name in a scope stands for, there or further out; null where nothing of the kind is known. */
export function lookUp(scope: Scope, kind: 'fields' | 'lists', name: string): Placeholder | null {
  const key = nameKey(kind === 'fields' ? fieldOf(name) : name)
  for (let at: Scope | null = scope; at; at = at.outer) {
    const found = at[kind].get(key)
    if (found) return found
  }
  return null
}

/** The scope inside a list. */
export function insideOf(scope: Scope, name: string): Scope | null {
  for (let at: Scope | null = scope; at; at = at.outer) {
    const found = at.lists.get(nameKey(name))
    if (found) return found.scope
  }
  return null
}

/** The list of a scope, or of one inside it, that has a field of this name. */
export function listWith(scope: Scope, name: string): string | null {
  for (const list of scope.lists.values()) {
    if (list.scope.fields.has(nameKey(fieldOf(name)))) return list.name
    const deeper = listWith(list.scope, name)
    if (deeper) return deeper
  }
  return null
}

/** All names that may stand in a scope, the nearest first. */
export function namesIn(scope: Scope, kind: 'fields' | 'lists'): string[] {
  const own = [...scope[kind].values()].map(({ name }) => name)
  return scope.outer ? [...own, ...namesIn(scope.outer, kind)] : own
}

/** The name in front of a width: `hình 80` is the field `hình`, 80 mm wide. */
export const fieldOf = (name: string): string => name.replace(widthMark, '')
export const widthMark = /\s+(\d{2,3})\s*(?:mm)?\s*$/

/** The width asked for, within the page. */
export function widthOf(name: string): number {
  const asked = Number(widthMark.exec(name)?.[1] ?? pictureRule.widthMm)
  return Math.min(Math.max(asked, 10), pictureRule.mostMm)
}

/** Every name of a purpose with the list it stands in, for the guide and for help. */
export function allFields(
  purpose: Purpose,
): { name: string; field: string; kind: 'text' | 'picture' | 'list'; within: string | null }[] {
  const listed = (scope: Scope, within: string | null): ReturnType<typeof allFields> => [
    ...[...scope.fields.values()].map(({ name, field }) => ({
      name,
      field,
      kind: field === 'picture' ? ('picture' as const) : ('text' as const),
      within,
    })),
    ...[...scope.lists.values()].flatMap(({ name, field, scope: inside }) => [
      { name, field, kind: 'list' as const, within },
      ...listed(inside, name),
    ]),
  ]
  return listed(scopeOf(purpose), null)
}
