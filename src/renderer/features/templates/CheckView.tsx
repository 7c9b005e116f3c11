import { CircleAlert, CircleCheck } from 'lucide-react'
import type { TemplateCheck } from '#contract/templates'
import { problemSentence } from '#core/templates/problem'
import { useWords, type WordKey } from '../../words/words'

/** What is wrong with a template and where, or what it fills. */
export function CheckView({ check: { problems, used, cut } }: { check: TemplateCheck }) {
  const t = useWords()
  const good = problems.length === 0
  const Sign = good ? CircleCheck : CircleAlert
  return (
    <div className={good ? 'note good' : 'note error'} role="status" data-testid="template-verdict" data-good={good}>
      <Sign aria-hidden />
      <div>
        <p className="note-title">
          {good ? t('template.keep.good') : t('template.keep.wrong', { count: problems.length })}
        </p>
        {good && <p>{t('template.keep.goodMore', { count: used.length, used: used.join(', ') })}</p>}
        {!good && (
          <ul className="template-problems">
            {problems.map((problem, index) => {
              const { what, where } = problemSentence((key, args) => t(key as WordKey, args), problem)
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same may be wrong twice in one place
                <li key={index} data-testid="problem">
                  <span className="sentence">{what}</span>
                  {where && <span className="template-where sentence">{where}</span>}
                </li>
              )
            })}
          </ul>
        )}
        {!good && <p>{t('template.keep.wrongMore')}</p>}
        {cut.map((target) => (
          <p key={target}>{t('template.keep.cut', { target })}</p>
        ))}
      </div>
    </div>
  )
}
