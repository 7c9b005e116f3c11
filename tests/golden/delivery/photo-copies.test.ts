import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Warning } from '#core/model/draft'
import { type PictureWriter, startPictureWriter } from '#delivery/pictures/exiftool'
import { extensionOf } from '#delivery/pictures/names'
import { nodeDigests } from '#platform/node/digests'
import { nodeFiles } from '#platform/node/files'
import { described, faultsIn, perl, pixelsOf, tagsIn } from '#tests/unit/delivery/pictures/sample'

// Others' photos, kept beside the project and never copied into it.
const suite = resolve('../shared/suites/photos')
const folders = ['made-with-exiftool', 'c2pa', 'exifr', 'iptc', 'imagemeta', 'hostile']
const caption = 'Toàn cảnh kỳ họp thứ 18, HĐND tỉnh khoá XVII'
/** What exiftool refuses to write into: these are copied as they are, with the description beside. */
const refused = [
  'made-with-exiftool/cut-in-exif.jpg',
  'imagemeta/crash01.jpg',
  'hostile/huge_tag_exif.jpg',
  'hostile/infinite_loop_exif.jpg',
]

const home = mkdtempSync(join(tmpdir(), 'kho-copies-'))
const warnings: Warning[] = []
let writer: PictureWriter
beforeAll(async () => {
  const tools = { files: nodeFiles(), digests: nodeDigests(), agency: 'HĐND tỉnh' }
  if (perl) writer = (await startPictureWriter(tools, (warning) => warnings.push(warning)))!
})
afterAll(async () => {
  await writer?.close()
  rmSync(home, { recursive: true, force: true })
})

const pictures = (folder: string) =>
  readdirSync(join(suite, folder)).filter((name) => !/\.(json|xmp)$|^empty/.test(name))

describe.skipIf(!perl || !existsSync(suite))("copies of others' photos (../shared/suites/photos)", () => {
  it.each(folders)(
    '%s: described, clean as before, the same picture',
    async (folder) => {
      const to = join(home, folder)
      mkdirSync(to)
      const left: string[] = []
      const originals = new Map<string, string>()
      for (const name of pictures(folder)) {
        const before = readFileSync(join(suite, folder, name))
        const photo = described(join(suite, folder, name), name, caption)
        // As an archive keeps them: by digest, with the ending of what they are.
        const ending = extensionOf(photo.shown)
        const from = join(home, `${photo.shown.photo.id}${ending}`)
        writeFileSync(from, before)
        const copy = join(to, name.replace(/\.\w+$/, ending))
        if (await writer.describe(from, copy, photo)) originals.set(copy, from)
        else left.push(`${folder}/${name}`)
        expect(readFileSync(from).equals(before)).toBe(true)
      }
      expect(left).toEqual(refused.filter((name) => name.startsWith(folder)))
      if (originals.size === 0) return
      // Some faults are told once a run: two runs in the same order.
      const before = faultsIn([...originals.values()])
      const after = faultsIn([...originals.keys()])
      const said = tagsIn(to, ['-XMP-dc:Description', '-IPTC:Caption-Abstract', '-IFD0:ImageDescription'])
      for (const [name, tags] of said) {
        const captions = Object.entries(tags).filter(([tag]) => tag !== 'SourceFile')
        expect(captions.length, name).toBeGreaterThan(0)
        expect(new Set(captions.map(([, text]) => text)), name).toEqual(new Set([caption]))
        const [from, copy] = [originals.get(join(to, name)) ?? '', join(to, name)]
        expect(
          after.get(copy)?.filter((fault) => !before.get(from)?.includes(fault)),
          name,
        ).toEqual([])
        await expectSamePixels(from, copy)
      }
    },
    120_000,
  )

  it('tells which Content Credentials no longer fit the copy', () => {
    const told = warnings.filter(({ code }) => code === 'picture-credentials').map(({ file }) => file)
    expect(told).toEqual(pictures('c2pa'))
  })
})

/** Those that nothing here decodes are passed over: HEIC has a test of its own, floods are not decoded. */
async function expectSamePixels(from: string, to: string): Promise<void> {
  const before = await pixelsOf(from).catch(() => null)
  if (before) expect(await pixelsOf(to), to).toBe(before)
}
