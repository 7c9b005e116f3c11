import { readFileSync } from 'node:fs'

/**
 * Reads one release of `texts/`: lines of `@field words`, in reading order.
 * @param {string} name
 * @returns fields that stand once, and `flow`: paragraphs and figures in order
 */
export function readRelease(name) {
  const release = { flow: [], left: [], right: [], sign: [] }
  for (const line of readFileSync(new URL(`./texts/${name}.txt`, import.meta.url), 'utf8').split('\n')) {
    const [, field, value] = /^@(\w+) (.*)$/.exec(line) ?? []
    if (field === 'p') release.flow.push({ text: value })
    else if (field === 'fig') {
      const [picture, caption] = value.split(' | ')
      release.flow.push({ picture, caption })
    } else if (Array.isArray(release[field])) release[field].push(value)
    else if (field) release[field] = value
  }
  return release
}

/**
 * The closing lines with author and photographer, in the three ways offices write them.
 * @param {'apart' | 'together' | 'labelled'} manner
 */
export function credits({ author, photographer }, manner = 'apart') {
  if (!author) return []
  if (manner === 'together') return [`Tin, ảnh: ${author}`]
  return [manner === 'labelled' ? `Bài: ${author}` : author, `Ảnh: ${photographer}`]
}
