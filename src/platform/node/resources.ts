import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Resources } from '../ports'
import { guarded } from './errors'

/** The shipped data under one folder. */
export function nodeResources(folder: string): Resources {
  return {
    path: (...parts) => join(folder, ...parts),
    json: (...parts) => {
      const path = join(folder, ...parts)
      return guarded(path, async () => JSON.parse(await readFile(path, 'utf8')))
    },
  }
}
