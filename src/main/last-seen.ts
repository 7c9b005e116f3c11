import { readFile, rename, rm, writeFile } from 'node:fs/promises'

/** What the window showed last, on this machine only; what it holds is the window's own matter. */
export class LastSeenFile {
  private writing: Promise<void> = Promise.resolve()

  constructor(private readonly path: string) {}

  /** Null where there is none, or it cannot be read. */
  async read(): Promise<string | null> {
    return readFile(this.path, 'utf8').catch(() => null)
  }

  /** Puts it in the place of the former; null takes it away. A comfort: failing to keep it is no matter. */
  async keep(seen: string | null): Promise<void> {
    this.writing = this.writing.then(() => (seen === null ? rm(this.path, { force: true }) : this.write(seen)))
    this.writing = this.writing.catch(() => undefined)
    await this.writing
  }

  private async write(seen: string): Promise<void> {
    const aside = `${this.path}.${process.pid}.tmp`
    await writeFile(aside, seen)
    await rename(aside, this.path)
  }
}
