import { useWords } from '../../words/words'

/** Why a form cannot be saved yet: the fields that are still empty, or that one cannot be read. */
export function Missing({ names }: { names: string[] }) {
  const t = useWords()
  return (
    <p className="dialog-missing" role="status" data-testid="missing">
      {names.length > 0 ? t('handover.missing', { names: names.join(', ') }) : t('handover.unread')}
    </p>
  )
}
