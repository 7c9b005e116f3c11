import { fold } from '#core/text/fold'
import { Chance, placeNames, wordsFrom } from './corpus/words'

/** Three hundred searches of every kind that people make: the same ones every time for a seed. */
export function mixedQueries(people: string[], seed = 99): string[] {
  const chance = new Chance(seed)
  const words = (count: number) => wordsFrom(chance, count)
  const name = () => people[Math.floor(people.length * chance.next() ** 2)]!
  const short = (text: string) => text.split(' ').slice(-2).join(' ')
  return Array.from({ length: 25 }, () => [
    `${words(2)} `,
    fold(words(2), 'bare'),
    `"${words(2)}"`,
    `"${fold(words(2), 'bare')}"`,
    `${words(1)} `,
    words(1).slice(0, 2),
    fold(words(2), 'bare').slice(0, -1),
    name(),
    `"${short(name())}" ${words(1)} `,
    `người:"${name()}" ${words(1)} `,
    `chức vụ:"Phó Chủ tịch HĐND" nơi:"${chance.one(placeNames)}" `,
    `${words(1)} ngày:${2015 + chance.below(10)} loại:"tiếp xúc cử tri" -${words(1)}`,
  ]).flat()
}
