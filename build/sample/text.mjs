import iconv from 'iconv-lite'
import { credits } from './release.mjs'

/** Plain text as copied from a page: two empty lines stand where a picture stood. */
export function asText(release, manner) {
  const lines = [release.title, '', release.lede]
  for (const block of release.flow) {
    if (block.caption) lines.push('', '', block.caption)
    else lines.push('', block.text)
  }
  return [...lines, '', ...credits(release, manner), ''].join('\r\n')
}

/** Windows-1258 has no letters with two marks: the tone follows its vowel as a mark of its own. */
function split1258(text) {
  return Array.from(text, (letter) => {
    const marks = letter.normalize('NFD')
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(marks)?.[0] ?? ''
    return marks.replace(tone, '').normalize('NFC') + tone
  }).join('')
}

/** @param {'utf8' | 'utf16le' | 'windows-1258'} encoding UTF-16 gets its byte order mark */
export function encode(text, encoding) {
  if (encoding === 'utf8') return Buffer.from(text)
  if (encoding === 'utf16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  return iconv.encode(split1258(text), encoding)
}
