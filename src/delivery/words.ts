import { type KeysOf, type Language, type Translate, translator } from '#core/messages'
import type { PartialDate } from '#core/model/common'
import { formatDate } from '#core/text/dates'
import custodyEn from '#resources/locale/en/custody.json'
import deliveryEn from '#resources/locale/en/delivery.json'
import vocabularyEn from '#resources/locale/en/vocabulary.json'
import custodyVi from '#resources/locale/vi/custody.json'
import deliveryVi from '#resources/locale/vi/delivery.json'
import vocabularyVi from '#resources/locale/vi/vocabulary.json'

const words = {
  vi: { ...custodyVi, ...deliveryVi, ...vocabularyVi },
  en: { ...custodyEn, ...deliveryEn, ...vocabularyEn },
}

type Key = KeysOf<(typeof words)['vi']>

/** The words and forms of one delivery: messages by key, dates, sizes, texts fit for XML. */
export interface DeliveryWords {
  say: Translate<Key>
  date(date: PartialDate): string
  /** A number of bytes as people read it: 245 KB, 3,4 MB. */
  size(bytes: number): string
}

/** The words of a language; deliveries are Vietnamese unless their context says otherwise. */
export function deliveryWords(language: Language = 'vi'): DeliveryWords {
  // Made when first needed, as forms ask for their words when the programs start.
  let made: Intl.NumberFormat | null = null
  const shown = (n: number): string => {
    made ??= new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 })
    return made.format(n)
  }
  return {
    say: translator<Key>(words[language], language),
    date: (date) => formatDate(date, language),
    size: (bytes) =>
      bytes < 1024 * 1024 ? `${shown(Math.ceil(bytes / 1024))} KB` : `${shown(bytes / (1024 * 1024))} MB`,
  }
}

/**
 * A text as a Word or Excel file can hold it: NFC, no characters that XML 1.0 forbids, no half surrogates.
 * Everything else stays as it is.
 */
export function xmlText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
}
