import type { PartialDate, TextSpan } from '../../model/common'
import type { EventFields, Reason } from '../../model/draft'
import type { EventType } from '../../model/vocabulary'
import { bodyAt } from '../bodies'
import { expanded } from '../people'
import type { Found } from '../reading'
import { type Part, reason, type Scene, spanOf, textOf } from '../scene'
import { type Host, hostOf, sentenceStart } from './host'
import type { EventPhrase } from './name'
import { mainPhrase, phrasesIn } from './phrases'
import { placeOf } from './place'
import { whenIn } from './when'

/**
 * The main event: its name where the lede (or first paragraph) states it, else the title's;
 * with date, place and host.
 * @returns null where the article reports none
 */
export function eventOf(
  scene: Scene,
  published: PartialDate | null,
  citations: readonly TextSpan[],
): Found<EventFields> | null {
  const title = scene.parts.filter((part) => part.part === 'title')
  const text = scene.parts.filter((part) => part.part === 'lede' || part.part === 'body').slice(0, 2)
  const phrase = mainPhrase(scene, title, text)
  if (!phrase) return null
  const when = whenIn(scene, [...text, ...title], published, citations, phrase.part)
  const where = placeOf(scene, phrase, text, title)
  const found = hostOf(scene, phrase) ?? hostElsewhere(scene, phrase, [...text, ...title])
  const host = found && fullest(scene, found, [...text, ...title])
  // What has neither day nor place nor host is talk about events, not the report of one.
  if (!when.span && !where && !host) return null
  const why: Reason[] = [reason('event-name', { words: textOf(phrase.part, phrase.from, phrase.to) })]
  if (when.yearInferred) why.push(reason('year-inferred', { date: when.from ?? '' }))
  const spans = [spanOf(phrase.part, phrase.from, phrase.to)]
  if (when.span) spans.push(when.span)
  for (const one of [where, host]) if (one) spans.push(spanOf(one.part, one.from, one.to))
  return {
    value: {
      type: typeOf(scene, phrase, title),
      title: textOf(phrase.part, phrase.from, phrase.to),
      from: when.from,
      to: when.to,
      place: where?.text ?? null,
      host: host?.text ?? null,
    },
    spans,
    confidence: phrase.part.part === 'title' ? 0.75 : phrase.score > 6 ? 0.92 : 0.8,
    why,
  }
}

/** A supervising team that works with a commune supervises; one that surveys surveys. */
function typeOf(scene: Scene, phrase: EventPhrase, title: readonly Part[]): EventType {
  // "trao tặng nhà đồng đội": nothing that is awarded.
  if (phrase.type === 'award' && phrase.part.tokens[phrase.from]?.key === 'trao' && !holdsAward(scene, phrase)) {
    return 'ceremony'
  }
  if (phrase.type !== 'working-visit') return phrase.type
  const start = sentenceStart(scene, phrase.part, phrase.from)
  const team = /(?:đoàn|tổ) (giám sát|khảo sát)/iu.exec(textOf(phrase.part, start, phrase.from))?.[1]?.toLowerCase()
  if (team) return team === 'giám sát' ? 'supervision' : 'survey'
  const titled = title.flatMap((part) => phrasesIn(scene, part, 0)).map((one) => one.type)
  return titled.find((type) => type === 'supervision' || type === 'survey') ?? phrase.type
}

function holdsAward({ vocabulary }: Scene, { part, from, to }: EventPhrase): boolean {
  for (let i = from; i < to; i++) if (vocabulary.awardKinds.longestAt(part.tokens, i)) return true
  return part.tokens.slice(from, to).some((token) => token.key === 'thưởng')
}

/** "Thường trực HĐND tỉnh" where another opening part writes "Thường trực HĐND tỉnh Cao Bằng". */
function fullest(scene: Scene, host: Host, parts: readonly Part[]): Host {
  let best = host
  const words = expanded(scene, host.text)
  for (const part of parts) {
    const first = part.tokens.findIndex((token) => token.key === host.part.tokens[host.from]?.key)
    for (let i = first; i >= 0 && i < part.tokens.length; i++) {
      if (part.tokens[i]?.key !== host.part.tokens[host.from]?.key) continue
      // "Phó Chủ tịch | Thường trực HĐND tỉnh Đắk Lắk": the words of a post.
      if (inPost(scene, part, i)) continue
      const end = bodyAt(scene, part, i)?.end ?? i
      const text = textOf(part, i, end)
      if (text.length <= best.text.length) continue
      const other = expanded(scene, text)
      const unit = part.tokens[i + words.length]
      const extended = unit !== undefined && scene.vocabulary.levels.longestAt(part.tokens, end - 1) === null
      const place = other.slice(words.length).join(' ')
      const named = /^(?:tỉnh|thành phố|huyện|xã|phường|tp|đặc khu|thị xã|quận|thị trấn)(?: |$)/.test(place)
      const bare = scene.vocabulary.levels.longestAt(host.part.tokens, host.to - 1) !== null
      if (extended && (named || bare) && words.every((word, at) => other[at] === word))
        best = { text, part, from: i, to: end }
    }
  }
  return best
}

const inPost = ({ vocabulary }: Scene, { tokens }: Part, i: number): boolean =>
  [1, 2, 3].some((back) => vocabulary.officeHeads.longestAt(tokens, i - back)?.end === i)

/** The host from the other opening parts when the event sentence names none. */
function hostElsewhere(scene: Scene, phrase: EventPhrase, parts: readonly Part[]): Host | null {
  for (const part of parts) {
    if (part === phrase.part) continue
    const [other] = phrasesIn(scene, part, 0).filter((one) => one.type === phrase.type)
    const host = other ? hostOf(scene, other) : null
    if (host) return host
  }
  return null
}
