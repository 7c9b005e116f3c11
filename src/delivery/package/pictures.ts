import { KhoError } from '#core/errors'
import type { DeliveredArticle, DeliveredPhoto } from '../delivery'
import type { PictureWriter } from '../pictures/exiftool'
import { extensionOf } from '../pictures/names'
import type { StagedFolder } from '../staged'
import type { SipRules } from '../transfer/rules'

const mediaTypes: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  tif: 'image/tiff',
  tiff: 'image/tiff',
}

/**
 * Puts a photo into a package in a format that receivers take: as it is where it is of one, else as a JPEG of full
 * size. Where a writer is given, the copy says what the picture shows.
 * @param stem path in the package without ending
 * @returns the path it has, and its media type
 * @throws KhoError picture-unreadable, file-damaged (the original is not what it was), or as Files gives it
 */
export async function putPicture(
  bag: StagedFolder,
  stem: string,
  delivered: DeliveredArticle,
  photo: DeliveredPhoto,
  tools: { rules: SipRules; writer: PictureWriter | null },
): Promise<{ file: string; mediaType: string }> {
  const extension = extensionOf(photo).slice(1)
  const accepted = tools.rules.formats.picture.includes(extension)
  const file = `${stem}.${accepted ? extension : 'jpg'}`
  const mediaType = mediaTypes[accepted ? extension : 'jpg'] ?? photo.photo.file.mediaType
  if (!accepted) await bag.write(file, await converted(photo))
  else if (!(await described(bag, file, delivered, photo, tools.writer))) {
    const { digests } = await bag.copy(file, photo.originalPath)
    if (digests.sha256 !== photo.photo.file.digest.hex) throw new KhoError('file-damaged', { file: photo.name })
  }
  return { file, mediaType }
}

async function converted(photo: DeliveredPhoto): Promise<Uint8Array> {
  const jpeg = await photo.converted?.()
  if (!jpeg) throw new KhoError('picture-unreadable', { file: photo.name })
  return jpeg
}

async function described(
  bag: StagedFolder,
  file: string,
  delivered: DeliveredArticle,
  photo: DeliveredPhoto,
  writer: PictureWriter | null,
): Promise<boolean> {
  if (!writer) return false
  const done = await writer.describe(photo.originalPath, await bag.place(file), delivered, photo)
  if (done) await bag.adopt(file)
  return done
}
