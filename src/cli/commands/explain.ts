import { resolve } from 'node:path'
import type { Explanation, Finding } from '#contract/explain'
import { formatDate } from '#core/text/dates'
import { type Door, printable } from '../door'

/** Colours of the kinds, on a terminal only. */
const COLOURS: Record<Finding['kind'], number> = {
  event: 35,
  person: 36,
  organization: 33,
  place: 32,
  document: 34,
  award: 31,
}

interface Mark {
  kind: Finding['kind']
  start: number
  end: number
}

/** Shows a file as the reader saw it: every part by name, findings marked in the text, then all with reasons. */
export async function explainOne(door: Door, file: string): Promise<void> {
  const explanation = { ...(await door.call('intake.explain', { path: resolve(file) })), file }
  door.give(explanation)
  if (door.json) return
  const paint = painter(process.stdout.isTTY === true && process.env.NO_COLOR === undefined)
  process.stdout.write(
    `${[...textLines(door, explanation, paint), ...findingLines(door, explanation, paint)].join('\n')}\n`,
  )
}

type Paint = (text: string, colour: number) => string

function painter(colours: boolean): Paint {
  return (text, colour) => (colours ? `\u001b[${colour}m${text}\u001b[0m` : text)
}

function textLines({ words }: Door, explanation: Explanation, paint: Paint): string[] {
  const { file, parts, findings, authors, photographers, publishedOn } = explanation
  const lines = [paint(printable(file), 1)]
  for (const { part, index, text } of parts) {
    const marks = findings
      .flatMap(({ kind, spans }) => spans.map((span) => ({ ...span, kind })))
      .filter((span) => span.part === part && span.index === index)
    const heading = words(`explain.part.${part}`, { n: index + 1 })
    lines.push(
      '',
      paint(heading, 2),
      `  ${marked(text, nested(marks), (kind) => words(`explain.kind.${kind}`), paint)}`,
    )
  }
  const ends = [
    ...(authors.length > 0 ? [words('explain.authors', { names: authors.join(', ') })] : []),
    ...(photographers.length > 0 ? [words('explain.photographers', { names: photographers.join(', ') })] : []),
    ...(publishedOn ? [words('explain.published', { day: formatDate(publishedOn) })] : []),
  ]
  return ends.length === 0
    ? lines
    : [...lines, '', paint(words('explain.part.byline'), 2), ...ends.map((line) => `  ${printable(line)}`)]
}

/** Marks that lie inside or beside one another, outermost first; one that crosses another is only listed. */
function nested(marks: Mark[]): Mark[] {
  const kept: Mark[] = []
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const crosses = kept.some((one) => mark.start < one.end && mark.end > one.end)
    const same = kept.some((one) => one.start === mark.start && one.end === mark.end && one.kind === mark.kind)
    if (!crosses && !same) kept.push(mark)
  }
  return kept
}

/** The text with `[kind: words]` around each mark. */
function marked(text: string, marks: Mark[], name: (kind: Finding['kind']) => string, paint: Paint): string {
  const open: Mark[] = []
  let shown = ''
  let at = 0
  const upTo = (end: number) => {
    const piece = printable(text.slice(at, end))
    const inside = open.at(-1)
    shown += inside && piece !== '' ? paint(piece, COLOURS[inside.kind]) : piece
    at = Math.max(at, end)
  }
  const close = (place: number) => {
    for (let last = open.at(-1); last && last.end <= place; last = open.at(-1)) {
      upTo(last.end)
      shown += paint(']', 2)
      open.pop()
    }
  }
  for (const mark of marks) {
    close(mark.start)
    upTo(mark.start)
    shown += paint(`[${name(mark.kind)}: `, 2)
    open.push(mark)
  }
  close(Number.POSITIVE_INFINITY)
  upTo(text.length)
  return shown
}

/** Dates as people write them. */
function dated(text: string): string {
  return /^\d{4}(-\d\d){0,2}$/.test(text) ? formatDate(text) : text
}

function findingLines({ words }: Door, { findings }: Explanation, paint: Paint): string[] {
  if (findings.length === 0) return ['', words('explain.nothing')]
  const widest = Math.max(...findings.map(({ kind }) => words(`explain.kind.${kind}`).length))
  const lines = ['', paint(words('explain.found'), 2)]
  for (const { kind, name, details, eventType, confidence, why } of findings) {
    const label = words(`explain.kind.${kind}`).padEnd(widest)
    const all = [...(eventType ? [words(`eventType.${eventType}`)] : []), ...details.map(dated)].join(' · ')
    const sure = `${Math.round(confidence * 100)}`.padStart(4)
    lines.push(
      `${sure} %  ${paint(label, COLOURS[kind])}  ${printable(name)}${all === '' ? '' : printable(` — ${all}`)}`,
    )
    for (const { code, args } of why) {
      const said = words(`reason.${code}` as Parameters<typeof words>[0], args)
      lines.push(`${' '.repeat(widest + 10)}${printable(said)}`)
    }
  }
  return lines
}
