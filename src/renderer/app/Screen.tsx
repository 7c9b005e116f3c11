import { Suspense } from 'react'
import { ArchiveScreen } from '../features/archive/ArchiveScreen'
import { IntakeScreen } from '../features/intake/IntakeScreen'
import type { Route } from '../state/route'
import { later } from './later'

// The screens that a start shows are there at once, the others when they are wanted.
const ArticleScreen = later(() => import('../features/article/ArticleScreen'), 'ArticleScreen')
const AuthorityScreen = later(() => import('../features/authority/AuthorityScreen'), 'AuthorityScreen')
const NamedScreen = later(() => import('../features/authority/NamedScreen'), 'NamedScreen')
const CorrectionsScreen = later(() => import('../features/corrections/CorrectionsScreen'), 'CorrectionsScreen')
const DossierScreen = later(() => import('../features/custody/DossierScreen'), 'DossierScreen')
const DossiersScreen = later(() => import('../features/custody/DossiersScreen'), 'DossiersScreen')
const TransferScreen = later(() => import('../features/custody/TransferScreen'), 'TransferScreen')
const TransfersScreen = later(() => import('../features/custody/TransfersScreen'), 'TransfersScreen')
const EventScreen = later(() => import('../features/event/EventScreen'), 'EventScreen')
const EventsScreen = later(() => import('../features/event/EventsScreen'), 'EventsScreen')
const BinScreen = later(() => import('../features/history/BinScreen'), 'BinScreen')
const HistoryScreen = later(() => import('../features/history/HistoryScreen'), 'HistoryScreen')
const PersonScreen = later(() => import('../features/person/PersonScreen'), 'PersonScreen')
const PhotosScreen = later(() => import('../features/photo/PhotosScreen'), 'PhotosScreen')
const ReviewScreen = later(() => import('../features/review/ReviewScreen'), 'ReviewScreen')
const SettingsScreen = later(() => import('../features/settings/SettingsScreen'), 'SettingsScreen')
const StatisticsScreen = later(() => import('../features/statistics/StatisticsScreen'), 'StatisticsScreen')

/** The screen of a route. Keys make another record a new screen rather than the old one changed. */
export function Screen({ route }: { route: Route }) {
  return (
    <Suspense fallback={null}>
      <ScreenOf route={route} />
    </Suspense>
  )
}

function ScreenOf({ route }: { route: Route }) {
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
      return <DossierScreen key={route.id} id={route.id} mend={route.mend ?? null} />
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
