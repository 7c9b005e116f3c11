import type { IndexDatabase } from './database'
import { tokensOf } from './words'

/** A photo that only one article uses, with everything it can be found by. */
export interface CaptionedPhoto {
  photo: number
  texts: string[]
}

/** Puts the words of photos that nothing was known of yet. */
export function putNewCaptions(db: IndexDatabase, photos: CaptionedPhoto[]): void {
  for (const { photo, texts } of photos) {
    const words = wordsOf(db, texts)
    db.atTheEnd(() => db.run('INSERT INTO captions (rowid, body) VALUES (?, ?)', photo, words))
  }
}

/** Puts the words a photo can be found by anew; a photo that no article uses cannot be found. */
export function putCaptions(db: IndexDatabase, photo: number): void {
  db.atTheEnd(() => replaceCaptions(db, photo))
}

function replaceCaptions(db: IndexDatabase, photo: number): void {
  if (db.get('SELECT 1 FROM captions WHERE rowid = ?', photo)) db.run('DELETE FROM captions WHERE rowid = ?', photo)
  const uses = db.all<{ caption: string }>('SELECT caption FROM photo_uses WHERE photo = ?', photo)
  if (uses.length === 0) return
  const own = db.get<{ text: string }>('SELECT text FROM photos WHERE record = ?', photo)
  const sql = `SELECT DISTINCT n.name FROM photo_links l JOIN authorities n ON n.record = l.authority
    WHERE l.source IN (SELECT article FROM photo_uses WHERE photo = ? UNION ALL SELECT ?)
      AND l.photo = ? AND n.kind <> 'event'`
  const names = db.all<{ name: string }>(sql, photo, photo, photo).map(({ name }) => name)
  const words = wordsOf(db, [...uses.map(({ caption }) => caption), own?.text ?? '', ...names])
  db.run('INSERT INTO captions (rowid, body) VALUES (?, ?)', photo, words)
}

function wordsOf(db: IndexDatabase, texts: string[]): string {
  const { bare, extra, vocabulary } = tokensOf([[...new Set(texts)].join('\n')])
  db.vocabulary.add(vocabulary)
  return `${extra} ${bare[0]}`
}
