import { BookmarkPlus, X } from 'lucide-react'
import { useState } from 'react'
import type { ArticleFacets } from '#core/model/views'
import { useReadOnly } from '../../state/archive'
import { linkKinds, type Search, useSearch } from '../../state/search'
import { Button } from '../../ui/Button'
import { type Phrases, usePhrases } from '../../words/words'
import { nameInFacets } from './facets'
import { type ListQuery, narrowed } from './query'
import { SaveSearchDialog } from './SaveSearchDialog'
import '../../ui/tags.css'

interface Chip {
  key: string
  what: string
  value: string
  without: Partial<Search>
}

/** What narrows the list now, each taken away by its cross; and keeping it all under a name. */
export function Chips({ query, facets }: { query: ListQuery; facets: ArticleFacets | undefined }) {
  const phrases = usePhrases()
  const { t } = phrases
  const search = useSearch()
  const readOnly = useReadOnly()
  const [saving, setSaving] = useState(false)
  if (!narrowed(query)) return null
  const chips = chipsOf(phrases, search, facets)
  return (
    <div className="chips" data-testid="chips">
      {chips.map(({ key, what, value, without }) => (
        <button
          key={key}
          type="button"
          className="filter-chip"
          aria-label={t('find.chip.remove', { what, value })}
          data-testid={`chip-${key}`}
          onClick={() => search.set(without)}
        >
          <span className="filter-chip-what">{what}:</span> {value}
          <X aria-hidden />
        </button>
      ))}
      <Button look="quiet" onClick={search.clear} data-testid="clear-search">
        {t('ui.archive.none.clear')}
      </Button>
      <Button
        look="quiet"
        icon={BookmarkPlus}
        disabled={readOnly}
        onClick={() => setSaving(true)}
        data-testid="save-search"
      >
        {t('find.saved.keep')}
      </Button>
      {saving && <SaveSearchDialog query={query} onClose={() => setSaving(false)} />}
    </div>
  )
}

function chipsOf({ t, maybe }: Phrases, search: Search, facets: ArticleFacets | undefined): Chip[] {
  const { text, status, genre, eventType, photographer, from, to, links } = search
  const chips: Chip[] = []
  const add = (key: string, what: string, value: string, without: Partial<Search>) =>
    void (value && chips.push({ key, what, value, without }))
  add('text', t('find.chip.text'), text, { text: '' })
  if (status === 'binned') add('status', t('find.facets.status'), t('past.status.binned'), { status: 'filed' })
  if (from && from === to) add('year', t('find.chip.when'), from, { from: '', to: '' })
  else {
    add('from', t('ui.archive.from'), from, { from: '' })
    add('to', t('ui.archive.to'), to, { to: '' })
  }
  add('genre', t('find.facets.genre'), genre && (maybe(`genre.${genre}`) ?? genre), { genre: '' })
  add('eventType', t('find.facets.eventType'), eventType && (maybe(`eventType.${eventType}`) ?? eventType), {
    eventType: '',
  })
  add('photographer', t('find.facets.photographer'), photographer, { photographer: '' })
  for (const kind of linkKinds) {
    const link = links[kind]
    if (!link) continue
    const { [kind]: _now, ...others } = links
    add(kind, t(`kind.${kind}`), link.label || nameInFacets(facets, kind, link.id) || '…', { links: others })
  }
  return chips
}
