import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { offerLegacy, Warnings } from '#intake/read'
import { photoFields, readBytes } from '#tests/support/photos'
import { oracle, oracleValues, ourValues, photoSuite } from './photo-oracle'

/** What a file of the suite must give; absent fields are not judged. */
interface Expected {
  why: string
  caption?: string | null
  caption_any_of?: string[]
  byline?: string | null
  taken?: string | null
  keywords?: string[]
  gps?: [number, number] | null
  orientation?: number
  display?: [number, number]
  mime?: string
  people?: string[]
  usercomment?: string
  damaged?: boolean
  doubt?: boolean
  proposal?: string
}

const expected = (): Record<string, Expected> =>
  JSON.parse(readFileSync(join(photoSuite, 'made-with-exiftool', 'EXPECTED.json'), 'utf8'))

/** Where our values are not exiftool's, and why: file, tag, reason. A difference that does not stand here fails. */
const explained: Record<string, Record<string, string>> = {
  'exifr/BonTonARTSTORplusIPTC.jpg': {
    'IPTC:Caption-Abstract':
      'The block has no mark and is of western Windows: ours reads “leçon”; asked to take it for UTF-8, exiftool gives “le?on”.',
  },
  'hostile/huge_tag_exif.jpg': {
    'IFD0:Make':
      'Cut inside the segment of EXIF, which exiftool gives up: ours reads what is there, and calls it damaged.',
    'IFD0:Model': 'The same.',
    'IFD0:ModifyDate': 'The same; what stands there is no date, and fills no field.',
  },
  'made-with-exiftool/cut-in-exif.jpg': {
    'IPTC:By-line':
      'Cut inside the segment of IPTC, which exiftool gives up: ours reads what is there, and calls it damaged.',
    'IPTC:Caption-Abstract': 'The same; the caption as far as it goes.',
    'IPTC:City': 'The same.',
    'IPTC:DateCreated': 'The same.',
    'IPTC:Keywords': 'The same.',
    'IPTC:TimeCreated': 'The same.',
  },
}

const have = existsSync(photoSuite)
const read = (path: string) => new Uint8Array(readFileSync(join(photoSuite, path)))
/** Exactly, but for the Unicode form: ours is NFC. */
const nfc = (text: string) => text.normalize('NFC')

function checkExpected(): void {
  describe.skipIf(!have)('the press photos of the suite give every field expected', () => {
    const all = have ? Object.entries(expected()) : []

    it.each(all.filter(([, one]) => !one.damaged))('%s', async (name, want) => {
      const found = await photoFields(read(`made-with-exiftool/${name}`), name)
      if (want.caption !== undefined) expect(found.caption).toBe(nfc(want.caption ?? ''))
      if (want.caption_any_of) expect(want.caption_any_of.map(nfc)).toContain(found.caption)
      if (want.byline !== undefined) expect(found.photographers).toEqual(want.byline === null ? [] : [nfc(want.byline)])
      if (want.taken !== undefined) expect(found.takenAt).toBe(want.taken)
      if (want.keywords) expect(found.keywords).toEqual(want.keywords.map(nfc))
      if (want.gps === null) expect(found.gps).toBeNull()
      if (want.gps) expect([found.gps?.latitude, found.gps?.longitude]).toEqual(want.gps)
      if (want.orientation) expect(found.read.orientation).toBe(want.orientation)
      if (want.display) expect([found.read.width, found.read.height]).toEqual(want.display)
      if (want.mime) expect(found.read.mediaType).toBe(want.mime)
      if (want.people) expect(found.namedInside?.map((one) => one.name)).toEqual(want.people.map(nfc))
      if (want.people) expect(found.namedInside?.every(({ region }) => region !== null)).toBe(true)
      if (want.usercomment) {
        expect(found.inside?.find(({ tag }) => tag === 'ExifIFD:UserComment')?.values).toEqual([nfc(want.usercomment)])
      }
      expect(found.codes.includes('date-doubtful')).toBe(want.doubt === true)
      expect(found.codes.includes('legacy-offered')).toBe(want.proposal !== undefined)
      expect(found.codes).not.toContain('photo-damaged')
      if (name === 'conflict.jpg') expect(found.codes).toContain('captions-differ')
    })

    it('offers what old encodings mean, and changes nothing by itself', async () => {
      const name = 'caption-tcvn3.jpg'
      const { read: picture, caption } = await photoFields(read(`made-with-exiftool/${name}`), name)
      expect(picture.inside.map(({ values }) => values[0])).toEqual([caption])
      const warnings = new Warnings(name)
      offerLegacy(caption, warnings)
      expect(warnings.list[0]?.args.proposal).toBe(expected()[name]?.proposal)
    })

    it.each([
      ['cut-half.jpg', ['photo-damaged'], [640, 427], 'Hà Minh Yến'],
      ['cut-in-exif.jpg', ['photo-damaged'], [0, 0], 'Hà Minh Yến'],
    ])('%s: what can be read is kept, the damage is said', async (name, codes, measures, byline) => {
      const found = await photoFields(read(`made-with-exiftool/${name}`), name)
      expect(found.codes).toEqual(codes)
      expect([found.read.width, found.read.height]).toEqual(measures)
      expect(found.photographers).toEqual([nfc(byline)])
    })

    it('empty.jpg: nothing to keep', async () => {
      await expect(readBytes(read('made-with-exiftool/empty.jpg'))).rejects.toMatchObject({ code: 'file-empty' })
    })
  })
}

function checkCredentials(): void {
  describe.skipIf(!have)('Content Credentials', () => {
    it('are told as intact, or as broken without refusing the picture', async () => {
      const intact = await photoFields(read('c2pa/adobe-20220124-CA.jpg'))
      expect(intact.credentials).toMatchObject({ state: 'intact', title: 'CA.jpg', failures: [] })
      expect(intact.codes).toEqual([])
      const broken = await photoFields(read('c2pa/adobe-20220124-E-sig-CA.jpg'))
      expect(broken.credentials).toMatchObject({ state: 'broken', failures: ['claimSignature.mismatch'] })
      expect(broken.codes).toEqual(['credentials-broken'])
      const changed = read('c2pa/adobe-20220124-CA.jpg')
      changed[changed.length - 5000]! ^= 1
      expect((await photoFields(changed)).credentials).toMatchObject({
        state: 'broken',
        failures: ['assertion.dataHash.mismatch'],
      })
    })
  })
}

function checkOracle(): void {
  describe.skipIf(!have)('exiftool says the same', () => {
    const all = have ? [...oracle()].filter(([path]) => !/\.(xmp|json)$/.test(path)) : []

    it.each(all)('%s', async (path, of) => {
      const picture = await readBytes(read(path), path).catch((thrown: { code?: string }) => {
        expect(thrown.code).toBe('file-empty')
        return null
      })
      const ours = ourValues(picture?.inside ?? [])
      const theirs = oracleValues(of)
      const differing = [...new Set([...ours.keys(), ...theirs.keys()])].filter(
        (tag) => JSON.stringify(ours.get(tag)) !== JSON.stringify(theirs.get(tag)),
      )
      const said = differing.map(
        (tag) => `${tag}: ours ${JSON.stringify(ours.get(tag))}, theirs ${JSON.stringify(theirs.get(tag))}`,
      )
      expect(differing.sort(), said.join('\n')).toEqual(Object.keys(explained[path] ?? {}).sort())
    })
  })
}

/** Photos of others: every field the suite expects, credentials, and the same words as exiftool but where it is said why. */
export function checkPhotoSuite(): void {
  checkExpected()
  checkCredentials()
  checkOracle()
}
