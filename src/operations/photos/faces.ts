import type { Archive } from '#archive/archive'
import { KhoError } from '#core/errors'
import { type Photo, type Region, turnOf } from '#core/model/photo'
import { type FacesFound, type ReaderRequest, readerLimits } from '#intake/protocol'
import type { Platform } from '#platform/ports'
import { openArchiveOf } from '../context'
import type { Handler } from '../runner'
import { photoOf } from './photos'

/** A look takes about a second where nothing else is at work; many small faces take five times as long. */
const timeMs = 3 * readerLimits.timeMs

/**
 * Looks for faces in the photos a person opens, one at a time and only in the one opened last: whoever leafs through
 * photos does not wait for those left behind.
 */
export class FaceFinder {
  private last: Promise<unknown> = Promise.resolve()
  private wanted = ''

  constructor(private readonly platform: Pick<Platform, 'background' | 'log'>) {}

  /**
   * Faces of a photo, kept from an earlier look or found now.
   * @returns null where the picture cannot be looked at
   * @throws KhoError cancelled where another photo was asked for before this one's turn came
   */
  async facesOf(archive: Archive, photo: Photo): Promise<Region[] | null> {
    const turned = turnOf(photo)
    const kept = await archive.faces.find(photo.id, turned)
    if (kept !== undefined) return kept
    this.wanted = photo.id
    await this.last
    if (this.wanted !== photo.id) throw new KhoError('cancelled')
    const looking = this.look(archive, photo)
    this.last = looking.catch(() => undefined)
    return looking
  }

  private async look(archive: Archive, photo: Photo): Promise<Region[] | null> {
    const turned = turnOf(photo)
    const request: ReaderRequest = { kind: 'faces', path: archive.originals.pathOf(photo.file), turned }
    const faces = await this.platform.background
      .run<ReaderRequest, FacesFound>(request, { timeoutMs: timeMs })
      .catch((thrown) => {
        if (thrown instanceof KhoError && thrown.code === 'cancelled') throw thrown
        // A picture that breaks the reader is not looked at again: it would break it each time it is opened.
        this.platform.log.warn('no faces', { photo: photo.id, why: String(thrown) })
        return null
      })
    // An archive on a disk that is only read keeps nothing; the next look finds the same.
    await archive.faces.put(photo.id, turned, faces).catch(() => undefined)
    return faces
  }
}

/** Where faces are in a photo, none of those that are marked left out. */
export const findFaces: Handler<'photo.faces'> = async (context, { id }) => {
  const archive = openArchiveOf(context)
  return { faces: await context.faces.facesOf(archive, await photoOf(archive, id)) }
}
