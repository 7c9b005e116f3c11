import { FolderOpen } from 'lucide-react'
import type { PackageReceived, PackageVerdict } from '#contract/packages'
import { shell } from '../../engine/bridge'
import { Button } from '../../ui/Button'
import { Facts } from '../../ui/Facts'
import { useFailures } from '../../ui/useFailures'
import { baseName } from '../../words/numbers'
import { useWords } from '../../words/words'
import { Verification } from './PackageSection'

/** What looking through a package from elsewhere has shown, and what was written for its sender. */
export function CameResult({ result }: { result: PackageVerdict | PackageReceived }) {
  const t = useWords()
  const verdict = 'verdict' in result ? result.verdict : result
  const info = new Map(verdict.info.map(([label, value]) => [label.toLowerCase(), value]))
  return (
    <div data-testid="came" className="care-result">
      <Verification report={verdict.report} came />
      <Facts
        facts={[
          [t('handover.package.form'), t(`handover.package.forms.${verdict.form}`)],
          [t('handover.field.giverOrganization'), info.get('source-organization')],
          [t('handover.field.title'), info.get('external-description')],
          [t('handover.package.fingerprint'), verdict.fingerprint?.hex],
        ]}
      />
      {'verdict' in result && <Written received={result} />}
    </div>
  )
}

function Written({ received: { recordFile, receiptFile } }: { received: PackageReceived }) {
  const t = useWords()
  const caught = useFailures()
  return (
    <>
      <ul className="result-files">
        {[recordFile, receiptFile].map((path) => (
          <li key={path} data-testid="written">
            <span className="result-name">{baseName(path)}</span>
            {path.endsWith('.docx') && (
              <Button look="quiet" onClick={caught(() => shell('shell.openExported', { path }))}>
                {t('ui.export.open')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p>{t('handover.receive.sendBack')}</p>
      <div className="settings-row">
        <Button icon={FolderOpen} onClick={caught(() => shell('shell.showInFolder', { path: receiptFile }))}>
          {t('ui.export.showFolder')}
        </Button>
      </div>
    </>
  )
}
