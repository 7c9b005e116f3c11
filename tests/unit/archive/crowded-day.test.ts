import { expect, it } from 'vitest'
import { createDatabase } from '#archive/index/database'
import { firstKeyOf, PER_DAY } from '#archive/index/dates'
import { putRecord } from '#archive/index/writer'
import { article } from './sample-records'

it('puts the articles of a day that has too many into the days after it, without taking their places', () => {
  const db = createDatabase(':memory:')
  let made = 0
  const put = (date: string) => {
    const id = `a${++made}`
    const record = article(id, made, { publishedOn: date })
    db.transaction(() => putRecord(db, { kind: 'article', id, created: made, record }))
    return db.get<{ key: number }>('SELECT key FROM articles WHERE id = ?', id)!.key
  }
  const [monday, tuesday] = [firstKeyOf('2024-07-08'), firstKeyOf('2024-07-09')]
  expect(put('2024-07-09')).toBe(tuesday)
  expect(put('2024-07-08')).toBe(monday)
  db.run('UPDATE articles SET key = ? WHERE key = ?', monday + PER_DAY - 1, monday)
  db.forget()
  expect([put('2024-07-08'), put('2024-07-09'), put('2024-07-08'), put('2024-07-09')]).toEqual(
    [1, 2, 3, 4].map((nth) => tuesday + nth),
  )
  db.close(false)
})
