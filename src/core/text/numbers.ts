const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/** Words that differ from region to region: trăm linh/lẻ năm, nghìn/ngàn. */
export interface NumberWords {
  zeroTens: 'linh' | 'lẻ'
  thousand: 'nghìn' | 'ngàn'
}

const northern: NumberWords = { zeroTens: 'linh', thousand: 'nghìn' }

/**
 * A whole number in Vietnamese words, as closing lines of forms state it: 115 → một trăm mười lăm,
 * 2024 → hai nghìn không trăm hai mươi tư. The words are the language's, not the interface's.
 * @param value 0 or more, a safe integer
 * @param words of the region, northern where left out
 * @throws RangeError for anything else
 */
export function numberInWords(value: number, words: NumberWords = northern): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a whole number: ${value}`)
  if (value === 0) return digits[0]!
  const billions = Math.floor(value / 1e9)
  const rest = value % 1e9
  const high = billions > 0 ? `${numberInWords(billions, words)} tỷ` : ''
  return [high, belowBillion(rest, billions > 0, words)].filter((part) => part !== '').join(' ')
}

/** @param full whether something stands before, so that a missing hundred is said (không trăm linh năm) */
function belowBillion(value: number, full: boolean, words: NumberWords): string {
  const scales = ['', words.thousand, 'triệu']
  const parts: string[] = []
  for (let scale = 2; scale >= 0; scale--) {
    const group = Math.floor(value / 1000 ** scale) % 1000
    if (group === 0) continue
    const said = belowThousand(group, full || parts.length > 0, words)
    parts.push(scale === 0 ? said : `${said} ${scales[scale]}`)
  }
  return parts.join(' ')
}

function belowThousand(value: number, full: boolean, { zeroTens }: NumberWords): string {
  const hundreds = Math.floor(value / 100)
  const rest = value % 100
  const head = hundreds > 0 || full ? `${digits[hundreds]} trăm` : ''
  if (rest === 0) return head
  const tail = rest < 10 && head !== '' ? `${zeroTens} ${digits[rest]}` : belowHundred(rest)
  return head === '' ? tail : `${head} ${tail}`
}

function belowHundred(value: number): string {
  const tens = Math.floor(value / 10)
  const unit = value % 10
  if (tens === 0) return digits[unit]!
  const head = tens === 1 ? 'mười' : `${digits[tens]} mươi`
  return unit === 0 ? head : `${head} ${unitAfterTens(tens, unit)}`
}

function unitAfterTens(tens: number, unit: number): string {
  if (unit === 5) return 'lăm'
  if (tens > 1 && unit === 1) return 'mốt'
  if (tens > 1 && unit === 4) return 'tư'
  return digits[unit]!
}

/** A count as forms print it: a leading 0 below ten (Nghị định 30/2020/NĐ-CP, Phụ lục I), thousands parted. */
export const twoDigits = (count: number): string => (count < 10 ? `0${count}` : count.toLocaleString('vi-VN'))

/** The same with a capital, as it stands after a colon. */
export function numberInWordsCapital(value: number, words?: NumberWords): string {
  const said = numberInWords(value, words)
  return said[0]!.toLocaleUpperCase('vi') + said.slice(1)
}
