import { KhoError } from '#core/errors'
import { pictureEnding, pictureType } from '#intake/pictures'
import { now, writableArchiveOf } from '../context'
import { quietWork } from '../jobs'
import type { Handler } from '../runner'
import { takePhotosAlone } from './import'
import { Intake } from './intake'
import { joinPhotos } from './loose-photos'
import { takePhotoBytes } from './take-photo'

/** Takes in a picture that was copied; what it was copied from has no name, so its time stands for one. */
export const pastePicture: Handler<'intake.pastePicture'> = async (context, { bytes, draftId }) => {
  const archive = writableArchiveOf(context)
  const mediaType = pictureType(bytes)
  if (!mediaType) throw new KhoError('picture-unreadable')
  const work = quietWork()
  const stamp = now(context).slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  const name = `${stamp}.${pictureEnding(mediaType)}`
  const taken = { path: name, ...(await takePhotoBytes(context, archive, bytes, { name, mediaType }, work.signal)) }
  const intake = new Intake(context, archive, work, 1)
  if (draftId) {
    await joinPhotos(intake, draftId, [taken])
    return { draftId, articleId: null }
  }
  await takePhotosAlone(intake, '', [taken])
  const [line] = intake.report.files
  return { draftId: line?.draftId ?? null, articleId: line?.articleId ?? null }
}
