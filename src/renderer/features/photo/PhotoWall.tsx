import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useMemo, useState } from 'react'
import type { PhotoMonths, PhotoRow } from '#core/model/views'
import { usePaged } from '../../engine/usePaged'
import { showDialog } from '../../state/dialogs'
import { usePhotos } from '../../state/photos'
import { useSettings } from '../../state/settings'
import { showNumber } from '../../words/numbers'
import { usePhrases, useWords } from '../../words/words'
import { PhotoTile } from './PhotoTile'
import { useWallKeys } from './useWallKeys'
import { useWidth } from './useWidth'
import { lineOf, linesOf, type WallLine } from './wall'

const tileRem = 12.5
const tileHeightRem = 13
const headRem = 3

/** Where the wall was left, so that coming back finds the place again. */
const left = { text: '', active: 0, offset: 0 }

/**
 * Photos of any number under the months they belong to. Heights are known from the counts of the months, so that the
 * wall scrolls to any year at once; only lines in sight exist, and their photos are read page by page.
 */
export function PhotoWall({ months, total }: { months: PhotoMonths['months']; total: number }) {
  const t = useWords()
  const id = useId()
  const text = usePhotos((state) => state.text)
  const list = usePaged('photo.list', { text })
  const rem = 16 * (Number(useSettings().settings.textSize) / 100)
  const { box, width } = useWidth<HTMLDivElement>()
  const columns = Math.max(2, Math.floor((width - 2 * rem) / (tileRem * rem)))
  const lines = useMemo(() => linesOf(months, columns), [months, columns])
  const known = left.text === text
  const [active, setActive] = useState(known ? left.active : 0)
  const wall = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: (at) => Math.round(('month' in (lines[at] ?? {}) ? headRem : tileHeightRem) * rem),
    overscan: 4,
    initialOffset: known ? left.offset : 0,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are measured anew when the layout changes
  useEffect(() => wall.measure(), [lines, rem])
  useEffect(
    () => () => void Object.assign(left, { text, active, offset: wall.scrollOffset ?? 0 }),
    [text, active, wall],
  )
  const items = wall.getVirtualItems()
  useShownRange(lines, items, list.onRange)
  const at = Math.min(active, Math.max(0, total - 1))
  const move = (to: number) => {
    const photo = Math.max(0, Math.min(total - 1, to))
    setActive(photo)
    wall.scrollToIndex(lineOf(lines, photo))
  }
  const open = (photo: number) => showDialog({ name: 'found-photo', found: { text, total }, at: photo })
  const keys = useWallKeys({ lines, at, total, move, open, row: list.row, box })
  return (
    <div
      ref={box}
      className="list wall"
      role="listbox"
      tabIndex={0}
      aria-label={t('photos.wall')}
      aria-multiselectable
      aria-activedescendant={`${id}-${at}`}
      data-results
      data-testid="photo-wall"
      {...keys}
    >
      <div className="list-all" role="presentation" style={{ height: wall.getTotalSize() }}>
        {items.map((item) => (
          <div
            key={item.key}
            role="presentation"
            className="wall-line"
            style={{ height: item.size, transform: `translateY(${item.start}px)` }}
          >
            <Line line={lines[item.index]} row={list.row} active={at} id={id} columns={columns} total={total} />
          </div>
        ))}
      </div>
    </div>
  )
}

interface LineProps {
  line: WallLine | undefined
  row: (index: number) => PhotoRow | undefined
  active: number
  id: string
  columns: number
  total: number
}

function Line({ line, row, active, id, columns, total }: LineProps) {
  const { t, language } = usePhrases()
  if (!line) return null
  if ('month' in line) {
    const [year = '', month] = line.month.split('-')
    const name = month ? t('photos.month', { month: `${month}/${year}` }) : t('photos.year', { year })
    const counted = t('photos.ofMonth', { count: line.count, shown: showNumber(line.count, language) })
    return (
      <p className="wall-month" role="presentation">
        {name} <span className="section-count">{counted}</span>
      </p>
    )
  }
  return (
    <div
      className="wall-photos"
      role="presentation"
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {Array.from({ length: line.count }, (_, nth) => line.first + nth).map((index) => (
        <PhotoTile
          key={index}
          id={`${id}-${index}`}
          row={row(index)}
          index={index}
          total={total}
          active={index === active}
          labelled={nthOfArticle(index, row)}
        />
      ))}
    </div>
  )
}

/** True where a photo begins another article than the one before: only there its event is written out. */
function nthOfArticle(index: number, row: (index: number) => PhotoRow | undefined): boolean {
  return row(index)?.articleId !== row(index - 1)?.articleId
}

function useShownRange(lines: WallLine[], items: { index: number }[], onRange: (first: number, last: number) => void) {
  const photos = items.flatMap(({ index }) => {
    const line = lines[index]
    return line && 'first' in line ? [line] : []
  })
  const first = photos[0]?.first ?? 0
  const end = photos.at(-1)
  const last = end ? end.first + end.count - 1 : 0
  useEffect(() => onRange(first, last), [first, last, onRange])
}
