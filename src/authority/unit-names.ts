import { comparable } from '#core/text/fold'

/** Whether a name begins with its kind as a word of its own: xã Nà Mây. */
export function beginsWithKind(name: string, kind: string): boolean {
  return kind !== '' && comparable(name).startsWith(`${comparable(kind)} `)
}

/** A place's name without the kind before it: xã Nà Mây is Nà Mây. */
export function withoutKind(name: string, kind: string): string {
  return beginsWithKind(name, kind) ? name.slice(kind.length).trim() : name
}
