import type { Article } from '#core/model/article'
import { received } from '#tests/unit/archive/on-real-disk'
import { article, photo, putting } from '#tests/unit/archive/sample-records'
import type { Here } from './here'

/** A transfer of one dossier with two articles, one of which has a photo and a file as received. @returns its id */
export async function packable(here: Here): Promise<string> {
  const bytes = new TextEncoder()
  const picture = await here.archive.originals.addBytes(bytes.encode('JPEG'), received('anh.jpg'))
  const text = await here.archive.originals.addBytes(bytes.encode('tin'), received('tin.txt'))
  const caption = '=Toàn cảnh, "kỳ họp"'
  const shown = { ...photo(picture.digest.hex), file: picture, caption }
  await here.archive.commit(putting('photo', shown))
  const body: Article['body'] = [
    { kind: 'paragraph', text: 'Một nội dung đủ dài để khác hẳn những nội dung khác ở đây.' },
  ]
  const photos = [{ photoId: shown.id, caption }]
  const made = article('b1', 11, { title: 'Khai mạc <kỳ họp>', body, photos, asReceived: [text] })
  await here.archive.commit(putting('article', made))
  const { view } = await here.call('dossier.create', {
    title: 'Hồ sơ </script> kỳ họp',
    year: 2024,
    retention: { code: '01' },
    items: { selection: { ids: ['a1', 'b1'] } },
  })
  const dossiers = [view.dossier.id]
  return (await here.call('transfer.create', { title: 'Đợt 1', date: '2025-01-10', dossiers })).transfer.id
}
