import { ArchiveScreen } from '../features/archive/ArchiveScreen'
import { ArticleScreen } from '../features/article/ArticleScreen'
import { AuthorityScreen } from '../features/authority/AuthorityScreen'
import { NamedScreen } from '../features/authority/NamedScreen'
import { CorrectionsScreen } from '../features/corrections/CorrectionsScreen'
import { DossierScreen } from '../features/custody/DossierScreen'
import { DossiersScreen } from '../features/custody/DossiersScreen'
import { TransferScreen } from '../features/custody/TransferScreen'
import { TransfersScreen } from '../features/custody/TransfersScreen'
import { EventScreen } from '../features/event/EventScreen'
import { EventsScreen } from '../features/event/EventsScreen'
import { BinScreen } from '../features/history/BinScreen'
import { HistoryScreen } from '../features/history/HistoryScreen'
import { IntakeScreen } from '../features/intake/IntakeScreen'
import { PersonScreen } from '../features/person/PersonScreen'
import { PhotosScreen } from '../features/photo/PhotosScreen'
import { ReviewScreen } from '../features/review/ReviewScreen'
import { SettingsScreen } from '../features/settings/SettingsScreen'
import { StatisticsScreen } from '../features/statistics/StatisticsScreen'
import type { Route } from '../state/route'

/** The screen of a route. Keys make another record a new screen rather than the old one changed. */
export function Screen({ route }: { route: Route }) {
  switch (route.screen) {
    case 'intake':
      return <IntakeScreen />
    case 'review':
      return <ReviewScreen key={route.draftId} draftId={route.draftId} />
    case 'archive':
      return <ArchiveScreen />
    case 'history':
      return <HistoryScreen />
    case 'photos':
      return <PhotosScreen />
    case 'corrections':
      return <CorrectionsScreen />
    case 'bin':
      return <BinScreen />
    case 'article':
      return <ArticleScreen key={route.id} id={route.id} />
    case 'authority':
      return route.kind === 'event' ? <EventsScreen /> : <AuthorityScreen key={route.kind} kind={route.kind} />
    case 'event':
      return <EventScreen key={route.id} id={route.id} />
    case 'person':
      return <PersonScreen key={route.id} id={route.id} />
    case 'named':
      return <NamedScreen key={route.id} kind={route.kind} id={route.id} />
    case 'dossiers':
      return <DossiersScreen />
    case 'dossier':
      return <DossierScreen key={route.id} id={route.id} />
    case 'transfers':
      return <TransfersScreen />
    case 'transfer':
      return <TransferScreen key={route.id} id={route.id} />
    case 'statistics':
      return <StatisticsScreen />
    case 'settings':
      return <SettingsScreen />
  }
}
