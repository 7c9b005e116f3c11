import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useArticleEdit } from '../../state/articleEdit'
import { TagPicker } from '../../ui/TagPicker'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'

interface Props {
  articleId: string
  dossierId: string | null
}

/** The dossier an article lies in. Article and dossier change together, in a change of their own. */
export function DossierField({ articleId, dossierId }: Props) {
  const t = useWords()
  const caught = useFailures()
  const dossier = useRead('dossier.get', { id: dossierId ?? '-' }, { enabled: dossierId !== null }).data?.dossier
  const move = caught(async (to: string | null) => {
    const { flush, reload } = useArticleEdit.getState()
    await flush()
    if (to) await call('dossier.addItems', { id: to, selection: { ids: [articleId] }, elsewhere: 'move' })
    else if (dossierId) await call('dossier.removeItems', { id: dossierId, items: [articleId] })
    await reload()
  })
  return (
    <TagPicker
      kind="dossier"
      single
      label={t('past.field.dossierId')}
      picked={dossier && dossierId ? [{ name: [dossier.code, dossier.title].join(' '), chosen: dossierId }] : []}
      onChange={([chosen]) => move(chosen?.chosen ?? null)}
    />
  )
}
