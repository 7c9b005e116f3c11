import type { PhotoBatch } from '#contract/photos'
import type { Picked } from '../../ui/Picker'
import { readDate } from '../../words/dates'
import { namesIn } from './PhotoFields'

export const captionWays = ['set', 'before', 'after', 'replace', 'number', 'article'] as const
export const peopleWays = ['add', 'remove', 'set'] as const

/** How captions are to be written; `find` is what is replaced. */
export interface CaptionEntry {
  how: (typeof captionWays)[number]
  text: string
  find: string
}

export interface PeopleEntry {
  how: (typeof peopleWays)[number]
  people: { id?: string; name: string }[]
}

/** What is typed into each ticked field; fields that are not ticked are absent. */
export type Batch = Partial<
  Record<'photographers' | 'place' | 'takenOn' | 'rights' | 'physicalDescription', string>
> & {
  caption?: CaptionEntry
  people?: PeopleEntry
  event?: Picked | null
  onlyEmpty?: boolean
}

export interface RowProps {
  batch: Batch
  onBatch: (batch: Batch) => void
}

const clean = (text: string): string => text.normalize('NFC').trim()

/** What a batch writes; a date that is none yet, and rules that say nothing yet, are left out. */
export function setOf({ event, photographers, takenOn, caption, people, onlyEmpty, ...texts }: Batch): PhotoBatch {
  const date = takenOn === undefined ? undefined : readDate(takenOn)
  const set: PhotoBatch = {
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, clean(text ?? '')])),
    ...(photographers === undefined ? {} : { photographers: namesIn(photographers) }),
    ...(date === undefined ? {} : { takenOn: date }),
    ...(event === undefined ? {} : { eventId: event?.id ?? null }),
    ...(caption && captionSet(caption)),
    ...(people && peopleSet(people)),
  }
  return onlyEmpty && Object.keys(set).length > 0 ? { ...set, onlyEmpty } : set
}

function captionSet({ how, text, find }: CaptionEntry): Pick<PhotoBatch, 'caption' | 'captionRule'> {
  switch (how) {
    case 'set':
      return { caption: clean(text) }
    case 'replace':
      return find === '' ? {} : { captionRule: { how, find, text } }
    case 'article':
      return { captionRule: { how } }
    default:
      return clean(text) === '' ? {} : { captionRule: { how, text: clean(text) } }
  }
}

/** Nobody to be added or taken out says nothing; nobody at all is what "these and nobody else" may mean. */
function peopleSet({ how, people }: PeopleEntry): Pick<PhotoBatch, 'peopleRule'> {
  if (people.length === 0 && how !== 'set') return {}
  return { peopleRule: { how, people: people.map(({ id, name }) => (id ? { personId: id } : { name })) } }
}
