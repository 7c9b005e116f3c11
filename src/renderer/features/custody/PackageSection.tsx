import { CircleAlert, CircleCheck, FolderOpen } from 'lucide-react'
import type { Receipt, Transfer, VerificationReport } from '#core/model/custody'
import { findingSentence } from '#core/packages/finding'
import { shell } from '../../engine/bridge'
import { Button } from '../../ui/Button'
import { Facts } from '../../ui/Facts'
import { useFailures } from '../../ui/useFailures'
import { showInstant } from '../../words/dates'
import { showSize } from '../../words/numbers'
import { usePhrases, type WordKey } from '../../words/words'

/** The package of a transfer as it was read back, and what the receiver answered. */
export function PackageSection({ transfer: { package: made, receipt } }: { transfer: Transfer }) {
  const { t, language } = usePhrases()
  const caught = useFailures()
  if (!made) return null
  return (
    <section className="section" data-testid="package">
      <h2 className="section-title">{t('handover.package.title')}</h2>
      <Facts
        facts={[
          [t('handover.package.name'), made.name],
          [t('handover.package.place'), made.path],
          [t('handover.package.form'), t(`handover.package.forms.${made.form}`)],
          [t('handover.package.made'), showInstant(made.madeAt)],
          [
            t('handover.package.size'),
            t('handover.package.files', { count: made.files, size: showSize(made.bytes, language) }),
          ],
          [t('handover.package.fingerprint'), made.fingerprint.hex],
        ]}
      />
      <div className="settings-row">
        <Button
          icon={FolderOpen}
          onClick={caught(() => shell('shell.showInFolder', { path: made.path }))}
          data-testid="package-show"
        >
          {t('ui.export.showFolder')}
        </Button>
      </div>
      <Verification report={made.report} />
      {receipt && <ReceiptView receipt={receipt} />}
    </section>
  )
}

/** What reading a package has shown: one just written, or one that came from elsewhere. */
export function Verification({ report, came = false }: { report: VerificationReport; came?: boolean }) {
  const { t, language } = usePhrases()
  const Sign = report.valid ? CircleCheck : CircleAlert
  return (
    <div className={report.valid ? 'note good' : 'note error'} data-testid="verification" data-valid={report.valid}>
      <Sign aria-hidden />
      <div>
        <p className="note-title">{t(`handover.${came ? 'came' : 'package'}.${report.valid ? 'valid' : 'invalid'}`)}</p>
        <p>
          {t('handover.package.checked', {
            count: report.files,
            size: showSize(report.bytes, language),
            at: showInstant(report.at),
          })}
        </p>
        <ul>
          {report.findings.map((finding) => (
            <li key={JSON.stringify(finding)} data-testid="finding">
              <span className="sentence">{findingSentence((key, args) => t(key as WordKey, args), finding)}</span>
              {finding.severity === 'warning' && ` ${t('handover.came.minor')}`}
              {finding.path && <span className="note-file finding-file">{finding.path}</span>}
            </li>
          ))}
        </ul>
        {report.more > 0 && <p>{t('handover.check.more', { count: report.more })}</p>}
      </div>
    </div>
  )
}

function ReceiptView({ receipt }: { receipt: Receipt }) {
  const { t } = usePhrases()
  const { receivedAt, receiver, registration, accepted, dossiersTaken, note, report } = receipt
  return (
    <div className="receipt" data-testid="receipt">
      <h3 className="preview-title">{t('handover.receipt.title')}</h3>
      <Facts
        facts={[
          [t('handover.receipt.answer'), t(accepted ? 'handover.receipt.accepted' : 'handover.receipt.refused')],
          [t('handover.receipt.at'), showInstant(receivedAt)],
          [t('handover.party.receiver'), [receiver.organization, receiver.name].filter(Boolean).join(' – ')],
          [t('handover.field.registration'), registration],
          [t('handover.receipt.taken'), t('handover.count.dossiers', { count: dossiersTaken })],
          [t('handover.field.note'), note],
        ]}
      />
      {report.findings.length > 0 && <Verification report={report} came />}
    </div>
  )
}
