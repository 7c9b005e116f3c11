import { useWords } from '../words/words'

/** Shown only when reading takes long enough to notice. */
export function Loading() {
  const t = useWords()
  return (
    <p className="loading" role="status">
      {t('ui.common.loading')}
    </p>
  )
}
