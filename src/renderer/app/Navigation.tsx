import {
  Archive,
  Building2,
  CalendarDays,
  ChartColumn,
  FileSpreadsheet,
  FileText,
  FolderOpen,
  History,
  Images,
  Inbox,
  type LucideIcon,
  MapPin,
  PackageCheck,
  Settings,
  Trash2,
  Users,
} from 'lucide-react'
import type { ArchiveInfo } from '#contract/operations'
import { useRead } from '../engine/queries'
import { go, type Route, sameRoute, useRoute } from '../state/route'
import { showNumber } from '../words/numbers'
import { usePhrases, type WordKey } from '../words/words'

interface Tab {
  name: string
  words: WordKey
  icon: LucideIcon
  to: Route
  /** Screens that belong to this tab though they have none of their own. */
  holds: Route['screen'][]
  count?: (counts: ArchiveInfo['counts']) => number | undefined
}

const tabs: Tab[][] = [
  [
    {
      name: 'intake',
      words: 'ui.nav.intake',
      icon: Inbox,
      to: { screen: 'intake' },
      holds: ['review'],
    },
    {
      name: 'archive',
      words: 'ui.nav.archive',
      icon: Archive,
      to: { screen: 'archive' },
      holds: ['article'],
      count: (counts) => counts.article,
    },
    {
      name: 'photos',
      words: 'ui.nav.photos',
      icon: Images,
      to: { screen: 'photos' },
      holds: [],
    },
  ],
  [
    authorityTab('event', CalendarDays, ['event']),
    authorityTab('person', Users, ['person']),
    authorityTab('organization', Building2, []),
    authorityTab('place', MapPin, []),
    authorityTab('document', FileText, []),
  ],
  [
    {
      name: 'dossiers',
      words: 'handover.dossiers',
      icon: FolderOpen,
      to: { screen: 'dossiers' },
      holds: ['dossier'],
      count: (counts) => counts.dossier,
    },
    {
      name: 'transfers',
      words: 'handover.transfers',
      icon: PackageCheck,
      to: { screen: 'transfers' },
      holds: ['transfer'],
      count: (counts) => counts.transfer,
    },
    { name: 'statistics', words: 'statistics.title', icon: ChartColumn, to: { screen: 'statistics' }, holds: [] },
  ],
  [
    { name: 'history', words: 'ui.nav.history', icon: History, to: { screen: 'history' }, holds: [] },
    {
      name: 'corrections',
      words: 'ui.nav.corrections',
      icon: FileSpreadsheet,
      to: { screen: 'corrections' },
      holds: [],
    },
    { name: 'bin', words: 'ui.nav.bin', icon: Trash2, to: { screen: 'bin' }, holds: [] },
  ],
]

function authorityTab(
  kind: 'event' | 'person' | 'organization' | 'place' | 'document',
  icon: LucideIcon,
  holds: Route['screen'][],
): Tab {
  return {
    name: kind,
    words: `ui.nav.${kind}`,
    icon,
    to: { screen: 'authority', kind },
    holds,
    count: (counts) => counts[kind],
  }
}

const settingsTab: Tab = {
  name: 'settings',
  words: 'ui.nav.settings',
  icon: Settings,
  to: { screen: 'settings' },
  holds: [],
}

/** Where to go in the archive, as folder tabs beside the sheet. */
export function Navigation({ archive }: { archive: ArchiveInfo }) {
  const { t } = usePhrases()
  const waiting = useRead('draft.list', {}).data?.rows.length ?? 0
  return (
    <nav className="nav" aria-label={t('ui.nav.label')}>
      <div className="nav-archive">
        <p className="nav-name" title={archive.folder}>
          {archive.name}
        </p>
        <p className="nav-agency">{archive.agency || archive.fonds}</p>
      </div>
      {tabs.map((group) => (
        <ul key={group[0]?.name} className="nav-group">
          {group.map((tab) => (
            <NavTab
              key={tab.name}
              tab={tab}
              count={tab.name === 'intake' ? waiting : tab.count?.(archive.counts)}
              calls={tab.name === 'intake'}
            />
          ))}
        </ul>
      ))}
      <ul className="nav-group nav-foot">
        <NavTab tab={settingsTab} />
      </ul>
    </nav>
  )
}

function NavTab({ tab, count, calls = false }: { tab: Tab; count?: number; calls?: boolean }) {
  const { t, language } = usePhrases()
  const route = useRoute((state) => state.route)
  const namedHere = route.screen === 'named' && tab.to.screen === 'authority' && tab.to.kind === route.kind
  const current = sameRoute(route, tab.to) || tab.holds.includes(route.screen) || namedHere
  const Icon = tab.icon
  return (
    <li>
      <button
        type="button"
        className="nav-tab"
        aria-current={current ? 'page' : undefined}
        data-testid={`nav-${tab.name}`}
        onClick={() => go(tab.to)}
      >
        <Icon aria-hidden />
        <span className="nav-words">{t(tab.words)}</span>
        {count !== undefined && count > 0 && (
          <span className={calls ? 'nav-count calls' : 'nav-count'}>{showNumber(count, language)}</span>
        )}
      </button>
    </li>
  )
}
