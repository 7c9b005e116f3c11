import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase, finishDatabase, openDatabase } from '#archive/index/database'
import { newKey } from '#archive/index/keys'
import { Grey, greyMeasures } from '#core/pictures/grey'
import { cutLikenesses, likenessOf, nearBits, nearPartBits, ones } from '#core/pictures/likeness'
import { allWordsOf } from '#core/pictures/tables'
import { median, percentile, tell } from './support/figures'

// Photos nearly the same among KHO_BENCH_PHOTOS (400,000), also those cut at the edges, in a real index that was just
// opened. The peer compares with each of them.
const count = Number(process.env.KHO_BENCH_PHOTOS ?? 400_000)
const at = ` (${count.toLocaleString('en')} photos)`
/** So many pictures are really made; the others are variants of their fingerprints with many bits the other way. */
const made = 2_000
const rounds = 150

let seed = 7
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

/** A picture of soft patches, as pictures are when they are small. */
function picture(): Grey {
  const { width, height } = greyMeasures
  const waves = Array.from({ length: 14 }, () => {
    const [x, y] = [(random() - 0.5) * 0.5, (random() - 0.5) * 0.5]
    return { x, y, phase: random() * 7, strength: (random() * 30) / (1 + 12 * Math.hypot(x, y)) }
  })
  const bytes = Uint8Array.from({ length: width * height }, (_, pixel) => {
    const [x, y] = [pixel % width, Math.floor(pixel / width)]
    return 128 + waves.reduce((sum, wave) => sum + wave.strength * Math.cos(wave.x * x + wave.y * y + wave.phase), 0)
  })
  return new Grey(bytes)
}

const pictures = Array.from({ length: made }, picture)
const prints = pictures.map(likenessOf)

/** A third of the digits other ones: another picture, but of the same kind of distribution. */
const another = (likeness: string): string =>
  [...likeness].map((digit) => (random() < 0.33 ? Math.floor(random() * 16).toString(16) : digit)).join('')

const folder = mkdtempSync(join(tmpdir(), 'kho-near-'))
try {
  const path = join(folder, 'search.sqlite')
  const filling = createDatabase(path)
  const all: Int32Array[] = []
  for (let first = 0; first < count; first += 10_000) {
    filling.transaction(() => {
      for (let nth = first; nth < Math.min(count, first + 10_000); nth++) {
        const likeness = nth < made ? prints[nth]! : another(prints[nth % made]!)
        filling.likenesses.put(newKey(filling, 'photo', `${nth}`.padStart(64, '0'), 1), likeness, true)
        all.push(allWordsOf(likeness))
      }
    })
  }
  finishDatabase(filling, 1)
  filling.close(true)

  const index = openDatabase(path, { write: true })
  if (!index) throw new Error('the index made cannot be opened')
  const loading = performance.now()
  index.likenesses.near(prints[0]!, [], 25)
  const load = performance.now() - loading
  tell({ name: `near photos, the first time${at}`, value: load, unit: 'ms', bar: { most: 1_000 }, peer: null })
  const asked = Array.from({ length: rounds }, (_, nth) => ({
    likeness: prints[nth]!,
    cuts: cutLikenesses(pictures[nth]!),
  }))
  const times = asked.map(({ likeness, cuts }) => {
    const start = performance.now()
    const found = index.likenesses.near(likeness, cuts, 25)
    if (found.length === 0) throw new Error('a photo does not find itself')
    return performance.now() - start
  })
  const naive = asked.slice(0, 5).map(({ likeness, cuts }) => {
    const start = performance.now()
    comparedWithEach(all, likeness, cuts)
    return performance.now() - start
  })
  const peer = { name: 'comparing with each (ms)', value: median(naive) }
  tell({ name: `near photos, p95${at}`, value: percentile(times, 95), unit: 'ms', bar: { most: 100 }, peer })
  tell({ name: `near photos, median${at}`, value: median(times), unit: 'ms', bar: null, peer })
  index.close(true)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function comparedWithEach(photos: Int32Array[], likeness: string, cuts: string[]): number {
  const wanted = [likeness, ...cuts].map((one) => allWordsOf(one))
  let found = 0
  for (const photo of photos) {
    if (wanted.some((one, nth) => isNear(photo, 0, one, nth === 0 ? nearBits : nearPartBits))) found += 1
    else if (wanted.slice(1).some((one) => isNear(photo, 4, one, nearPartBits))) found += 1
  }
  return found
}

function isNear(photo: Int32Array, from: number, wanted: Int32Array, bits: number): boolean {
  const differ = (word: number) => ones(photo[from + word]! ^ wanted[word]!)
  return differ(0) + differ(1) <= bits && differ(2) + differ(3) <= bits
}
