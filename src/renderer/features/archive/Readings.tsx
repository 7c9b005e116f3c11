import { Images, ScrollText } from 'lucide-react'
import type { Reading } from '#contract/questions'
import { useRead } from '../../engine/queries'
import { usePhotos } from '../../state/photos'
import { go } from '../../state/route'
import { useSearch } from '../../state/search'
import { Button } from '../../ui/Button'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'

/** What a search typed as a question may mean, each with what it finds, one click away. */
export function Readings({ text }: { text: string }) {
  const { t, language } = usePhrases()
  const readings = useRead('search.readings', { text }).data?.readings ?? []
  if (readings.length === 0) return null
  return (
    <div className="readings" role="status" data-testid="readings">
      <p>{t('find.reading.ask')}</p>
      {readings.map((reading, index) => (
        <Button
          key={`${reading.of} ${reading.text}`}
          look={index === 0 ? 'primary' : 'plain'}
          icon={reading.of === 'photos' ? Images : ScrollText}
          onClick={() => look(reading)}
          data-testid="reading"
        >
          {t(`find.reading.${reading.of}`, { count: reading.count, shown: showNumber(reading.count, language) })}
          <span className="reading-text">{reading.text}</span>
        </Button>
      ))}
    </div>
  )
}

function look({ of, text }: Reading): void {
  if (of === 'articles') {
    useSearch.getState().replace({ text })
    go({ screen: 'archive' })
    return
  }
  usePhotos.getState().find(text)
  go({ screen: 'photos' })
}
