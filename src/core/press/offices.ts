import { bodyAt, placeNameEnd } from './bodies'
import type { Part, Scene } from './scene'

export interface OfficeHit {
  from: number
  end: number
}

const SEPARATORS = new Set([',', '-', ';'])

/**
 * Reads one office at token `i`: (nguyên) post, (Thường trực), body, level, place, term.
 * Ends before a person's name, a comma or a verb.
 */
export function officeAt(scene: Scene, part: Part, i: number): OfficeHit | null {
  const { tokens } = part
  const { vocabulary } = scene
  let at = i
  const prefix = vocabulary.officePrefixes.longestAt(tokens, at)
  if (prefix) at = prefix.end
  const head = vocabulary.officeHeads.longestAt(tokens, at)
  if (!head) return null
  at = head.end
  const modified = readModifiers(scene, part, at)
  const complement = readComplement(scene, part, modified)
  if (head.value === 'leading' && complement === modified) return null
  return { from: i, end: complement }
}

function readModifiers(scene: Scene, part: Part, from: number): number {
  let at = from
  for (let guard = 0; guard < 3; guard++) {
    const modifier = scene.vocabulary.officeModifiers.longestAt(part.tokens, at)
    if (!modifier) return at
    // "Thường trực HĐND" is a body: "Phó Chủ tịch Thường trực HĐND" still reads as post + modifier.
    at = modifier.end
  }
  return at
}

function readComplement(scene: Scene, part: Part, from: number): number {
  const { tokens } = part
  const { vocabulary } = scene
  let at = from
  for (let guard = 0; guard < 4; guard++) {
    const skip = tokens[at]?.key === 'của' ? at + 1 : at
    const body = tokens[skip]?.kind === 'word' ? bodyAt(scene, part, skip, true) : null
    if (body && !(skip > at && body.class === 'named')) {
      at = body.end
      continue
    }
    const unit = vocabulary.units.longestAt(tokens, at)
    if (unit?.value === 'admin') {
      const place = placeNameEnd(scene, part, unit.end)
      if (place === unit.end && !vocabulary.levels.longestAt(tokens, at)) break
      at = Math.max(place, unit.end)
      continue
    }
    break
  }
  return readTerm(scene, part, at)
}

/** "khóa XIX", "khóa 15". */
function readTerm(scene: Scene, part: Part, from: number): number {
  const { tokens } = part
  const term = scene.vocabulary.officeTerms.longestAt(tokens, from)
  const number = term && tokens[term.end]
  return term && number && (number.kind === 'number' || /^[IVXL]+$/.test(number.text)) ? term.end + 1 : from
}

/**
 * Reads offices one after another: "Ủy viên Ban Thường vụ Tỉnh ủy, Chủ tịch HĐND tỉnh kiêm Trưởng ban …".
 * @param semicolons whether `;` too may stand between two offices of one person
 */
export function officesAt(scene: Scene, part: Part, i: number): OfficeHit[] {
  const { tokens } = part
  const offices: OfficeHit[] = []
  let at = i
  for (;;) {
    const office = officeAt(scene, part, at)
    if (!office) return offices
    offices.push(office)
    const joiner = scene.vocabulary.officeJoiners.longestAt(tokens, office.end)
    const mark = tokens[office.end]?.key ?? ''
    if (joiner) at = joiner.end
    else if (SEPARATORS.has(mark) && mark !== ';') {
      const more = scene.vocabulary.officeJoiners.longestAt(tokens, office.end + 1)
      at = more ? more.end : office.end + 1
    } else return offices
  }
}
