import { z } from 'zod'
import { Award, CitedDocument } from '../model/article'
import { PartialDate } from '../model/common'
import { EventFields, PersonFields } from '../model/draft'
import type { PressReading } from './reading'

/** One line of `kho read --json`, and the form of gold annotations: the reading contract. */
export const ReadingJson = z.object({
  file: z.string(),
  title: z.string(),
  lede: z.string().nullable(),
  publishedOn: PartialDate.nullable(),
  body: z.array(z.string()),
  captions: z.array(z.string()),
  authors: z.array(z.string()),
  photographers: z.array(z.string()),
  event: EventFields.nullable(),
  people: z.array(PersonFields),
  organizations: z.array(z.string()),
  places: z.array(z.string()),
  documents: z.array(CitedDocument),
  awards: z.array(Award),
  furniture: z.array(z.string()),
})
export type ReadingJson = z.infer<typeof ReadingJson>

/**
 * A reading in the form of the contract: values only, without spans and reasons.
 * @param file the file's name as given
 */
export function toContract(reading: PressReading, file: string): ReadingJson {
  return {
    file,
    title: reading.title,
    lede: reading.lede,
    publishedOn: reading.publishedOn,
    body: reading.body.filter((block) => block.kind !== 'figure').map((block) => block.text),
    captions: reading.captions.map((caption) => caption.text),
    authors: reading.authors,
    photographers: reading.photographers,
    event: reading.event?.value ?? null,
    people: reading.people.map((person) => person.value),
    organizations: reading.organizations.map((name) => name.value.name),
    places: reading.places.map((name) => name.value.name),
    documents: reading.documents.map((document) => document.value),
    awards: reading.awards.map((award) => award.value),
    furniture: reading.furniture,
  }
}
