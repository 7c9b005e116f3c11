import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Settings } from '#contract/shell'
import { writeAside } from './aside'

/** The person's settings: one small file, read once, written whole. A damaged file means defaults. */
export class SettingsFile {
  private current: Settings = Settings.parse({})
  private writing: Promise<void> = Promise.resolve()

  constructor(private readonly path: string) {}

  async load(): Promise<Settings> {
    try {
      const parsed = Settings.safeParse(JSON.parse(await readFile(this.path, 'utf8')))
      if (parsed.success) this.current = parsed.data
    } catch {
      // First start, or a file cut short: defaults serve, and the next save mends it.
    }
    return this.current
  }

  get value(): Settings {
    return this.current
  }

  /** Changes some settings; answers all of them once they are written. */
  async save(part: Partial<Settings>): Promise<Settings> {
    this.current = Settings.parse({ ...this.current, ...part })
    this.writing = this.writing.then(() => this.write()).catch(() => undefined)
    await this.writing
    return this.current
  }

  /** Puts an archive at the head of the recent ones. */
  async remember(folder: string): Promise<Settings> {
    const recentArchives = [folder, ...this.current.recentArchives.filter((other) => other !== folder)].slice(0, 10)
    return this.save({ lastArchive: folder, recentArchives })
  }

  private async write(): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true })
    await writeAside(this.path, JSON.stringify(this.current, null, 2))
  }
}
