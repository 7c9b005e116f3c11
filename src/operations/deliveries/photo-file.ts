import type { PhotoForm } from '#contract/word'
import { fileNameFrom } from '#core/text/words'
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
    const photos = () => photosOf(delivery.articles(), only)
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
