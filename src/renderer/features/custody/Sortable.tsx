import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'
import { IconButton } from '../../ui/Button'
import { useWords } from '../../words/words'

interface Props<Item> {
  items: Item[]
  fixed: boolean
  nameOf: (item: Item) => string
  onOrder: (items: Item[]) => void
  onRemove: (item: Item) => void
  onOpen: (item: Item) => void
  children: (item: Item) => ReactNode
}

/**
 * A list put into order by dragging, by the handle and the arrow keys, by Alt with an arrow, or by two buttons. Screen
 * readers hear where an item is.
 */
export function Sortable<Item extends { id: string }>({ items, fixed, nameOf, onOrder, ...rest }: Props<Item>) {
  const t = useWords()
  // The new order stands at once; the engine's answer confirms it.
  const [shown, setShown] = useState(items)
  useEffect(() => setShown(items), [items])
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const move = (from: number, to: number) => {
    if (from < 0 || to < 0 || to >= shown.length || from === to) return
    const next = arrayMove(shown, from, to)
    setShown(next)
    onOrder(next)
  }
  const placeOf = (id: UniqueIdentifier) => shown.findIndex((item) => item.id === id)
  const onDragEnd = ({ active, over }: DragEndEvent) => over && move(placeOf(active.id), placeOf(over.id))
  const said = (key: 'lifted' | 'over' | 'dropped' | 'left', id: UniqueIdentifier, at: UniqueIdentifier = id) => {
    const item = shown[placeOf(id)]
    return t(`handover.order.${key}`, { name: item ? nameOf(item) : '', at: placeOf(at) + 1, of: shown.length })
  }
  const announcements: Announcements = {
    onDragStart: ({ active }) => said('lifted', active.id),
    onDragOver: ({ active, over }) => (over ? said('over', active.id, over.id) : undefined),
    onDragEnd: ({ active, over }) => said('dropped', active.id, over?.id),
    onDragCancel: ({ active }) => said('left', active.id),
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('handover.order.help') } }}
    >
      <SortableContext items={shown} strategy={verticalListSortingStrategy}>
        <ol className="sortable">
          {shown.map((item, at) => (
            <Row
              key={item.id}
              item={item}
              name={nameOf(item)}
              fixed={fixed}
              last={at === shown.length - 1}
              at={at}
              onMove={(by) => move(at, at + by)}
              {...rest}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  )
}

interface RowProps<Item> extends Pick<Props<Item>, 'fixed' | 'onRemove' | 'onOpen' | 'children'> {
  item: Item
  name: string
  at: number
  last: boolean
  onMove: (by: -1 | 1) => void
}

function Row<Item extends { id: string }>({ item, name, at, last, fixed, onMove, ...props }: RowProps<Item>) {
  const t = useWords()
  const sortable = useSortable({ id: item.id, disabled: fixed })
  const { transform, transition, isDragging } = sortable
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (!event.altKey || by === null || fixed) return
    event.preventDefault()
    onMove(by)
  }
  return (
    <li
      ref={sortable.setNodeRef}
      className={isDragging ? 'sortable-row dragging' : 'sortable-row'}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      data-testid="sortable-row"
    >
      {!fixed && (
        <button
          type="button"
          className="icon-button grip"
          {...sortable.attributes}
          {...sortable.listeners}
          aria-label={t('handover.order.grip', { name })}
          data-testid="grip"
        >
          <GripVertical aria-hidden />
        </button>
      )}
      <span className="sortable-number">{at + 1}</span>
      <button type="button" className="sortable-open" onClick={() => props.onOpen(item)} onKeyDown={onKeyDown}>
        {props.children(item)}
      </button>
      {!fixed && (
        <>
          <IconButton
            icon={ArrowUp}
            label={t('handover.order.up', { name })}
            disabled={at === 0}
            onClick={() => onMove(-1)}
            data-testid="move-up"
          />
          <IconButton
            icon={ArrowDown}
            label={t('handover.order.down', { name })}
            disabled={last}
            onClick={() => onMove(1)}
            data-testid="move-down"
          />
          <IconButton
            icon={X}
            label={t('record.pick.remove', { name })}
            onClick={() => props.onRemove(item)}
            data-testid="item-remove"
          />
        </>
      )}
    </li>
  )
}
