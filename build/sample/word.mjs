import {
  AlignmentType,
  BorderStyle,
  Document,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import yauzl from 'yauzl'
import yazl from 'yazl'
import { credits } from './release.mjs'

const centre = AlignmentType.CENTER
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const borderless = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

const paragraph = (text, { bold, italics, size = 28, ...more } = {}) =>
  new Paragraph({ ...more, children: [new TextRun({ text, bold, italics, size })] })

const body = (text) =>
  paragraph(text, {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: 720 },
    spacing: { before: 120, line: 300 },
  })

const figure = ({ caption }, bytes) => [
  new Paragraph({
    alignment: centre,
    spacing: { before: 160 },
    children: [new ImageRun({ type: 'jpg', data: bytes, transformation: { width: 560, height: 373 } })],
  }),
  paragraph(caption, { italics: true, size: 26, alignment: centre, spacing: { before: 60, after: 120 } }),
]

/** A press release as offices type it: Times New Roman 14, title centred, captions under the pictures. */
function press(release, pictures, manner) {
  const lines = credits(release, manner)
  return [
    paragraph(release.title, { bold: true, size: 32, alignment: centre, spacing: { after: 200 } }),
    paragraph(release.lede, { bold: true, alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 720 } }),
    ...release.flow.flatMap((block) => (block.picture ? figure(block, pictures[block.picture]) : [body(block.text)])),
    ...lines.map((text, i) =>
      paragraph(text, { bold: i === 0, italics: i > 0, alignment: AlignmentType.RIGHT, spacing: { before: 80 } }),
    ),
  ]
}

const columns = (widths, cells) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: borderless,
    rows: [
      new TableRow({
        children: cells.map(
          (children, i) =>
            new TableCell({ borders: borderless, width: { size: widths[i], type: WidthType.PERCENTAGE }, children }),
        ),
      }),
    ],
  })

/** A communiqué with letterhead and signature, laid out as Nghị định 30/2020/NĐ-CP has it. */
function letter(release) {
  const head = (lines, styles) => lines.map((text, i) => paragraph(text, { alignment: centre, ...styles[i] }))
  return [
    columns(
      [42, 58],
      [
        head(release.left, [{ size: 24 }, { size: 24, bold: true }, { size: 26 }]),
        head(release.right, [
          { size: 24, bold: true },
          { size: 26, bold: true },
          { size: 26, italics: true },
        ]),
      ],
    ),
    paragraph(release.kind, { bold: true, alignment: centre, spacing: { before: 360 } }),
    paragraph(release.title, { bold: true, alignment: centre, spacing: { after: 240 } }),
    ...release.flow.map((block) => body(block.text)),
    columns(
      [50, 50],
      [
        [paragraph('')],
        release.sign.map((text, i) =>
          paragraph(text, { bold: true, alignment: centre, spacing: { before: i === 2 ? 900 : 60 } }),
        ),
      ],
    ),
  ]
}

/** The same file again with every date fixed, so that the same sample gives the same bytes. */
async function settle(bytes, created) {
  const zip = await new Promise((done, fail) =>
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? fail(error) : done(opened))),
  )
  const out = new yazl.ZipFile()
  const mtime = new Date(created)
  await new Promise((done, fail) => {
    zip.on('end', done).on('error', fail)
    zip.on('entry', async (entry) => {
      const parts = []
      const stream = await new Promise((opened) => zip.openReadStream(entry, (_, readable) => opened(readable)))
      for await (const part of stream) parts.push(part)
      let data = Buffer.concat(parts)
      if (entry.fileName === 'docProps/core.xml')
        data = Buffer.from(data.toString().replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, created))
      if (!entry.fileName.endsWith('/')) out.addBuffer(data, entry.fileName, { mtime, forceDosTimestamp: true })
      zip.readEntry()
    })
    zip.readEntry()
  })
  out.end()
  const whole = []
  for await (const part of out.outputStream) whole.push(part)
  return Buffer.concat(whole)
}

/**
 * One Word file.
 * @param {{ form: 'word' | 'letter', created: string, credit?: string }} entry
 * @param {Record<string, Buffer>} pictures JPEG bytes by picture name
 */
export async function asWord(release, entry, pictures) {
  const children = entry.form === 'letter' ? letter(release) : press(release, pictures, entry.credit)
  const file = new Document({
    creator: release.author ?? 'Văn phòng',
    title: release.title,
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1701, right: 1134 } },
        },
        children,
      },
    ],
  })
  return settle(await Packer.toBuffer(file), entry.created)
}
