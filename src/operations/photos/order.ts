import type { Archive } from '#archive/archive'
import { autoChoose } from '#authority/match-people'
import { officesOn } from '#authority/offices'
import type { NamedInOrder } from '#contract/photos'
import { type Photo, type Region, turnOf } from '#core/model/photo'
import { rowsOf } from '#core/pictures/rows'
import { regionShown } from '#core/pictures/turn'
import { namesInOrder, type Placed, readOrder } from '#core/press/order/read'
import { orderWords } from '#core/press/order/words'
import { orderSentence, type Written, withOrderSentence } from '#core/press/order/write'
import { comparable } from '#core/text/fold'
import { now, type OperationContext, openArchiveOf } from '../context'
import { authorityMatcher } from '../intake/suggestions'
import type { Handler } from '../runner'
import { photoOf, viewOf } from './photos'

/** The people of a caption and where they stand; those of the photo's own articles are meant first. */
export const namesInOrderOf: Handler<'photo.namesInOrder'> = async (context, { id, text }) => {
  const archive = openArchiveOf(context)
  const photo = await photoOf(archive, id)
  const { people } = await viewOf(archive, photo)
  const placed = await placedIn(
    context,
    text,
    people.map(({ name }) => name),
  )
  const matcher = await authorityMatcher(context, archive, dayOf(context, photo))
  const names = placed.map(async (one): Promise<NamedInOrder> => {
    const own = people.find(({ name }) => comparable(name) === comparable(one.name))
    return { ...one, personId: own?.id ?? autoChoose(await matcher.people(one.name, [])) }
  })
  return { names: await Promise.all(names) }
}

/** A text that says nothing of order may be a plain list: its names stand from left to right. */
async function placedIn(context: OperationContext, text: string, known: string[]): Promise<Placed[]> {
  const words = orderWords((await context.vocabulary()).data)
  const placed = readOrder(text, words, known)
  if (placed.length > 0) return placed
  return namesInOrder(text, words, known).map((name, at) => ({
    name,
    office: '',
    row: null,
    from: 'left',
    nth: at + 1,
  }))
}

/** The way back: who stands where by their boxes, written into the caption. */
export const writeOrder: Handler<'photo.orderWritten'> = async (context, { id, caption }) => {
  const archive = openArchiveOf(context)
  const photo = await photoOf(archive, id)
  const { data } = await context.vocabulary()
  const marked = await markedPeople(archive, photo, photo.takenOn)
  const sentence = orderSentence(rowsOf(marked), data.captions.writing)
  return {
    caption: sentence === '' ? caption : withOrderSentence(caption, sentence, orderWords(data)),
    people: marked.length,
  }
}

/** People with boxes as the picture is shown, each in the office an article of the photo names, or held that day. */
async function markedPeople(archive: Archive, photo: Photo, takenOn: string | null): Promise<(Region & Written)[]> {
  const articles = await archive.getMany('article', await archive.index.usesOfPhoto(photo.id))
  const day = takenOn ?? articles[0]?.publishedOn ?? null
  const named = new Map(articles.flatMap(({ mentions }) => mentions).map((one) => [one.personId, one]))
  const people = await archive.getMany(
    'person',
    photo.people.filter(({ region }) => region !== null).map(({ personId }) => personId),
  )
  return people.flatMap((person) => {
    const region = photo.people.find(({ personId }) => personId === person.id)?.region
    if (!region) return []
    const said = named.get(person.id)?.offices ?? []
    const offices = said.length > 0 ? said : officesOn(person, day).map(({ office }) => office)
    return [{ ...regionShown(region, turnOf(photo)), name: person.name, office: offices.join(', ') }]
  })
}

const dayOf = (context: OperationContext, photo: Photo): string => photo.takenOn ?? now(context).slice(0, 10)
