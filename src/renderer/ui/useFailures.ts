import { useCallback } from 'react'
import { failureOf } from '../engine/failure'
import { errorWords } from '../words/errors'
import { usePhrases } from '../words/words'
import { notify } from './toasts'

/** Wraps something that may fail so that the failure is told in words and nothing is thrown further. */
export function useFailures() {
  const phrases = usePhrases()
  return useCallback(
    <A extends unknown[]>(run: (...args: A) => Promise<unknown> | unknown) =>
      async (...args: A): Promise<void> => {
        try {
          await run(...args)
        } catch (thrown) {
          const failure = failureOf(thrown)
          const { what, doNext } = errorWords(phrases, failure)
          notify({ kind: 'error', title: what, more: [failure.file, doNext].filter(Boolean).join(' — ') })
        }
      },
    [phrases],
  )
}
