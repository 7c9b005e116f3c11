import type { SourceText } from '#core/press/source'
import { oneLine } from '../clean'
import { attribute, elementsNamed, type HtmlDocument, textOf } from './dom'

/**
 * What a page says of itself, hints for the reader and not facts: title, author, date, address and site
 * name from meta elements (Dublin Core, Open Graph), from JSON-LD and from the comment browsers leave in
 * saved pages.
 * @param text the page before parsing, for that comment
 */
export function pageMeta(document: HtmlDocument, text: string): SourceText['meta'] {
  const first = namedMeta(document)
  const said = jsonLd(document)
  const author = first('dc:creator', 'dc.creator', 'dcterms.creator', 'author', 'article:author', 'byl')
  const saved = /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+)/i.exec(text.slice(0, 4000))?.[1]
  const linked = elementsNamed(document, 'link').find((one) => attribute(one, 'rel').toLowerCase() === 'canonical')
  const found: SourceText['meta'] = {
    title:
      first('dc:title', 'dc.title', 'dcterms.title', 'og:title', 'twitter:title') ??
      said.headline ??
      tabTitle(document),
    // Some sites put the address of a profile where the name belongs.
    author: author && !/^https?:/i.test(author) ? author : said.author,
    publishedOn:
      first('article:published_time', 'datepublished', 'pubdate', 'dc.date', 'date') ??
      said.datePublished ??
      stampedTime(document),
    address: webAddress(first('og:url') ?? (linked ? attribute(linked, 'href') : '')) ?? webAddress(saved ?? ''),
    siteName: first('og:site_name', 'application-name'),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value)) as SourceText['meta']
}

/** Looks up meta elements by name: those given as properties before those given as names. */
function namedMeta(document: HtmlDocument): (...names: string[]) => string | undefined {
  const byKind = {
    property: new Map<string, string>(),
    name: new Map<string, string>(),
    itemprop: new Map<string, string>(),
  }
  for (const element of elementsNamed(document, 'meta')) {
    const content = oneLine(attribute(element, 'content'))
    for (const [kind, values] of Object.entries(byKind)) {
      const name = attribute(element, kind).toLowerCase()
      if (name && content && !values.has(name)) values.set(name, content)
    }
  }
  const maps = Object.values(byKind)
  return (...names) =>
    names.flatMap((name) => maps.map((values) => values.get(name))).find((value) => value !== undefined)
}

/** The first machine-readable time of an article or its head. */
function stampedTime(document: HtmlDocument): string | undefined {
  const times = elementsNamed(document, 'time').map((one) => attribute(one, 'datetime'))
  return times.find((one) => /^\d{4}-\d\d-\d\d/.test(one))
}

/** The page's title element as the browser shows it. */
export function tabTitle(document: HtmlDocument): string {
  const element = elementsNamed(document, 'title')[0]
  return element ? oneLine(textOf(element)) : ''
}

function webAddress(address: string): string | undefined {
  return /^https?:\/\/[^\s"'<>]+$/i.test(address) ? address : undefined
}

/** headline, author and datePublished of the first news article in the page's JSON-LD (schema.org). */
function jsonLd(document: HtmlDocument): { headline?: string; author?: string; datePublished?: string } {
  for (const script of elementsNamed(document, 'script')) {
    if (attribute(script, 'type').toLowerCase() !== 'application/ld+json') continue
    const item = articleIn(textOf(script))
    if (!item) continue
    const author = Array.isArray(item.author) ? item.author[0] : item.author
    const name = typeof author === 'object' && author !== null ? (author as Record<string, unknown>).name : author
    return { headline: line(item.headline), author: line(name), datePublished: line(item.datePublished) }
  }
  return {}
}

function articleIn(json: string): Record<string, unknown> | null {
  try {
    const data: unknown = JSON.parse(json)
    const graph = typeof data === 'object' && data !== null && '@graph' in data ? data['@graph'] : data
    const items: unknown[] = Array.isArray(graph) ? graph : [graph]
    return (items.find((one) =>
      /article|newsarticle|posting/i.test(String((one as Record<string, unknown>)?.['@type'])),
    ) ?? null) as Record<string, unknown> | null
  } catch {
    return null
  }
}

function line(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? oneLine(value) : undefined
}
