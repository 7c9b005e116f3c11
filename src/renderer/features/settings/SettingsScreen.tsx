import { useQuery } from '@tanstack/react-query'
import type { Settings } from '#contract/shell'
import { useCommands } from '../../app/commands'
import { shell } from '../../engine/bridge'
import { useArchive } from '../../state/archive'
import { settingsGroups } from '../../state/route'
import { useSettings } from '../../state/settings'
import { Button } from '../../ui/Button'
import { CheckField } from '../../ui/CheckField'
import { Choice } from '../../ui/Field'
import { Page } from '../../ui/Page'
import { useFailures } from '../../ui/useFailures'
import { usePhrases } from '../../words/words'
import { MappingSection } from '../inside/MappingSection'
import { WatchSettings } from '../intake/WatchSettings'
import { TemplatesSection } from '../templates/TemplatesSection'
import { ArchiveSection } from './ArchiveSection'
import { CareSection } from './CareSection'
import { FondsSection } from './FondsSection'
import { Group, show } from './Group'
import { LearntSection } from './LearntSection'
import { TermsSection } from './TermsSection'
import './settings.css'

/** Cài đặt: how the window looks, whose archive it is, the words it is read with, its backup and its health. */
export function SettingsScreen() {
  const { t } = usePhrases()
  const run = useCommands()
  const open = Boolean(useArchive().data)
  return (
    <Page title={t('ui.settings.title')} testId="screen-settings">
      <div className="settings-page">
        <nav className="settings-nav" aria-label={t('setup.nav')}>
          <ul>
            {settingsGroups
              .filter((name) => open || name === 'looks' || name === 'help')
              .map((name) => (
                <li key={name}>
                  <Button
                    look="quiet"
                    onClick={() => show(document.getElementById(`group-${name}`))}
                    data-testid={`settings-${name}`}
                  >
                    {t(`setup.group.${name}`)}
                  </Button>
                </li>
              ))}
          </ul>
        </nav>
        <div className="settings">
          <Looks />
          {open && (
            <>
              <FondsSection />
              <TemplatesSection />
              <TermsSection />
              <MappingSection />
              <WatchSettings />
              <div id="group-learnt" tabIndex={-1}>
                <LearntSection />
              </div>
              <CareSection />
              <ArchiveSection />
            </>
          )}
          <Group name="help" title={t('ui.settings.help')}>
            <div className="settings-row">
              <Button onClick={() => run('help.shortcuts')}>{t('ui.shortcuts.title')}</Button>
            </div>
            <About />
          </Group>
        </div>
      </div>
    </Page>
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
    <Group name="looks" title={t('ui.settings.looks')}>
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
      <CheckField
        label={t('ui.settings.findFaces')}
        checked={settings.findFaces}
        onCheck={(findFaces) => choose({ findFaces })}
      />
      <p className="field-hint">{t('ui.settings.findFacesHint')}</p>
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
