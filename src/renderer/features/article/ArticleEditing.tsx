import type { ArticleView } from '#contract/operations'
import { useArticleEdit } from '../../state/articleEdit'
import { type Unsaved, useUnsaved } from '../../state/unsaved'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { TextAreaField } from '../../ui/Field'
import { useWords } from '../../words/words'
import { EditSide } from './EditSide'
import { BodyEditor } from './editor/BodyEditor'
import { setTitle } from './edits'
import { PhotoOrder } from './PhotoOrder'

const article: Unsaved = {
  dirty: () => useArticleEdit.getState().dirty,
  flush: () => useArticleEdit.getState().flush(),
  failed: () => useArticleEdit.getState().failure !== null,
}

/** An article edited in place: its words and photos on one side, everything it is tagged with on the other. */
export function ArticleEditing({ view }: { view: ArticleView }) {
  const t = useWords()
  const { edit, opened, failure, change, reload } = useArticleEdit()
  useUnsaved(article)
  if (!edit) return null
  return (
    <div key={opened} className="article-layout" data-testid="article-editing">
      <div className="edit-main">
        {failure && (
          <div>
            <ErrorNote error={{ data: failure }} />
            <Button onClick={() => void reload()} data-testid="edit-reload">
              {t('ui.review.reload')}
            </Button>
          </div>
        )}
        <TextAreaField
          label={t('ui.review.articleTitle')}
          className="input area edit-title"
          defaultValue={edit.title}
          error={edit.title.trim() === '' ? t('ui.review.needsTitle') : null}
          data-testid="edit-title"
          onText={(text) => change(setTitle(text.replaceAll('\n', ' ')))}
        />
        <div>
          <p className="field-label">{t('item.edit.text')}</p>
          <BodyEditor edit={edit} />
        </div>
        <PhotoOrder photos={edit.photos} />
      </div>
      <EditSide edit={edit} dossierId={view.article.dossierId} />
    </div>
  )
}

/** Whether what was typed is on the disk. */
export function SavedMark() {
  const t = useWords()
  const { dirty, savedAt, failure } = useArticleEdit()
  const words = failure
    ? t('item.edit.notSaved')
    : dirty
      ? t('ui.review.saving')
      : savedAt
        ? t('ui.review.saved', { time: savedAt })
        : ''
  return (
    <p className="saved-mark" role="status" data-testid="article-saved" data-dirty={dirty}>
      {words}
    </p>
  )
}
