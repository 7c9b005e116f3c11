import { expect, it } from 'vitest'
import { stillTrue } from '#operations/intake/draft-from-reading'

it('says of a page only the pictures that did not come beside it either', () => {
  const missing = (count: string) => ({ code: 'pictures-missing', args: { count }, file: null })
  const guessed = { code: 'encoding-guessed', args: { encoding: 'windows-1258' }, file: null }
  expect(stillTrue([guessed, missing('2')], 0)).toEqual([guessed, missing('2')])
  expect(stillTrue([guessed, missing('3')], 1)).toEqual([guessed, missing('2')])
  expect(stillTrue([missing('2'), guessed], 4)).toEqual([guessed])
})
