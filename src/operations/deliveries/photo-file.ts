import type { PhotoForm } from '#contract/word'
import { fileNameFrom } from '#core/text/words'
import type { DeliveredArticle } from '#delivery/delivery'
import { photosOf } from '#delivery/photos'
import { writeContactSheet } from '#delivery/word/contact-sheet'
import { writePhotoSheets } from '#delivery/word/photo-sheet'
import { deliveryWords } from '#delivery/words'
import type { Delivery } from './exports'

/** Photo sheets or a contact sheet of the photos of a delivery's articles. */
export async function photoFile(
  delivery: Delivery,
  form: PhotoForm,
  only: ReadonlySet<string> | null = null,
): Promise<void> {
  const { files } = delivery.context.platform
  await delivery.part('photos', async (context) => {
    const { say } = deliveryWords(context.language)
    const title = delivery.archive.identity.name
    const photos = () => photosOf(withPhotos(delivery.articles(), only))
    const name =
      form === 'contact-sheet' ? say('delivery.photo.contactFile', { name: title }) : say('delivery.photo.sheetsFile')
    const path = files.join(delivery.folder, `${fileNameFrom(name)}.docx`)
    delivery.written.push(
      ...(form === 'contact-sheet'
        ? await writeContactSheet(photos(), { title }, path, context)
        : await writePhotoSheets(photos(), {}, path, context)),
    )
  })
}

/** Articles with those of their photos that were asked for. */
async function* withPhotos(
  articles: AsyncIterable<DeliveredArticle>,
  only: ReadonlySet<string> | null,
): AsyncGenerator<DeliveredArticle> {
  for await (const one of articles)
    yield only ? { ...one, photos: one.photos.filter(({ photo }) => only.has(photo.id)) } : one
}
