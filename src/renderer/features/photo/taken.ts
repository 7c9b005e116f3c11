import { showDate } from '../../words/dates'

/** When a photo was taken, from the local time as the camera wrote it: `08/07/2024 09:12`. */
export function takenWords(takenAt: string): string {
  const [date = '', time = ''] = takenAt.split(/[T ]/)
  return [showDate(date.replaceAll(':', '-')), time.slice(0, 5)].filter(Boolean).join(' ')
}
