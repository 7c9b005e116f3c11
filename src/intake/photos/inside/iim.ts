import type { Inside } from '#core/pictures/inside'
import { latin, viewOf } from './source'
import { decodeTogether, kept } from './text'

/** Datasets of record 2 that hold words, under exiftool's names (IPTC-IIM 4.2, chapter 6). */
const NAMES: Record<number, string> = {
  5: 'ObjectName',
  7: 'EditStatus',
  15: 'Category',
  20: 'SupplementalCategories',
  25: 'Keywords',
  27: 'ContentLocationName',
  40: 'SpecialInstructions',
  55: 'DateCreated',
  60: 'TimeCreated',
  62: 'DigitalCreationDate',
  63: 'DigitalCreationTime',
  65: 'OriginatingProgram',
  80: 'By-line',
  85: 'By-lineTitle',
  90: 'City',
  92: 'Sub-location',
  95: 'Province-State',
  100: 'Country-PrimaryLocationCode',
  101: 'Country-PrimaryLocationName',
  103: 'OriginalTransmissionReference',
  105: 'Headline',
  110: 'Credit',
  115: 'Source',
  116: 'CopyrightNotice',
  118: 'Contact',
  120: 'Caption-Abstract',
  122: 'Writer-Editor',
}
const MOST_DATASETS = 5_000
/** ESC % G: the strings of record 2 are UTF-8. */
const UTF8 = '\x1b%G'

interface Dataset {
  record: number
  number: number
  bytes: Uint8Array
}

/**
 * Reads IPTC-IIM. Whether it is UTF-8 is told by the bytes themselves: many desks write UTF-8 without the mark, some
 * the mark over something else; where both could be, the mark decides.
 */
export function readIim(blocks: Uint8Array[]): Inside[] {
  const sets = blocks.flatMap(datasetsIn).slice(0, MOST_DATASETS)
  const own = sets.filter(({ record, number }) => record === 2 && NAMES[number])
  const marked = sets.some(({ record, number, bytes }) => record === 1 && number === 90 && latin(bytes) === UTF8)
  const bytes = own.map((set) => set.bytes)
  const texts = marked ? decodeMarked(bytes) : decodeTogether(bytes)
  const words = new Map<number, string[]>()
  own.forEach(({ number }, at) => {
    const text = kept(texts[at] ?? '')
    if (text !== '') words.set(number, [...(words.get(number) ?? []), text])
  })
  return [...words].map(([number, values]) => ({ tag: `IPTC:${NAMES[number]}`, values }))
}

/** A damaged letter in text said to be UTF-8 costs that letter; text that is mostly none of it is read as what it is. */
function decodeMarked(texts: Uint8Array[]): string[] {
  const utf8 = texts.map((bytes) => new TextDecoder('utf-8').decode(bytes).replace(/\ufffd$/, ''))
  const broken = utf8.join('').match(/\ufffd/g)?.length ?? 0
  const whole = utf8.join('').match(/[\u0080-\ufffc]/g)?.length ?? 0
  return broken > whole ? decodeTogether(texts) : utf8
}

function datasetsIn(bytes: Uint8Array): Dataset[] {
  const view = viewOf(bytes)
  const sets: Dataset[] = []
  let at = 0
  while (at + 5 <= bytes.length && sets.length < MOST_DATASETS) {
    // Between blocks padding may stand; where something else does, the rest is no IIM.
    if (bytes[at] !== 0x1c) {
      if (bytes[at] !== 0) break
      at += 1
      continue
    }
    let length = view.getUint16(at + 3)
    let start = at + 5
    if (length & 0x8000) {
      const size = length & 0x7fff
      if (size > 4 || start + size > bytes.length) break
      length = bytes.subarray(start, start + size).reduce((sum, byte) => sum * 256 + byte, 0)
      start += size
    }
    sets.push({ record: bytes[at + 1]!, number: bytes[at + 2]!, bytes: bytes.subarray(start, start + length) })
    at = start + length
  }
  return sets
}
