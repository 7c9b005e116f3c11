import { useEffect, useRef } from 'react'
import { keepUnsaved } from '../../state/unsaved'
import { useFailures } from '../../ui/useFailures'

/**
 * A field that is written when it is left, also where leaving is the next photo or the end of the viewer.
 * @param value what stands in the field at first, and what is not worth writing again
 * @param write writes what was typed; undefined text (no date, …) is not written
 */
export function useSaved(value: string, write: (text: string) => Promise<unknown>) {
  const caught = useFailures()
  const typed = useRef(value)
  const written = useRef(value)
  const save = () => {
    const text = typed.current
    if (text === written.current) return Promise.resolve()
    written.current = text
    return caught(() => write(text))()
  }
  const latest = useRef(save)
  latest.current = save
  useEffect(() => {
    const off = keepUnsaved(() => latest.current())
    return () => {
      off()
      void latest.current()
    }
  }, [])
  return {
    save,
    /** What stands in the field now was written by something else. */
    settled: (text: string) => {
      typed.current = text
      written.current = text
    },
    onText: (text: string) => {
      typed.current = text
    },
  }
}
