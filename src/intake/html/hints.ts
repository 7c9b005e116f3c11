import type { SourceBlock } from '#core/press/source'
import { attribute, type HtmlElement, hintsOf } from './dom'

const FURNITURE =
  /\b(nav(bar|igation)?|(sub|top|main)?menu|breadcrumbs?|side ?bar|related|insert ?link|link ?insert|lien ?quan|tin ?(khac|moi|lien|cung|doc|nong)|cung ?chuyen ?muc|other ?(news|posts?)|read ?more|xem ?them|doc ?nhieu|most ?(read|view)|shar(e|ing)|social|addthis|fb ?like|comments?|binh ?luan|footer|header|banner|advert\w*|ads?|adv|qc|quang ?cao|popup|modal|cookies?|pag(er|ing|ination)|rating|vote|tags?|tool(s|bar)?|print|widget|newsletter|subscri(be|ption)|skip|login|search|copyright|audio|tts|text to speech|listen)\b/

const ROLES: [NonNullable<SourceBlock['role']>, RegExp][] = [
  [
    'caption',
    /\b(caption|chu ?thich|(pic|img|image|photo)s? ?(desc\w*|note|cap|title|caption)|wp caption text|tpl ?caption)\b/,
  ],
  [
    'lede',
    /\b(sapo|lead|lede|chapeau|tom ?tat|mo ?ta|trich ?yeu|summary|(news|article|detail|post) ?(intro|desc\w*)|(short|home) ?(desc\w*|intro\w*)|description|standfirst|teaser)\b/,
  ],
  ['byline', /\b(author|byline|tac ?gia|nguoi ?(viet|dang)|but ?danh|news ?source|nguon(?: ?tin)?)\b/],
  [
    'date',
    /\b((publish\w*|post|posted|news|article|entry|create\w*|ngay|thoi ?gian) ?(date|time|dang|on|gian)|date ?time|date|time|thoi ?gian|(entry|post|article|detail|news) ?(meta|info))\b/,
  ],
]

/** True where an element says it is no part of the article: navigation, related news, sharing, notices. */
export function saysFurniture(element: HtmlElement): boolean {
  if (['nav', 'aside', 'header', 'footer', 'menu', 'dialog'].includes(element.tagName)) return true
  if (['body', 'html', 'article', 'main'].includes(element.tagName)) return false
  // <h3 class="header-title">: a heading called so is the headline, no page header.
  if (/^h[1-4]$/.test(element.tagName) && /\b(header|page) ?title\b/.test(hintsOf(element))) return false
  if (/^(navigation|banner|contentinfo|complementary|search|menu|dialog)$/i.test(attribute(element, 'role')))
    return true
  return FURNITURE.test(hintsOf(element))
}

/** What an element claims its text to be, by tag, itemprop and the usual class names. */
export function roleOf(element: HtmlElement): SourceBlock['role'] {
  const item = attribute(element, 'itemprop').toLowerCase()
  if (element.tagName === 'figcaption' || element.tagName === 'caption' || item === 'caption') return 'caption'
  if (item === 'description' || item === 'alternativeheadline') return 'lede'
  if (item === 'author' || element.tagName === 'address' || attribute(element, 'rel') === 'author') return 'byline'
  if (element.tagName === 'time' || item.startsWith('date')) return 'date'
  const hints = hintsOf(element)
  if (hints.trim() === '') return undefined
  return ROLES.find(([, pattern]) => pattern.test(hints))?.[0]
}
