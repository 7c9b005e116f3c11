import { tableBlocks } from '../tables'
import type { DocumentReader } from './document'
import { newRun, type Paragraph, type Run } from './paragraph'
import { fontOf, isOn } from './styles'
import { symbolText } from './symbols'
import type { Attributes } from './xml'

type Opener = (reader: DocumentReader, attributes: Attributes) => void

/** Only a run's own properties count, not those of the paragraph mark. */
function onRun(change: (run: Run, attributes: Attributes) => void): Opener {
  return (reader, attributes) => {
    if (reader.run && reader.inRunProperties && !reader.paragraph?.inProperties) change(reader.run, attributes)
  }
}

function onParagraph(change: (paragraph: Paragraph, attributes: Attributes) => void): Opener {
  return (reader, attributes) => {
    if (reader.paragraph?.inProperties) change(reader.paragraph, attributes)
  }
}

const removed: Opener = (reader) => {
  reader.context.warnings.add('word-tracked-changes')
  if (reader.paragraph?.inProperties) reader.paragraph.markDeleted = true
  else reader.skip()
}

const alternative: Opener = (reader) => {
  if (reader.produced > (reader.alternatives.at(-1) ?? 0)) reader.skip()
}

const noteReference =
  (kind: string): Opener =>
  (reader, attributes) => {
    if (attributes.id) reader.references.push(`${kind} ${attributes.id}`)
  }

const openNote =
  (kind: string): Opener =>
  (reader, attributes) => {
    reader.note = `${kind} ${attributes.id ?? ''}`
    reader.openContainer()
  }

const closeNote = (reader: DocumentReader): void => {
  reader.notes.set(reader.note, reader.closeContainer())
}

/** What to do where an element opens; elements not named here only pass their content on. */
export const openers: Record<string, Opener> = {
  'w:p': (reader) => reader.openParagraph(),
  'w:pPr': (reader) => {
    if (reader.paragraph) reader.paragraph.inProperties = true
  },
  'w:pPrChange': (reader) => reader.skip(),
  'w:rPrChange': (reader) => reader.skip(),
  'w:sectPr': (reader) => reader.skip(),
  'w:rt': (reader) => reader.skip(),
  'w:pStyle': onParagraph((paragraph, { val }) => {
    paragraph.style = val ?? null
  }),
  'w:jc': onParagraph((paragraph, { val }) => {
    paragraph.alignment = val ?? null
  }),
  'w:outlineLvl': onParagraph((paragraph, { val }) => {
    paragraph.outline = Number(val)
  }),
  'w:numId': onParagraph((paragraph, { val }) => {
    paragraph.list = val ?? null
  }),
  'w:ilvl': onParagraph((paragraph, { val }) => {
    paragraph.level = Number(val)
  }),
  'w:r': (reader) => {
    reader.runs.push(newRun())
  },
  'm:r': (reader) => {
    reader.runs.push(newRun())
  },
  'w:rPr': (reader) => {
    reader.inRunProperties = true
  },
  'w:rStyle': onRun((run, { val }) => {
    run.style = val ?? null
  }),
  'w:b': onRun((run, attributes) => {
    run.bold = isOn(attributes)
  }),
  'w:i': onRun((run, attributes) => {
    run.italic = isOn(attributes)
  }),
  'w:vanish': onRun((run, attributes) => {
    run.hidden = isOn(attributes)
  }),
  'w:rFonts': onRun((run, attributes) => {
    run.font = fontOf(attributes) ?? null
  }),
  'w:br': (reader) => reader.lineBreak(),
  'w:cr': (reader) => reader.lineBreak(),
  'w:tab': (reader) => {
    if (!reader.paragraph?.inProperties) reader.put(' ')
  },
  'w:ptab': (reader) => reader.put(' '),
  'w:noBreakHyphen': (reader) => reader.put('-'),
  // In .VnTime this is the letter ư; elsewhere it is dropped with the other invisible marks.
  'w:softHyphen': (reader) => reader.put('\u00ad'),
  'w:sym': (reader, { font, char }) => reader.put(symbolText(font, char)),
  'w:del': removed,
  'w:moveFrom': removed,
  'w:ins': (reader) => reader.context.warnings.add('word-tracked-changes'),
  'w:moveTo': (reader) => reader.context.warnings.add('word-tracked-changes'),
  'w:tbl': (reader) => {
    reader.container.tables.push([])
  },
  'w:tr': (reader) => {
    reader.container.tables.at(-1)?.push([])
  },
  'w:tc': (reader) => reader.openContainer(),
  'w:txbxContent': (reader) => reader.openContainer(),
  'mc:AlternateContent': (reader) => {
    reader.alternatives.push(reader.produced)
  },
  'mc:Choice': alternative,
  'mc:Fallback': alternative,
  'wp:anchor': (reader) => {
    reader.floating = true
    reader.alt = ''
  },
  'wp:inline': (reader) => {
    reader.floating = false
    reader.alt = ''
  },
  'wp:docPr': (reader, { descr }) => {
    reader.alt = descr ?? ''
  },
  'a:blip': (reader, { embed, link }) => reader.picture(embed ?? link, embed === undefined || embed === ''),
  'v:imagedata': (reader, { id, href }) => reader.picture(id ?? href, id === undefined),
  'v:textpath': (reader, { string }) => {
    if (string) reader.put(`${string} `)
  },
  'w:fldChar': (reader, { fldCharType }) => reader.context.fields.mark(fldCharType ?? ''),
  'w:fldSimple': (reader, { instr }) => reader.context.fields.judge(instr ?? ''),
  'w:footnoteReference': noteReference('w:footnote'),
  'w:endnoteReference': noteReference('w:endnote'),
  'w:footnote': openNote('w:footnote'),
  'w:endnote': openNote('w:endnote'),
  'w:altChunk': (reader) => reader.context.warnings.add('word-embedded'),
  'o:OLEObject': (reader) => reader.context.warnings.add('word-embedded'),
  'w:control': (reader) => reader.context.warnings.add('word-embedded'),
  'w:commentReference': (reader) => reader.context.warnings.add('word-comments'),
}

/** What to do where an element closes. */
export const closers: Record<string, (reader: DocumentReader) => void> = {
  'w:p': (reader) => reader.closeParagraph(),
  'w:pPr': (reader) => {
    if (reader.paragraph) reader.paragraph.inProperties = false
  },
  'w:r': (reader) => {
    reader.runs.pop()
  },
  'm:r': (reader) => {
    reader.runs.pop()
  },
  'w:rPr': (reader) => {
    reader.inRunProperties = false
  },
  'a:p': (reader) => reader.put(' '),
  'w:tc': (reader) => {
    const blocks = reader.closeContainer()
    reader.container.tables.at(-1)?.at(-1)?.push(blocks)
  },
  'w:tbl': (reader) => {
    const table = reader.container.tables.pop()
    if (table) reader.container.list.add(tableBlocks(table))
  },
  'w:txbxContent': (reader) => {
    const blocks = reader.closeContainer()
    if (reader.paragraph) reader.paragraph.after.push(...blocks)
    else reader.container.list.add(blocks)
  },
  'mc:AlternateContent': (reader) => {
    reader.alternatives.pop()
  },
  'w:footnote': closeNote,
  'w:endnote': closeNote,
}
