import { useCallback, useEffect, useState } from 'react'
import type { TemplateCheck } from '#contract/templates'
import type { KhoErrorData } from '#core/errors'
import { TemplatePurpose } from '#core/model/template'
import { call } from '../../engine/client'
import { failureOf } from '../../engine/failure'

/** What looking through a template file has shown, for each purpose it may have; or why it cannot be looked through. */
export interface TemplateChecks {
  checks: Record<TemplatePurpose, TemplateCheck> | null
  error: KhoErrorData | null
  again: () => void
}

/** Looks through a template file, and again whenever the window comes back to the front: it was mended in Word. */
export function useTemplateCheck(path: string): TemplateChecks {
  const [seen, setSeen] = useState<Omit<TemplateChecks, 'again'>>({ checks: null, error: null })
  const again = useCallback(async () => {
    try {
      const found = await Promise.all(
        TemplatePurpose.options.map(async (purpose) => [purpose, await call('template.check', { path, purpose })]),
      )
      setSeen({ checks: Object.fromEntries(found), error: null })
    } catch (thrown) {
      setSeen({ checks: null, error: failureOf(thrown) })
    }
  }, [path])
  useEffect(() => {
    void again()
    window.addEventListener('focus', again)
    return () => window.removeEventListener('focus', again)
  }, [again])
  return { ...seen, again: () => void again() }
}

/** The purpose that a file fits best: fewest problems, then most placeholders filled. */
export function likeliestPurpose(checks: Record<TemplatePurpose, TemplateCheck>): TemplatePurpose {
  const [best] = [...TemplatePurpose.options].sort(
    (a, b) => checks[a].problems.length - checks[b].problems.length || checks[b].used.length - checks[a].used.length,
  )
  return best ?? 'article'
}
