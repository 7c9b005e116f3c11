import type { IndexDatabase } from './database'
import { keyIfKnown } from './keys'
import type { AuthorityShown, Lender, PhotoLent } from './read-article'

/** A photo as the index holds it: what it lends, and the people that it shows by itself. */
export interface PhotoRow {
  text: string
  tags: string
  photographers: string[]
  people: number[]
}

/** Lends what the index holds; records must have been put before. */
export function lenderOf(db: IndexDatabase): Lender {
  return {
    authority: (kind, id) => shownOf(db, keyIfKnown(db, kind, id)),
    photo(id): PhotoLent | null {
      const key = keyIfKnown(db, 'photo', id)
      if (key === 0) return null
      const { text, tags, photographers, people } = photoOf(db, key)
      return { text, tags, photographers, names: people.flatMap((person) => shownOf(db, person)?.name ?? []) }
    },
  }
}

function shownOf(db: IndexDatabase, key: number): AuthorityShown | null {
  let shown = db.shown.get(key)
  if (shown === undefined) {
    const sql = 'SELECT kind, name, detail, date FROM authorities WHERE record = ?'
    shown = db.get<AuthorityShown>(sql, key) ?? null
    db.shown.set(key, shown)
  }
  return shown
}

function photoOf(db: IndexDatabase, key: number): PhotoRow {
  let photo = db.photos.get(key)
  if (!photo) {
    const row = db.get<{ text: string; tags: string; photographers: string }>(
      'SELECT text, tags, photographers FROM photos WHERE record = ?',
      key,
    )
    const people = db.all<{ key: number }>(
      `SELECT r.key FROM photo_links l JOIN records r ON r.key = l.authority WHERE l.source = ? AND r.kind = 'person'`,
      key,
    )
    const photographers = row?.photographers.split('\n').filter(Boolean) ?? []
    photo = { text: row?.text ?? '', tags: row?.tags ?? '', photographers, people: people.map((person) => person.key) }
    db.photos.set(key, photo)
  }
  return photo
}
