import type { ReactNode } from 'react'
import type { ArticleView } from '#contract/operations'
import type { CitedDocument } from '#core/model/article'
import { shell } from '../../engine/bridge'
import { useRead } from '../../engine/queries'
import { AuthorityLink } from '../../ui/AuthorityLink'
import { DocumentItem } from '../../ui/DocumentItem'
import { useFailures } from '../../ui/useFailures'
import { showInstant, showPeriod } from '../../words/dates'
import { showSize } from '../../words/numbers'
import { usePhrases } from '../../words/words'

/** Everything an article is tagged with, each leading to its page, and the files it came from. */
export function ArticleSide({ view }: { view: ArticleView }) {
  const { t } = usePhrases()
  const { article } = view
  return (
    <aside className="side" aria-label={t('ui.article.tags')}>
      <Events view={view} />
      <Group title={t('ui.article.people')} show={article.mentions.length > 0}>
        {article.mentions.map((mention) => (
          <li key={mention.personId}>
            <AuthorityLink kind="person" id={mention.personId}>
              {mention.name}
            </AuthorityLink>
            {mention.offices.map((office) => (
              <p key={office} className="side-more">
                {office}
              </p>
            ))}
          </li>
        ))}
      </Group>
      <Names title={t('ui.article.organizations')} kind="organization" uses={article.organizations} />
      <Names title={t('ui.article.places')} kind="place" uses={article.places} />
      <Documents documents={article.documents} />
      <Group title={t('ui.article.awards')} show={article.awards.length > 0}>
        {article.awards.map((award) => (
          <li key={award.name}>
            {award.name}
            {award.to.length > 0 && (
              <p className="side-more">{t('ui.article.awardTo', { names: award.to.join(', ') })}</p>
            )}
          </li>
        ))}
      </Group>
      <Group title={t('ui.article.topics')} show={article.topics.length > 0}>
        <li>{article.topics.join(', ')}</li>
      </Group>
      <Custody view={view} />
      <Group title={t('ui.article.notes')} show={article.notes !== ''}>
        <li className="side-notes">{article.notes}</li>
      </Group>
      <Files view={view} />
    </aside>
  )
}

/** The dossier it lies in, who may read it and how long it is kept. */
function Custody({ view: { article } }: { view: ArticleView }) {
  const { t } = usePhrases()
  const { dossierId, access, retention } = article
  const dossier = useRead('dossier.get', { id: dossierId ?? '-' }, { enabled: dossierId !== null }).data?.dossier
  const kept = retention && [t(`retention.${retention.code}`), retention.basis].filter(Boolean).join(' · ')
  return (
    <Group title={t('item.custody')} show>
      {dossier && <li>{[t('kind.dossier'), dossier.code, dossier.title].join(' ')}</li>}
      <li>
        {t('past.field.access')}: {t(`access.${access}`)}
      </li>
      <li>
        {t('past.field.retention')}: {kept ?? t('find.bulk.noRetention')}
      </li>
    </Group>
  )
}

function Group({ title, show, children }: { title: string; show: boolean; children: ReactNode }) {
  if (!show) return null
  return (
    <section className="side-group">
      <h2 className="side-title">{title}</h2>
      <ul className="side-list">{children}</ul>
    </section>
  )
}

function Events({ view }: { view: ArticleView }) {
  const { t } = usePhrases()
  return (
    <Group title={t('ui.article.event')} show={view.events.length > 0}>
      {view.events.map((event) => (
        <li key={event.id}>
          <AuthorityLink kind="event" id={event.id}>
            {event.title}
          </AuthorityLink>
          <p className="side-more">
            {[t(`eventType.${event.type}`), showPeriod(event.from, event.to), event.place].filter(Boolean).join(' · ')}
          </p>
          {event.host && <p className="side-more">{t('ui.event.hostedBy', { host: event.host })}</p>}
        </li>
      ))}
    </Group>
  )
}

function Names({
  title,
  kind,
  uses,
}: {
  title: string
  kind: 'organization' | 'place'
  uses: { id: string; name: string }[]
}) {
  return (
    <Group title={title} show={uses.length > 0}>
      {uses.map(({ id, name }) => (
        <li key={id}>
          <AuthorityLink kind={kind} id={id}>
            {name}
          </AuthorityLink>
        </li>
      ))}
    </Group>
  )
}

function Documents({ documents }: { documents: (CitedDocument & { id: string })[] }) {
  const { t } = usePhrases()
  return (
    <Group title={t('ui.article.documents')} show={documents.length > 0}>
      {documents.map((document) => (
        <DocumentItem key={document.id} document={document} />
      ))}
    </Group>
  )
}

function Files({ view: { article } }: { view: ArticleView }) {
  const { t, language } = usePhrases()
  const caught = useFailures()
  const open = caught((digest: string) => shell('shell.openReceived', { articleId: article.id, digest }))
  return (
    <Group title={t('ui.article.files')} show>
      {article.asReceived.map((file) => (
        <li key={file.digest.hex}>
          <button
            type="button"
            className="link side-file"
            data-testid="open-received"
            title={t('item.received')}
            onClick={() => open(file.digest.hex)}
          >
            {file.name}
          </button>
          <p className="side-more" title={`SHA-256 ${file.digest.hex}`}>
            {showSize(file.size, language)} · {showInstant(file.receivedAt)}
          </p>
        </li>
      ))}
      <li className="side-more">
        {t('ui.article.filed', { when: showInstant(article.filedAt), who: article.provenance.filedBy })}
      </li>
    </Group>
  )
}
