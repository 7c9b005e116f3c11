import { ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react'
import type { Credentials } from '#core/pictures/inside'
import { Facts } from '../../ui/Facts'
import { useWords } from '../../words/words'
import { takenWords } from '../photo/taken'
import './inside.css'

const signs = { intact: ShieldCheck, broken: ShieldAlert, unread: ShieldQuestion }

/** Content Credentials of a photo: whether they hold, who signed and with what. */
export function CredentialsNote({ credentials }: { credentials: Credentials }) {
  const t = useWords()
  const { state, signer, signedAt, generator, title, failures } = credentials
  const Sign = signs[state]
  return (
    <section className={`credentials ${state}`} data-testid="credentials" data-state={state}>
      <p className="credentials-state">
        <Sign aria-hidden /> {t('inside.credentials.state', { state })}
      </p>
      <p className="field-hint">{t(`inside.credentials.${state}`)}</p>
      <details>
        <summary>{t('inside.credentials.title')}</summary>
        <Facts
          facts={[
            [t('inside.credentials.signer'), signer],
            [t('inside.credentials.signedAt'), signedAt && takenWords(signedAt)],
            [t('inside.credentials.generator'), generator],
            [t('inside.credentials.claimed'), title],
            [t('inside.credentials.failures'), failures.join(', ')],
          ]}
        />
      </details>
    </section>
  )
}
