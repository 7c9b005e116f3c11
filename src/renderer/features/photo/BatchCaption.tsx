import { CheckField } from '../../ui/CheckField'
import { Choice, TextAreaField, TextField } from '../../ui/Field'
import { useWords } from '../../words/words'
import { type CaptionEntry, captionWays, type RowProps } from './batch'

/** How captions are written: the same for all, or each from what it is. */
export function BatchCaption({ batch, onBatch }: RowProps) {
  const t = useWords()
  const { caption, ...others } = batch
  const change = (part: Partial<CaptionEntry>) => caption && onBatch({ ...others, caption: { ...caption, ...part } })
  return (
    <div className="batch-row">
      <CheckField
        label={t('photos.field.caption')}
        checked={caption !== undefined}
        onCheck={(on) => onBatch(on ? { ...others, caption: { how: 'set', text: '', find: '' } } : others)}
      />
      {caption && (
        <div className="batch-rule">
          <Choice
            label={t('photos.batch.captionWay')}
            bare
            value={caption.how}
            options={captionWays.map((value) => ({ value, label: t(`photos.batch.captionWays.${value}`) }))}
            onChoose={(how) => change({ how: how as CaptionEntry['how'] })}
          />
          {caption.how === 'replace' && (
            <TextField
              label={t('photos.batch.find')}
              bare
              placeholder={t('photos.batch.find')}
              defaultValue={caption.find}
              data-testid="batch-find"
              onText={(find) => change({ find })}
            />
          )}
          {caption.how === 'set' && (
            <TextAreaField
              label={t('photos.field.caption')}
              bare
              defaultValue={caption.text}
              data-testid="batch-caption"
              onText={(text) => change({ text })}
            />
          )}
          {(caption.how === 'before' ||
            caption.how === 'after' ||
            caption.how === 'number' ||
            caption.how === 'replace') && (
            <TextField
              key={caption.how}
              label={t(`photos.batch.captionText.${caption.how}`)}
              bare
              placeholder={t(`photos.batch.captionText.${caption.how}`)}
              defaultValue={caption.text}
              data-testid="batch-caption"
              onText={(text) => change({ text })}
            />
          )}
          {caption.how === 'article' && <p className="field-hint">{t('photos.batch.fromArticle')}</p>}
        </div>
      )}
    </div>
  )
}
