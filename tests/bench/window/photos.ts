import { mkdirSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { draw, scenes } from '../../../build/sample/pictures.mjs'
import { Chance, nameFrom, wordsFrom } from '../corpus/words'

const perRelease = 25

/** A folder of press releases, each in a folder of its own with its photos, no two of them the same bytes. */
export async function morningOf(folder: string, photos: number): Promise<void> {
  const bases = await Promise.all(Object.keys(scenes).map((name) => draw(name)))
  for (let release = 0; release * perRelease < photos; release++) {
    const own = join(folder, `Tin ${release + 1}`)
    mkdirSync(own, { recursive: true })
    writeFileSync(join(own, 'tin.txt'), releaseText(release))
    const count = Math.min(perRelease, photos - release * perRelease)
    for (let at = 0; at < count; at++) {
      const nth = release * perRelease + at
      await writeFile(join(own, `IMG_${1000 + nth}.jpg`), await varied(bases[nth % bases.length]!, nth))
    }
  }
}

/** The same scene in another light: other bytes, other fingerprint. */
function varied(base: Uint8Array, nth: number): Promise<Buffer> {
  const left = (nth * 37) % 300
  return sharp(base)
    .extract({ left, top: (nth * 53) % 180, width: 1200, height: 800 })
    .modulate({ brightness: 0.85 + (nth % 7) * 0.05, hue: (nth * 29) % 360 })
    .jpeg({ quality: 80 })
    .toBuffer()
}

function releaseText(at: number): string {
  const chance = new Chance(at * 97 + 5)
  const day = `${(at % 28) + 1}/3/2025`
  const people = [nameFrom(chance), nameFrom(chance)]
  return [
    `HĐND tỉnh ${wordsFrom(chance, 8)} (${at + 1})`,
    `Sáng ${day}, HĐND tỉnh Vân Lĩnh tổ chức hội nghị ${wordsFrom(chance, 12)}.`,
    `Dự hội nghị có đồng chí ${people[0]}, Phó Chủ tịch HĐND tỉnh; đồng chí ${people[1]}, Giám đốc Sở Nội vụ.`,
    ...Array.from({ length: 6 }, () => `${wordsFrom(chance, 60)}.`),
    'Tin, ảnh: Minh Châu',
  ].join('\n\n')
}
