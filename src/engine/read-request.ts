import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type ReaderRequest, readerLimits } from '#intake/protocol'
import {
  bundleEntries,
  bundleEntry,
  cutsOfPicture,
  findFaces,
  isHeic,
  likenessOfPicture,
  lookAt,
  makeThumbnails,
  readCells,
  readPaste,
  readPicture,
  readRelease,
  readTemplate,
  samePictures,
} from '#intake/read'
import { faceModel } from './face-model'
import { besidePage, openPicture, readHead, readWhole } from './reader-files'

/**
 * Does one request of the reader protocol in this process; whoever calls it takes the risk of the file.
 * @returns ReleaseRead, PictureRead, ThumbnailsMade, LookedAt, FacesFound, TemplateRead, fingerprints, or entries and
 *   bytes of a bundle, as asked
 * @throws KhoError with the code of what is wrong with the file
 */
export async function readRequest(request: ReaderRequest): Promise<unknown> {
  switch (request.kind) {
    case 'release': {
      const bytes = await readWhole(request.path, request.name, readerLimits.fileBytes)
      return readRelease({ name: request.name, bytes, beside: besidePage(request.path) }, readerLimits)
    }
    case 'paste':
      return readPaste(request.text, request.html)
    case 'picture':
      return readPictureAt(request)
    case 'workbook': {
      const bytes = await readWhole(request.path, request.name, readerLimits.fileBytes)
      return readCells({ name: request.name, bytes }, readerLimits)
    }
    case 'thumbnail':
      return makeThumbnails(
        await pictureInput(request.path),
        request.sizes,
        readerLimits,
        request.turned,
        request.quality,
      )
    case 'template': {
      const bytes = await readWhole(request.path, request.name, readerLimits.fileBytes)
      return readTemplate(bytes, request.name, readerLimits)
    }
    case 'entries':
    case 'entry': {
      const bytes = await readWhole(request.path, request.name, readerLimits.fileBytes)
      if (request.kind === 'entries') return bundleEntries(bytes, request.name, readerLimits)
      return bundleEntry(bytes, request.name, readerLimits, request.entry)
    }
    case 'faces':
      return findFaces(await pictureInput(request.path), readerLimits, faceModel, request.turned)
    case 'look':
      return lookAt(await pictureInput(request.path), request.sizes, readerLimits, request.turned)
    case 'print':
      return likenessOfPicture(request.preview)
    case 'cuts':
      return cutsOfPicture(request.preview)
    case 'same':
      return samePictures(request.preview, request.others)
  }
}

/** What to decode a picture from: its path, or its bytes where only they will do. */
async function pictureInput(path: string): Promise<string | Uint8Array> {
  return isHeic(await readHead(path, path)) ? readWhole(path, path, readerLimits.fileBytes) : path
}

async function readPictureAt({ path, name, sidecars = [] }: ReaderRequest & { kind: 'picture' }): Promise<unknown> {
  const { source, close } = await openPicture(path, name)
  try {
    return await readPicture(
      {
        name,
        source,
        bytes: () => readWhole(path, name, readerLimits.fileBytes),
        input: path,
        // One that is gone or too large costs the picture nothing: it is said.
        sidecars: await Promise.all(
          sidecars.map((beside) => readWhole(beside, name, readerLimits.sidecarBytes).catch(() => null)),
        ),
        credentialsProgram: () => readFile(createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm')),
      },
      readerLimits,
    )
  } finally {
    await close()
  }
}
