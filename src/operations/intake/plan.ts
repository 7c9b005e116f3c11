import { KhoError } from '#core/errors'
import type { Files } from '#platform/ports'
import { likeness } from './likeness'
import { sidecarEndings, sidecarsBeside, sidecarsFor } from './sidecars'
import type { Unpacking } from './unpack'

/** One press release with the loose photos that came with it; `release` is null for photos alone. */
export interface IntakeGroup {
  release: string | null
  photos: string[]
  folder: string
  /** The folder's name, for photos that came without any text. */
  folderName: string
  /** Of the photos, those from a folder of photos below. */
  joined: { folderName: string; photos: string[] } | null
}

export interface IntakePlan {
  groups: IntakeGroup[]
  /** Files of the system or of Office that nobody meant to bring in. */
  skipped: string[]
  /** Words beside the photos, by the photo's path. */
  sidecars: Map<string, string[]>
  /** Paths that could not be looked at at all. */
  failed: { path: string; error: KhoError }[]
}

const photoEndings = /\.(jpe?g|png|tiff?|webp|heic|heif|avif|gif|bmp)$/i
const webPageEndings = /\.(html?|xhtml)$/i
const systemFiles = /^(thumbs\.db|desktop\.ini|\.ds_store|~\$.*|\..*)$/i
/** What a saved web page brings along; none of it is a release. */
const pageParts = /\.(css|m?js|map|woff2?|ttf|eot|ico|svg)$/i
const partsFolder = /(_files|\.files)$/i
const deepest = 12
const mostFiles = 20_000

/** How files that carry others are laid open; without it they are files like any other. */
export type Bundles = Pick<Unpacking, 'open' | 'homeOf'>

/**
 * Sorts what was dropped into press releases and their photos. A folder is one delivery: with one text
 * in it all its photos belong to that text; with several, photos go by the likeness of names; photos of
 * a folder without text, and those that fit none, make a group of their own, so that nothing is lost.
 * @param paths files and folders, absolute
 */
export async function planIntake(paths: string[], files: Files, bundles: Bundles | null = null): Promise<IntakePlan> {
  const plan: IntakePlan = { groups: [], skipped: [], sidecars: new Map(), failed: [] }
  const sidecars: string[] = []
  const byFolder = new Map<string, string[]>()
  let count = 0
  const visit = async (path: string, depth: number): Promise<void> => {
    const name = files.baseName(path)
    if (systemFiles.test(name) || pageParts.test(name)) return void plan.skipped.push(path)
    if (sidecarEndings.test(name)) return void sidecars.push(path)
    const stat = await files.stat(path)
    if (!stat) return void plan.failed.push({ path, error: new KhoError('file-missing', { file: path }) })
    if (stat.kind === 'folder') {
      if (depth < deepest) await visitFolder(path, depth)
      else plan.skipped.push(path)
    } else if (++count <= mostFiles) await take(path, depth)
    else plan.skipped.push(path)
  }
  const take = async (path: string, depth: number): Promise<void> => {
    try {
      const laidOpen = depth < deepest ? await bundles?.open(path) : null
      if (laidOpen) await visitFolder(laidOpen, depth)
      else put(byFolder, files.dirName(path), path)
    } catch (thrown) {
      if (thrown instanceof KhoError && thrown.code === 'cancelled') throw thrown
      plan.failed.push({ path, error: asError(thrown, path) })
    }
  }
  const visitFolder = async (folder: string, depth: number) => {
    const names = (await files.list(folder)).sort()
    const pages = new Set(
      names.filter((name) => webPageEndings.test(name)).map((name) => name.replace(webPageEndings, '')),
    )
    for (const name of names) {
      // The pictures of a saved web page come with the page itself.
      if (partsFolder.test(name) && pages.has(name.replace(partsFolder, ''))) continue
      await visit(files.join(folder, name), depth + 1)
    }
  }
  for (const path of [...new Set(paths)]) {
    try {
      if (!(await belongsToPage(path, files))) await visit(path, 0)
    } catch (thrown) {
      if (thrown instanceof KhoError && thrown.code === 'cancelled') throw thrown
      plan.failed.push({ path, error: asError(thrown, path) })
    }
  }
  const joined = joinPhotoFolders(byFolder, files, bundles)
  for (const [folder, members] of byFolder)
    plan.groups.push(...groupsOf(members, folder, joined.get(folder) ?? null, files))
  const photos = plan.groups.flatMap((group) => group.photos)
  const named = new Set(paths)
  const chosen = photos.filter((photo) => named.has(photo))
  const beside = sidecarsFor(photos, [...new Set([...sidecars, ...(await sidecarsBeside(chosen, files))])], files)
  plan.sidecars = beside.byPhoto
  plan.skipped.push(...beside.left)
  return plan
}

/** Marking everything in a folder marks the saved page and its picture folder alike: the page brings it along. */
async function belongsToPage(path: string, files: Files): Promise<boolean> {
  const name = files.baseName(path)
  if (!partsFolder.test(name)) return false
  const page = name.replace(partsFolder, '').normalize('NFC')
  const beside = await files.list(files.dirName(path))
  return beside.some(
    (other) => webPageEndings.test(other) && other.replace(webPageEndings, '').normalize('NFC') === page,
  )
}

function put(map: Map<string, string[]>, key: string, value: string): void {
  const there = map.get(key)
  if (there) there.push(value)
  else map.set(key, [value])
}

const asError = (thrown: unknown, path: string): KhoError =>
  thrown instanceof KhoError ? thrown : new KhoError('disk-error', { file: path, cause: thrown })

/** A folder of photos alone inside a folder with one text ("ảnh/", "ảnh.zip") belongs to that text. */
function joinPhotoFolders(
  byFolder: Map<string, string[]>,
  files: Files,
  bundles: Bundles | null,
): Map<string, IntakeGroup['joined']> {
  const joined = new Map<string, IntakeGroup['joined']>()
  for (const [folder, members] of [...byFolder]) {
    const home = bundles?.homeOf(folder) ?? files.dirName(folder)
    const above = byFolder.get(home)
    if (!above || !members.every((path) => photoEndings.test(path))) continue
    if (above.filter((path) => !photoEndings.test(path)).length !== 1) continue
    above.push(...members)
    byFolder.delete(folder)
    const there = joined.get(home)?.photos ?? []
    joined.set(home, { folderName: files.baseName(folder), photos: [...there, ...members] })
  }
  return joined
}

function groupsOf(members: string[], folder: string, joined: IntakeGroup['joined'], files: Files): IntakeGroup[] {
  const folderName = files.baseName(folder)
  const releases = members.filter((path) => !photoEndings.test(path))
  const photos = members.filter((path) => photoEndings.test(path))
  const groups = releases.map((release): IntakeGroup => ({ release, photos: [], folder, folderName, joined }))
  const alone: string[] = []
  for (const photo of photos) {
    const owner = groups.length === 1 ? groups[0] : bestByName(photo, groups, files)
    if (owner) owner.photos.push(photo)
    else alone.push(photo)
  }
  if (alone.length > 0) groups.push({ release: null, photos: alone, folder, folderName, joined: null })
  return groups
}

function bestByName(photo: string, groups: IntakeGroup[], files: Files): IntakeGroup | null {
  const name = withoutEnding(files.baseName(photo))
  let best: IntakeGroup | null = null
  let bestScore = 0.5
  for (const group of groups) {
    const score = likeness(name, withoutEnding(files.baseName(group.release ?? '')))
    if (score > bestScore) [best, bestScore] = [group, score]
  }
  return best
}

const withoutEnding = (name: string): string => name.replace(/\.[^.]+$/, '')
