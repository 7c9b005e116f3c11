import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import type { DeliveredArticle, DeliveredPhoto } from '#delivery/delivery'
import { pictureType } from '#intake/pictures'
import { article, event, person, photo } from '#tests/unit/archive/sample-records'

/** exiftool needs a perl; a bare Linux has none. */
export const perl = ['/usr/bin/perl', '/usr/local/bin/perl'].some((path) => existsSync(path))

/** A photo whose original lies at a path, in an article with an event and a person. */
export function described(
  path: string,
  name: string,
  caption: string,
  more: Partial<DeliveredPhoto['photo']> = {},
): { within: DeliveredArticle; shown: DeliveredPhoto } {
  const bytes = readFileSync(path)
  const hex = createHash('sha256').update(bytes).digest('hex')
  const record = photo(hex)
  const mediaType = pictureType(bytes) ?? 'application/octet-stream'
  const file = { ...record.file, name, mediaType, digest: { algorithm: 'sha256' as const, hex } }
  const region = { x: 0.1, y: 0.2, width: 0.2, height: 0.4 }
  const people = [{ personId: 'p1', region }]
  const own = { ...record, file, width: 40, height: 20, rights: '© Báo tỉnh', takenOn: '2024-07-08', people, ...more }
  const shown: DeliveredPhoto = { photo: own, caption, name, picture: async () => null, originalPath: path }
  const held = {
    ...event('e1'),
    title: 'Kỳ họp thứ 18, HĐND tỉnh khoá XVII, nhiệm kỳ 2021 - 2026',
    place: 'Tuyên Quang',
  }
  const named = person('p1', 'Đặng Minh Tuấn')
  const within = article('a1', 12, { events: ['e1'], topics: ['kỳ họp'], photographers: ['Đức Anh'] })
  return { within: { article: within, events: [held], people: [named], photos: [shown] }, shown }
}

const script = join(
  dirname(createRequire(import.meta.url).resolve('exiftool-vendored.pl/package.json')),
  'bin/exiftool',
)
const exiftool = (args: string[]) => execFileSync('perl', [script, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 })

/** Has a file say something, as other programs would. */
export const setTags = (path: string, tags: string[]): void =>
  void exiftool([...tags, '-q', '-overwrite_original', path])

/** As exiftool reads it, by group. */
export function readBack(path: string, more: string[] = []): Record<string, unknown> {
  return JSON.parse(exiftool(['-json', '-G1', '-struct', '-charset', 'iptc=UTF8', ...more, path]))[0]
}

/** What `exiftool -validate` has to say of a file, in order of the alphabet; nothing where it is clean. */
export const faultsOf = (path: string): string[] => faultsIn([path]).get(path) ?? []

/** The same of several files in one run. */
export function faultsIn(paths: string[]): Map<string, string[]> {
  const text = exiftool(['-validate', '-warning', '-error', '-a', '-s3', ...paths])
  // Of one file alone exiftool does not say which.
  const said = (paths.length === 1 ? `======== ${paths[0]}\n${text}` : text).split(/^={8} /m).slice(1)
  return new Map(
    said.map((part) => {
      const [path = '', ...lines] = part.split('\n')
      const faults = lines.filter((line) => line !== '' && line !== 'OK' && !/^\d+ (Warning|Error)|^ +\d/.test(line))
      return [path, faults.sort()]
    }),
  )
}

/** The same of every file of a folder, by name, in one run. */
export function tagsIn(folder: string, more: string[]): Map<string, Record<string, unknown>> {
  const rows: Record<string, unknown>[] = JSON.parse(exiftool(['-q', '-json', '-G1', '-a', ...more, folder]))
  return new Map(rows.map((row) => [String(row.SourceFile).slice(folder.length + 1), row]))
}

/** Digest of the decoded pixels, as they are stored. */
export async function pixelsOf(path: string): Promise<string> {
  const { data } = await sharp(path, { failOn: 'none' }).raw().toBuffer({ resolveWithObject: true })
  return createHash('sha256').update(data).digest('hex')
}
