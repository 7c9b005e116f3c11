import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Settings } from '#contract/shell'
import { useCommands } from '../../app/commands'
import { shell } from '../../engine/bridge'
import { call } from '../../engine/client'
import { useArchive } from '../../state/archive'
import { useSettings } from '../../state/settings'
import { Button } from '../../ui/Button'
import { Facts } from '../../ui/Facts'
import { Choice } from '../../ui/Field'
import { Page } from '../../ui/Page'
import { useFailures } from '../../ui/useFailures'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { LearntSection } from './LearntSection'
import './settings.css'

/** Cài đặt: how the window looks, what the archive is, whether it is sound. */
export function SettingsScreen() {
  const { t } = usePhrases()
  const run = useCommands()
  return (
    <Page title={t('ui.settings.title')} testId="screen-settings">
      <div className="settings">
        <Looks />
        <ArchiveFacts />
        <LearntSection />
        <Group title={t('ui.settings.help')}>
          <div className="settings-row">
            <Button onClick={() => run('help.shortcuts')}>{t('ui.shortcuts.title')}</Button>
          </div>
          <About />
        </Group>
      </div>
    </Page>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="settings-group">
      <h2 className="section-title">{title}</h2>
      {children}
    </section>
  )
}

const choices = {
  language: ['vi', 'en'],
  theme: ['system', 'light', 'dark'],
  textSize: ['100', '115', '130'],
} as const

function Looks() {
  const { t } = usePhrases()
  const { settings, save } = useSettings()
  const caught = useFailures()
  const choose = caught((part: Partial<Settings>) => save(part))
  return (
    <Group title={t('ui.settings.looks')}>
      <div className="settings-row">
        {(Object.keys(choices) as (keyof typeof choices)[]).map((name) => (
          <Choice
            key={name}
            label={t(`ui.settings.${name}.label`)}
            value={settings[name]}
            options={choices[name].map((value) => ({
              value,
              label: t(`ui.settings.${name}.${value}` as Parameters<typeof t>[0]),
            }))}
            onChoose={(value) => choose({ [name]: value })}
          />
        ))}
      </div>
    </Group>
  )
}

function ArchiveFacts() {
  const { t, language } = usePhrases()
  const archive = useArchive().data
  const run = useCommands()
  const caught = useFailures()
  if (!archive) return null
  const count = (kind: string) => showNumber(archive.counts[kind] ?? 0, language)
  return (
    <Group title={t('ui.settings.archive')}>
      <Facts
        facts={[
          [t('ui.newArchive.name'), archive.name],
          [t('ui.newArchive.agency'), archive.agency],
          [t('ui.newArchive.fonds'), archive.fonds],
          [t('ui.settings.folder'), archive.folder],
        ]}
      />
      <Facts
        facts={[
          [t('kind.article'), count('article')],
          [t('kind.photo'), count('photo')],
          [t('kind.event'), count('event')],
          [t('kind.person'), count('person')],
        ]}
      />
      <div className="settings-row">
        <Button data-testid="check" onClick={caught(() => call('archive.check', {}))}>
          {t('ui.settings.check')}
        </Button>
        <Button data-testid="open-other" onClick={() => run('archive.open')}>
          {t('ui.settings.openOther')}
        </Button>
        <Button data-testid="close-archive" onClick={() => run('archive.close')}>
          {t('ui.settings.close')}
        </Button>
      </div>
      <p className="field-hint">{t('ui.settings.checkHint')}</p>
    </Group>
  )
}

function About() {
  const { t } = usePhrases()
  const about = useQuery({ queryKey: ['shell.about'], queryFn: () => shell('shell.about', {}), staleTime: Infinity })
  if (!about.data) return null
  const { version, electron, chromium, node } = about.data
  return <p className="field-hint">{t('ui.settings.about', { version, electron, chromium, node })}</p>
}
