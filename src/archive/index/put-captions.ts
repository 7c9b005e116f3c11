import type { IndexDatabase } from './database'
import { addCaption } from './read-article'

/** Puts the words a photo can be found by anew; a photo that no article uses cannot be found. */
export function putCaptions(db: IndexDatabase, photo: number): void {
  db.atTheEnd(() => replaceCaptions(db, photo))
}

function replaceCaptions(db: IndexDatabase, photo: number): void {
  if (db.get('SELECT 1 FROM captions WHERE rowid = ?', photo)) db.run('DELETE FROM captions WHERE rowid = ?', photo)
  const uses = db.all<{ caption: string }>('SELECT caption FROM photo_uses WHERE photo = ?', photo)
  if (uses.length === 0) return
  const own = db.get<{ text: string; tags: string }>('SELECT text, tags FROM photos WHERE record = ?', photo)
  const sql = `SELECT DISTINCT n.name FROM photo_links l JOIN authorities n ON n.record = l.authority
    WHERE l.source IN (SELECT article FROM photo_uses WHERE photo = ? UNION ALL SELECT ?)
      AND l.photo = ? AND n.kind <> 'event'`
  const names = db.all<{ name: string }>(sql, photo, photo, photo).map(({ name }) => name)
  addCaption(db.words, [...uses.map(({ caption }) => caption), own?.text ?? '', own?.tags ?? '', ...names])
  const { bytes, vocabulary } = db.words.take()
  db.vocabulary.add(vocabulary)
  db.run('INSERT INTO captions (rowid, body) VALUES (?, ?)', photo, bytes)
}
