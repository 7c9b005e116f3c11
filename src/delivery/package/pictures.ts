import { KhoError } from '#core/errors'
import { turnOf } from '#core/model/photo'
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
  if (!accepted) await putConverted(bag, file, delivered, photo, tools.writer)
  else if (!(await described(bag, file, delivered, photo, tools.writer))) {
    const { digests } = await bag.copy(file, photo.originalPath)
    if (digests.sha256 !== photo.photo.file.digest.hex) throw new KhoError('file-damaged', { file: photo.name })
  }
  return { file, mediaType }
}

async function putConverted(
  bag: StagedFolder,
  file: string,
  within: DeliveredArticle,
  shown: DeliveredPhoto,
  writer: PictureWriter | null,
): Promise<void> {
  const made = await shown.converted?.()
  if (!made) throw new KhoError('picture-unreadable', { file: shown.name })
  await bag.write(file, made.jpeg)
  if (!writer) return
  const { width, height } = made
  const shape = { turned: turnOf(shown.photo), crop: null }
  await writer.describeMade(await bag.place(file), { shape, width, height }, { within, shown })
  await bag.adopt(file)
}

async function described(
  bag: StagedFolder,
  file: string,
  delivered: DeliveredArticle,
  photo: DeliveredPhoto,
  writer: PictureWriter | null,
): Promise<boolean> {
  if (!writer) return false
  const done = await writer.describe(photo.originalPath, await bag.place(file), { within: delivered, shown: photo })
  if (done) await bag.adopt(file)
  return done
}
