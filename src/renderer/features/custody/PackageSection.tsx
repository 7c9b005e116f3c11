import { CircleAlert, CircleCheck } from 'lucide-react'
import type { Receipt, Transfer, VerificationReport } from '#core/model/custody'
import { Facts } from '../../ui/Facts'
import { showInstant } from '../../words/dates'
import { coded } from '../../words/errors'
import { showSize } from '../../words/numbers'
import { usePhrases } from '../../words/words'

/** The package of a transfer as it was read back, and what the receiver answered. */
export function PackageSection({ transfer: { package: made, receipt } }: { transfer: Transfer }) {
  const { t, language } = usePhrases()
  if (!made) return null
  return (
    <section className="section" data-testid="package">
      <h2 className="section-title">{t('handover.package.title')}</h2>
      <Facts
        facts={[
          [t('handover.package.name'), made.name],
          [t('handover.package.form'), t(`handover.package.forms.${made.form}`)],
          [t('handover.package.made'), showInstant(made.madeAt)],
          [
            t('handover.package.size'),
            t('handover.package.files', { count: made.files, size: showSize(made.bytes, language) }),
          ],
          [t('handover.package.fingerprint'), made.fingerprint.hex],
        ]}
      />
      <Verification report={made.report} />
      {receipt && <ReceiptView receipt={receipt} />}
    </section>
  )
}

/** What reading a package back has shown. */
export function Verification({ report }: { report: VerificationReport }) {
  const phrases = usePhrases()
  const { t, language } = phrases
  const Sign = report.valid ? CircleCheck : CircleAlert
  return (
    <div className={report.valid ? 'note good' : 'note error'} data-testid="verification" data-valid={report.valid}>
      <Sign aria-hidden />
      <div>
        <p className="note-title">{t(report.valid ? 'handover.package.valid' : 'handover.package.invalid')}</p>
        <p>
          {t('handover.package.checked', {
            count: report.files,
            size: showSize(report.bytes, language),
            at: showInstant(report.at),
          })}
        </p>
        <ul>
          {report.findings.map((finding) => (
            <li key={`${finding.code} ${finding.path}`}>
              {coded(phrases, 'package.finding', finding) ?? finding.code}
              {finding.path && <span className="note-file"> {finding.path}</span>}
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
  const { receivedAt, receiver, registration, accepted, dossiersTaken, note } = receipt
  return (
    <div data-testid="receipt">
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
    </div>
  )
}
