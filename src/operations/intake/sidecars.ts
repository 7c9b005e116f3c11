import type { Files } from '#platform/ports'

/** Files of words beside a picture, as Lightroom, Bridge, darktable and digiKam write them. */
export const sidecarEndings = /\.xmp$/i

/** Which .xmp files belong to which pictures, by path; `left` belong to none that came. */
export interface Sidecars {
  byPhoto: Map<string, string[]>
  left: string[]
}

/**
 * Gives each .xmp file to the picture beside it: `ảnh.jpg.xmp` to that file, `ảnh.xmp` to every picture of that name,
 * since a camera writes one picture in two forms.
 */
export function sidecarsFor(photos: string[], sidecars: string[], files: Files): Sidecars {
  const byPhoto = new Map<string, string[]>()
  const left: string[] = []
  const byName = new Map<string, string[]>()
  const put = (key: string, photo: string) => byName.set(key, [...(byName.get(key) ?? []), photo])
  for (const photo of photos) {
    put(keyOf(photo, files), photo)
    put(keyOf(photo.replace(/\.[^.]+$/, ''), files), photo)
  }
  for (const sidecar of sidecars) {
    const owners = byName.get(keyOf(sidecar.replace(sidecarEndings, ''), files)) ?? []
    for (const photo of owners) byPhoto.set(photo, [...(byPhoto.get(photo) ?? []), sidecar])
    if (owners.length === 0) left.push(sidecar)
  }
  return { byPhoto, left }
}

/** The same folder and name, however letters are composed and capitals written. */
function keyOf(path: string, files: Files): string {
  return files.join(files.dirName(path), files.baseName(path).normalize('NFC').toLowerCase())
}

/** The .xmp files beside pictures that were chosen one by one: words of a picture come with it. */
export async function sidecarsBeside(photos: string[], files: Files): Promise<string[]> {
  const folders = new Set(photos.map((photo) => files.dirName(photo)))
  const found: string[] = []
  for (const folder of folders) {
    const names = await files.list(folder).catch(() => [])
    found.push(...names.filter((name) => sidecarEndings.test(name)).map((name) => files.join(folder, name)))
  }
  return sidecarsOnlyOf(photos, found, files)
}

function sidecarsOnlyOf(photos: string[], sidecars: string[], files: Files): string[] {
  return [...new Set([...sidecarsFor(photos, sidecars, files).byPhoto.values()].flat())]
}
