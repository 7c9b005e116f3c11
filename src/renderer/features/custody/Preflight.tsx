import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { PreflightReport, PreflightRow } from '#contract/custody'
import type { Problem } from '#core/model/custody'
import { useRead } from '../../engine/queries'
import { showDialog } from '../../state/dialogs'
import { go } from '../../state/route'
import { Button } from '../../ui/Button'
import { CheckField } from '../../ui/CheckField'
import { ErrorNote } from '../../ui/ErrorNote'
import { coded } from '../../words/errors'
import { usePhrases } from '../../words/words'
import { type SharedProblem, sharedProblems } from './shared'

/** The record whose page this is: its own fields are mended here. */
interface Self {
  self: string
}

interface Props {
  of: 'dossier' | 'transfer'
  id: string
  /** Mends a field of the record on this page. */
  onMend: (field: string | null) => void
}

const mostShown = 200

/** What the receiver would find: đạt or không đạt for each thing, the reason, and the way to mend it. */
export function Preflight({ of, id, onMend }: Props) {
  const { t } = usePhrases()
  const [all, setAll] = useState(false)
  const asked = { id, only: all ? ('all' as const) : ('problems' as const) }
  const dossier = useRead('dossier.check', asked, { enabled: of === 'dossier', keep: true })
  const transfer = useRead('transfer.check', asked, { enabled: of === 'transfer', keep: true })
  const { data, error } = of === 'dossier' ? dossier : transfer
  // Everything is listed whole; else what one place mends for several is told once.
  const { shared, own: rows } = all ? { shared: [], own: data?.rows ?? [] } : sharedProblems(data?.rows ?? [])
  return (
    <section className="section" data-testid="preflight">
      <div className="custody-head">
        <h2 className="section-title">{t('preflight.title')}</h2>
        <CheckField label={t('handover.check.all')} checked={all} onCheck={setAll} />
      </div>
      {error && <ErrorNote error={error} />}
      {data && <Verdict report={data} />}
      {shared.length > 0 && (
        <ul className="checks">
          {shared.map((one) => (
            <Shared key={JSON.stringify(one.problem)} shared={one} self={id} onMend={onMend} />
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        <ul className="checks">
          {rows.slice(0, mostShown).map((row) => (
            <Check key={`${row.kind} ${row.id} ${row.order ?? ''}`} row={row} self={id} onMend={onMend} />
          ))}
        </ul>
      )}
      {rows.length > mostShown && (
        <p className="field-hint">{t('handover.check.more', { count: rows.length - mostShown })}</p>
      )}
    </section>
  )
}

function Verdict({ report: { passed, totals } }: { report: PreflightReport }) {
  const { t } = usePhrases()
  const Sign = passed ? CircleCheck : CircleAlert
  return (
    <div className={passed ? 'note good' : 'note error'} role="status" data-testid="verdict" data-passed={passed}>
      <Sign aria-hidden />
      <div>
        <p className="note-title">{t(passed ? 'handover.check.passed' : 'handover.check.failed')}</p>
        <p>{t('handover.check.totals', totals)}</p>
      </div>
    </div>
  )
}

/** What one place mends for several things. */
function Shared({ shared: { problem, rows }, self, onMend }: { shared: SharedProblem } & Pick<Props, 'onMend'> & Self) {
  const { t } = usePhrases()
  const failed = problem.severity === 'error'
  const Sign = failed ? CircleAlert : TriangleAlert
  return (
    <li className={`check ${failed ? 'failed' : 'warned'}`} data-testid="check">
      <Sign aria-hidden className="check-sign" />
      <div className="check-words">
        <p className="check-title">
          <span className="check-verdict">{t(failed ? 'preflight.failed' : 'preflight.passed')}</span>
          {t('handover.check.several', { count: rows })}
        </p>
        <ul>
          <ProblemLine problem={problem} self={self} onMend={onMend} />
        </ul>
      </div>
    </li>
  )
}

function Check({ row, self, onMend }: { row: PreflightRow; self: string; onMend: Props['onMend'] }) {
  const { t } = usePhrases()
  const Sign = row.passed ? (row.problems.length > 0 ? TriangleAlert : CircleCheck) : CircleAlert
  return (
    <li className={`check ${verdictOf(row)}`} data-testid="check">
      <Sign aria-hidden className="check-sign" />
      <div className="check-words">
        <p className="check-title">
          <span className="check-verdict">{t(row.passed ? 'preflight.passed' : 'preflight.failed')}</span>
          {row.order !== null && `${row.order}. `}
          {row.title || t(`kind.${row.kind}`)}
        </p>
        <ul>
          {row.problems.map((problem) => (
            <ProblemLine
              key={`${problem.code} ${JSON.stringify(problem.args)}`}
              problem={problem}
              self={self}
              onMend={onMend}
            />
          ))}
        </ul>
      </div>
    </li>
  )
}

const verdictOf = ({ passed, problems }: PreflightRow) =>
  passed ? (problems.length > 0 ? 'warned' : 'passed') : 'failed'

function ProblemLine({ problem, self, onMend }: { problem: Problem; self: string; onMend: Props['onMend'] }) {
  const phrases = usePhrases()
  const words = problemWords(phrases, problem)
  return (
    <li className="problem">
      <span>{words}</span>
      <Button
        look="quiet"
        aria-label={phrases.t('handover.check.mendNamed', { what: words })}
        onClick={() => (problem.mend.id === self ? onMend(problem.mend.field) : mend(problem.mend))}
        data-testid="mend"
      >
        {phrases.t('handover.check.mend')}
      </Button>
    </li>
  )
}

/** The words of a problem; a field is named as the forms name it. */
function problemWords(phrases: ReturnType<typeof usePhrases>, { code, args }: Problem): string {
  const field = args.name ? (phrases.maybe(`preflight.field.${args.name}`) ?? args.name) : ''
  const named = { ...args, field }
  return coded(phrases, 'preflight', { code, args: named }) ?? code
}

/** Goes to where something is mended. */
function mend({ kind, id, field }: Problem['mend']): void {
  if (kind === 'article') go({ screen: 'article', id })
  else if (kind === 'photo') showDialog({ name: 'photo', ids: [id], at: 0 })
  else if (kind === 'dossier') go({ screen: 'dossier', id, mend: field ?? undefined })
  else if (kind === 'transfer') go({ screen: 'transfer', id })
  else go({ screen: 'settings', group: 'fonds', field: field ?? undefined })
}
