import { X } from 'lucide-react'
import type { ArticleEdit } from '#contract/articles'
import { useArticleEdit } from '../../state/articleEdit'
import { IconButton } from '../../ui/Button'
import { Choice, TextAreaField, TextField } from '../../ui/Field'
import { type Picked, TagPicker } from '../../ui/TagPicker'
import { readDate, showDate } from '../../words/dates'
import { documentName } from '../../words/documents'
import { accessCodes, genres, retentionCodes } from '../../words/vocabulary'
import { useWords } from '../../words/words'
import { DossierField } from './DossierField'
import { openEditor } from './editor/BodyEditor'
import { tagKey } from './editor/convert'
import { markName } from './editor/marking'
import { linesOf, setFields } from './edits'

interface Props {
  edit: ArticleEdit
  dossierId: string | null
}

/** Everything an article says of itself and is tagged with, to be changed. */
export function EditSide({ edit, dossierId }: Props) {
  const t = useWords()
  const change = useArticleEdit((state) => state.change)
  const set = (part: Partial<ArticleEdit>) => change(setFields(part))
  return (
    <aside className="edit-side" aria-label={t('ui.article.tags')}>
      <Choice
        label={t('ui.archive.genre')}
        value={edit.genre}
        options={genres.map((value) => ({ value, label: t(`genre.${value}`) }))}
        onChoose={(genre) => set({ genre: genre as ArticleEdit['genre'] })}
      />
      <PublishedOn edit={edit} />
      <Lines edit={edit} field="authors" label={t('ui.review.authors')} />
      <Lines edit={edit} field="photographers" label={t('ui.review.photographers')} />
      <Events edit={edit} />
      <People edit={edit} />
      <Names edit={edit} kind="organization" list="organizations" label={t('ui.article.organizations')} />
      <Names edit={edit} kind="place" list="places" label={t('ui.article.places')} />
      <Documents edit={edit} />
      <Lines edit={edit} field="topics" label={t('ui.article.topics')} />
      <DossierField articleId={edit.id} dossierId={dossierId} />
      <Choice
        label={t('past.field.access')}
        value={edit.access}
        options={accessCodes.map((value) => ({ value, label: t(`access.${value}`) }))}
        onChoose={(access) => set({ access: access as ArticleEdit['access'] })}
      />
      <Choice
        label={t('past.field.retention')}
        value={edit.retention?.code ?? ''}
        options={[
          { value: '', label: t('find.bulk.noRetention') },
          ...retentionCodes.map((value) => ({ value, label: t(`retention.${value}`) })),
        ]}
        onChoose={(code) =>
          set({ retention: code === '' ? null : { code: code as '01', basis: edit.retention?.basis ?? '' } })
        }
      />
      <TextField
        label={t('ui.review.outlet')}
        defaultValue={edit.outlet}
        onText={(outlet) => set({ outlet: outlet.trim() })}
      />
      <TextAreaField
        label={t('ui.review.notes')}
        defaultValue={edit.notes}
        data-testid="edit-notes"
        onText={(notes) => set({ notes })}
      />
    </aside>
  )
}

function PublishedOn({ edit }: { edit: ArticleEdit }) {
  const t = useWords()
  const change = useArticleEdit((state) => state.change)
  return (
    <TextField
      label={t('ui.review.publishedOn')}
      placeholder={t('ui.common.datePattern')}
      defaultValue={edit.publishedOn ? showDate(edit.publishedOn) : ''}
      data-testid="edit-date"
      onText={(typed) => {
        const date = readDate(typed)
        if (date !== undefined) change(setFields({ publishedOn: date }))
      }}
    />
  )
}

interface LinesProps {
  edit: ArticleEdit
  field: 'authors' | 'photographers' | 'topics'
  label: string
}

function Lines({ edit, field, label }: LinesProps) {
  const t = useWords()
  const change = useArticleEdit((state) => state.change)
  return (
    <TextAreaField
      label={label}
      hint={edit[field].length > 1 ? t('ui.review.onePerLine') : ''}
      defaultValue={edit[field].join('\n')}
      data-testid={`edit-${field}`}
      onText={(text) => change(setFields({ [field]: linesOf(text) }))}
    />
  )
}

function Events({ edit }: { edit: ArticleEdit }) {
  const t = useWords()
  const change = useArticleEdit((state) => state.change)
  return (
    <TagPicker
      kind="event"
      label={t('ui.article.event')}
      picked={edit.events.map(({ id, title }) => ({ name: title, chosen: id }))}
      onChange={(picked) =>
        change(setFields({ events: picked.map(({ name, chosen }) => ({ id: chosen, title: name })) }))
      }
    />
  )
}

/** Marks what was just tagged where the text names it. */
function tagged(kind: string, before: Picked[], after: Picked[]): void {
  const added = after.find(({ name, chosen }) => !before.some((one) => one.name === name && one.chosen === chosen))
  if (added && openEditor.current) markName(openEditor.current, tagKey(kind, added.chosen, added.name), added.name)
}

function People({ edit }: { edit: ArticleEdit }) {
  const t = useWords()
  const change = useArticleEdit((state) => state.change)
  const setMention = (at: number, part: Partial<ArticleEdit['mentions'][number]>) =>
    change((now) => ({ ...now, mentions: now.mentions.map((one, nth) => (nth === at ? { ...one, ...part } : one)) }))
  return (
    <div className="field">
      <TagPicker
        kind="person"
        label={t('ui.article.people')}
        picked={[]}
        without={edit.mentions.flatMap(({ personId }) => personId ?? [])}
        onChange={(picked) => {
          const added = picked.map(({ name, chosen }) => ({ personId: chosen, name, offices: [], spans: [] }))
          change((now) => ({ ...now, mentions: [...now.mentions, ...added] }))
          tagged('person', [], picked)
        }}
      />
      {edit.mentions.map((mention, at) => (
        <div key={mention.personId ?? mention.name} className="edit-mention" data-testid="edit-mention">
          <p className="edit-mention-head">
            {mention.name}
            <IconButton
              icon={X}
              label={t('find.pick.drop', { name: mention.name })}
              onClick={() => change((now) => ({ ...now, mentions: now.mentions.filter((_, nth) => nth !== at) }))}
            />
          </p>
          <TextAreaField
            bare
            label={t('item.edit.officesOf', { name: mention.name })}
            placeholder={t('ui.review.offices')}
            defaultValue={mention.offices.join('\n')}
            onText={(text) => setMention(at, { offices: linesOf(text) })}
          />
        </div>
      ))}
    </div>
  )
}

interface NamesProps {
  edit: ArticleEdit
  kind: 'organization' | 'place'
  list: 'organizations' | 'places'
  label: string
}

function Names({ edit, kind, list, label }: NamesProps) {
  const change = useArticleEdit((state) => state.change)
  const picked = edit[list].map(({ id, name }) => ({ name, chosen: id }))
  return (
    <TagPicker
      kind={kind}
      label={label}
      picked={picked}
      onChange={(after) => {
        change((now) => ({
          ...now,
          [list]: after.map(
            ({ name, chosen }) =>
              now[list].find((use) => use.id === chosen && use.name === name) ?? { id: chosen, name, spans: [] },
          ),
        }))
        tagged(kind, picked, after)
      }}
    />
  )
}

/** Documents are read from the text; here one that is none can be taken away. */
function Documents({ edit }: { edit: ArticleEdit }) {
  const t = useWords()
  const change = useArticleEdit((state) => state.change)
  if (edit.documents.length === 0) return null
  return (
    <div className="field">
      <p className="field-label">{t('ui.article.documents')}</p>
      <ul className="picked">
        {edit.documents.map((document, at) => (
          <li key={document.id ?? documentName(document)}>
            <button
              type="button"
              className="filter-chip"
              aria-label={t('find.pick.drop', { name: documentName(document) })}
              onClick={() => change((now) => ({ ...now, documents: now.documents.filter((_, nth) => nth !== at) }))}
            >
              {documentName(document)}
              <X aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
