import type { ErrorCode } from '#core/errors'
import { KhoError } from '#core/errors'
import type { Files } from '#platform/ports'

/** Which call goes wrong, and how. */
export interface Fault {
  /** The n-th call that changes the disk, counted from 1. */
  at: number
  code: ErrorCode
  /** Before anything happened, after half of the bytes, or after everything did. */
  when: 'before' | 'half' | 'after'
  /** Once and then well again, or from then on for ever: what a killed process or a pulled disk is like. */
  lasting: boolean
}

type Changing = 'makeFolder' | 'writeWhole' | 'createNew' | 'appendDurably' | 'truncate' | 'remove' | 'rename'
const changing: Changing[] = ['makeFolder', 'writeWhole', 'createNew', 'appendDurably', 'truncate', 'remove', 'rename']

/**
 * Files that fail at one call. Without a fault it only counts, so that a test knows how many points
 * there are. A half-done append leaves its first half, as a full disk does when cutting back fails too.
 */
export function faultyFiles(real: Files, fault: Fault | null): { files: Files; calls(): number } {
  let calls = 0
  const files = { ...real }
  const wrap = (name: Changing) => {
    const work = real[name] as (path: string, data: string | Uint8Array) => Promise<unknown>
    const wrapped = async (path: string, data: string | Uint8Array) => {
      calls++
      const strikes = fault !== null && (calls === fault.at || (fault.lasting && calls > fault.at))
      if (!strikes) return work(path, data)
      if (calls === fault.at && fault.when === 'after') await work(path, data)
      if (calls === fault.at && fault.when === 'half' && name === 'appendDurably') await work(path, halfOf(data))
      throw new KhoError(fault.code, { file: path })
    }
    Object.assign(files, { [name]: wrapped })
  }
  for (const name of changing) wrap(name)
  return { files, calls: () => calls }
}

function halfOf(data: string | Uint8Array): string | Uint8Array {
  return data.slice(0, Math.floor(data.length / 2))
}
