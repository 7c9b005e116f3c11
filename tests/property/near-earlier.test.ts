import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EarlierLikenesses } from '#core/pictures/earlier'
import { nearlySame } from '#core/pictures/likeness'

const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 })
/** Some bits of a fingerprint the other way: near, hardly near, hardly not. */
const varied = (likeness: string, bits: readonly number[]) => {
  const nibbles = [...likeness].map((digit) => Number.parseInt(digit, 16))
  for (const bit of bits) nibbles[bit >> 2]! ^= 1 << (bit & 3)
  return nibbles.map((nibble) => nibble.toString(16)).join('')
}
const flips = fc.array(fc.nat(127), { maxLength: 24 })
const family = fc
  .tuple(digits, fc.array(flips, { maxLength: 12 }))
  .map(([likeness, all]) => [likeness, ...all.map((bits) => varied(likeness, bits))])
const some = fc.array(fc.oneof(family, fc.constant(['']), fc.constant(['0'.repeat(32)])), { maxLength: 6 })

it('finds the first that is nearly the same, as comparing with each does', () => {
  fc.assert(
    fc.property(some, (families) => {
      const earlier = new EarlierLikenesses()
      const all: string[] = []
      for (const likeness of families.flat()) {
        const expected = all.findIndex((other) => other !== '' && likeness !== '' && nearlySame(other, likeness))
        expect(earlier.first(likeness)).toBe(expected)
        expect(earlier.add(likeness)).toBe(all.length)
        all.push(likeness)
      }
    }),
  )
})

it('keeps more than it has room for at first', () => {
  const earlier = new EarlierLikenesses()
  for (let at = 0; at < 3_000; at++)
    earlier.add(
      Math.imul(at + 1, 0x9e3779b1)
        .toString(16)
        .padStart(32, '0')
        .slice(-32),
    )
  const last = earlier.add('f'.repeat(32))
  expect(earlier.first(`${'f'.repeat(31)}e`)).toBe(last)
})
