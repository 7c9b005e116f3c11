import type { Command } from 'commander'
import type { ArticleView } from '#contract/operations'
import { formatDate } from '#core/text/dates'
import { type Door, exitCodes } from '../door'
import { collect } from '../groups'
import type { Register } from '../program'
import { openHere } from './archive'

interface ListOptions {
  limit: string
  offset: string
  sort: 'relevance' | 'newest' | 'oldest' | 'title'
}

/** list, search, show, tag. */
export const recordCommands: Register = (program, run, words) => {
  const paged = (command: Command) =>
    command
      .option('--limit <n>', words('cli.option.limit'), '50')
      .option('--offset <n>', words('cli.option.offset'), '0')
      .option('--sort <order>', words('cli.option.sort'))

  paged(program.command('list').argument('<archive>').description(words('cli.help.list'))).action(
    (archive: string, options: ListOptions, command: Command) =>
      run(command, (door) => listed(door, archive, '', options)),
  )
  paged(
    program.command('search').argument('<archive>').argument('<words...>').description(words('cli.help.search')),
  ).action((archive: string, text: string[], options: ListOptions, command: Command) =>
    run(command, (door) => listed(door, archive, text.join(' '), { ...options, sort: options.sort ?? 'relevance' })),
  )

  program
    .command('show')
    .argument('<archive>')
    .argument('<article>', words('cli.argument.article'))
    .description(words('cli.help.show'))
    .action((archive: string, article: string, _options: unknown, command: Command) =>
      run(command, async (door) => {
        await openHere(door, archive)
        const view = await door.call('article.get', { id: await idOf(door, article) })
        door.give(view)
        door.say(readable(door, view))
      }),
    )

  program
    .command('tag')
    .argument('<archive>')
    .argument('<article>', words('cli.argument.article'))
    .description(words('cli.help.tag'))
    .option('--event <title>', words('cli.option.event'))
    .option('--person <name, offices>', words('cli.option.person'), collect, [])
    .option('--place <name>', words('cli.option.place'), collect, [])
    .option('--organization <name>', words('cli.option.organization'), collect, [])
    .option('--topic <words>', words('cli.option.topic'), collect, [])
    .action((archive: string, article: string, options: TagOptions, command: Command) =>
      run(command, async (door) => {
        await openHere(door, archive)
        const view = await door.call('article.tag', { id: await idOf(door, article), tags: tagsOf(options) })
        door.give(view)
        door.say(readable(door, view))
      }),
    )
}

interface TagOptions {
  event?: string
  person: string[]
  place: string[]
  organization: string[]
  topic: string[]
}

function tagsOf({ event, person, place, organization, topic }: TagOptions) {
  const people = person.map((text) => {
    const [name = '', ...offices] = text.split(',').map((part) => part.trim())
    return { name, offices: offices.filter(Boolean) }
  })
  return {
    ...(event ? { event: { title: event } } : {}),
    people,
    places: place,
    organizations: organization,
    topics: topic,
  }
}

const noteKeys: Record<string, 'query.note.place-predecessors' | 'query.note.index-rebuilding'> = {
  'place-predecessors': 'query.note.place-predecessors',
  'index-rebuilding': 'query.note.index-rebuilding',
}

async function listed(door: Door, archive: string, text: string, { limit, offset, sort }: ListOptions): Promise<void> {
  await openHere(door, archive)
  const page = await door.call('article.list', {
    text,
    sort: sort ?? 'newest',
    limit: Number(limit),
    offset: Number(offset),
  })
  door.give(page)
  for (const row of page.rows) {
    const date = row.date && row.dateKind !== 'received' ? formatDate(row.date) : ''
    door.say(
      `${String(row.serial).padStart(6)}  ${date.padEnd(10)}  ${row.title}${row.eventTitle ? `\n                    ${row.eventTitle}` : ''}`,
    )
  }
  for (const { code, args } of page.notes) {
    const key = noteKeys[code]
    if (key) door.say(door.words(key, args))
  }
  door.say(door.words('cli.list.total', { total: page.total, shown: page.rows.length }))
  if (!page.exact) door.say(door.words('query.more', { total: page.total }))
  if (text && page.total === 0) door.exit = exitCodes.done
}

/** An article is named by its id or its serial number. */
export async function idOf(door: Door, article: string): Promise<string> {
  if (!/^\d{1,9}$/.test(article)) return article
  const wanted = Number(article)
  for (let offset = 0; ; offset += 500) {
    const { rows, total } = await door.call('article.list', { sort: 'oldest', limit: 500, offset })
    const row = rows.find(({ serial }) => serial === wanted)
    if (row) return row.id
    if (offset + 500 >= total) return article
  }
}

function readable({ words }: Door, { article, events, people }: ArticleView): string {
  const names = new Map(people.map((person) => [person.id, person.name]))
  const line = (label: string, value: string) => (value ? `  ${label}: ${value}` : null)
  const rows = [
    `${article.serial}  ${article.title}`,
    line(words('cli.read.published'), article.publishedOn ? formatDate(article.publishedOn) : ''),
    line(words('cli.read.lede'), article.lede ?? ''),
    ...article.body.map((block) => `  ${block.text}`),
    ...article.photos.map(({ caption }) => line(words('cli.read.caption'), caption)),
    line(words('cli.read.authors'), article.authors.join(', ')),
    line(words('cli.read.photographers'), article.photographers.join(', ')),
    ...events.map((event) =>
      line(
        words('cli.read.event'),
        [words(`eventType.${event.type}`), event.title, event.from && formatDate(event.from)]
          .filter(Boolean)
          .join(' · '),
      ),
    ),
    ...article.mentions.map((mention) =>
      line(words('cli.read.person'), [names.get(mention.personId) ?? mention.name, ...mention.offices].join(', ')),
    ),
    line(words('cli.read.organizations'), article.organizations.map(({ name }) => name).join('; ')),
    line(words('cli.read.topics'), article.topics.join('; ')),
    line(words('cli.read.places'), article.places.map(({ name }) => name).join('; ')),
    ...article.documents.map(({ type, number, subject }) =>
      line(words('cli.read.document'), [type, number, subject].filter(Boolean).join(' ')),
    ),
  ]
  return rows.filter((row) => row !== null).join('\n')
}
