import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { writeAside } from './aside'

/** What the window showed last, on this machine only; what it holds is the window's own matter. */
export class LastSeenFile {
  private writing: Promise<void> = Promise.resolve()

  constructor(private readonly path: string) {}

  /** Whether there is anything, of whichever archive. */
  isKept(): boolean {
    return existsSync(this.path)
  }

  /** Null where there is none, or it cannot be read. */
  async read(): Promise<string | null> {
    return readFile(this.path, 'utf8').catch(() => null)
  }

  /** Puts it in the place of the former; null takes it away. A comfort: failing to keep it is no matter. */
  async keep(seen: string | null): Promise<void> {
    this.writing = this.writing.then(() =>
      seen === null ? rm(this.path, { force: true }) : writeAside(this.path, seen),
    )
    this.writing = this.writing.catch(() => undefined)
    await this.writing
  }
}
