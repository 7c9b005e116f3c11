import type { Archive } from '#archive/archive'
import { KhoError } from '#core/errors'
import { lacksLikeness, type Photo, turnOf } from '#core/model/photo'
import { severalAtOnce } from '../at-once'
import type { OperationContext } from '../context'
import { openArchiveOf, writableArchiveOf } from '../context'
import type { Work } from '../jobs'
import type { Handler } from '../runner'
import { likenessByPreview, lookedAgain, previewSizes } from './previews'

/** So many photos go into one change: a stop loses at most the work on these, the journal gets few lines. */
const inOneChange = 48
/** As many as there may be processes for what nobody waits for; more wait for one. */
const atOnce = 4
/** While somebody's own work runs, it is looked so often whether it has ended. */
const patienceMs = 250

const hex = [...'0123456789abcdef']
const starts = hex.flatMap((first) => hex.map((second) => first + second))

/** Photos that came in since the last pass. */
const cameIn = new WeakMap<Archive, Set<string>>()

function wantingOf(archive: Archive): Set<string> {
  const there = cameIn.get(archive) ?? new Set()
  cameIn.set(archive, there)
  return there
}

/** Notes that a photo came in: its larger preview is made once nobody waits. */
export const noteArrived = (archive: Archive, id: string): void => void wantingOf(archive).add(id)

/** How many photos want a preview or a fingerprint: those that came in since, or all of the archive. */
export const countWanting: Handler<'photo.previewsWanting'> = async (context, { all }) => {
  const archive = openArchiveOf(context)
  return { count: all ? (await wanting(archive, new AbortController().signal)).length : wantingOf(archive).size }
}

async function wanting(archive: Archive, signal: AbortSignal): Promise<string[]> {
  const unprinted = new Set(await archive.index.photosWithoutLikeness())
  const ids: string[] = []
  for (const start of starts) {
    if (signal.aborted) break
    const [held, kept] = [await archive.index.photosStarting(start), await archive.thumbnails.overview(start)]
    const whole = (id: string) => Object.values(previewSizes).every((size) => kept.has(id, { size, turned: 0 }))
    ids.push(...held.filter((id) => unprinted.has(id) || !(whole(id) || kept.refused(id))))
  }
  return ids
}

/**
 * Makes what photos lack of both previews and of the fingerprints by which doubles are found: one decoding for all.
 * Everybody else's work goes first. What is done stays when it is stopped; the next time goes on from there.
 */
export const makePreviews: Handler<'photo.previews'> = async (context, { all }, work) => {
  const archive = writableArchiveOf(context)
  const ids = new Set(wantingOf(archive))
  cameIn.delete(archive)
  if (all) for (const id of await wanting(archive, work.signal)) ids.add(id)
  const pass = new Pass(context, archive, work, ids.size)
  const list = [...ids]
  for (let at = 0; at < list.length && !work.signal.aborted; at += inOneChange) {
    await pass.make(list.slice(at, at + inOneChange))
  }
  // The next time goes on with what this one left.
  for (const id of list.slice(pass.done)) wantingOf(archive).add(id)
  return { made: pass.made, left: list.length - pass.done }
}

class Pass {
  done = 0
  made = 0

  constructor(
    private readonly context: OperationContext,
    private readonly archive: Archive,
    private readonly work: Work,
    private readonly total: number,
  ) {}

  async make(ids: string[]): Promise<void> {
    const photos = await this.archive.getMany('photo', ids)
    const prints = new Map<string, string>()
    let seen = 0
    try {
      await severalAtOnce(photos, atOnce, async (photo) => {
        await this.waitForOthers()
        this.tell(photo.file.name, seen)
        const likeness = await this.makeOne(photo)
        if (likeness !== null && lacksLikeness(photo)) prints.set(photo.id, likeness)
        seen += 1
      })
    } catch (thrown) {
      if (!(thrown instanceof KhoError && thrown.code === 'cancelled')) throw thrown
    }
    this.made += seen
    this.done += this.work.signal.aborted ? seen : ids.length
    if (prints.size === 0) return
    await this.context.exclusively(() => keepPrints(this.archive, prints))
    this.context.changed(['photo'])
  }

  private tell(current: string, seen: number): void {
    this.work.report({ phase: 'reading', done: this.done + seen, total: this.total, unit: 'photo', current })
  }

  /** @returns the fingerprints where they were made, empty where the picture cannot be decoded */
  private async makeOne(photo: Photo): Promise<string | null> {
    const { thumbnails } = this.archive
    const { background } = this.context.platform
    const turned = turnOf(photo)
    const sizes: number[] = []
    if (!(await thumbnails.refused(photo.id))) {
      for (const size of Object.values(previewSizes)) {
        if (!(await thumbnails.find(photo.id, { size, turned }))) sizes.push(size)
      }
    }
    if (sizes.length > 0) {
      const wanted = { sizes, turned }
      const looked = await lookedAgain(this.context, this.archive, photo.file, wanted, background, this.work.signal)
      return looked ?? ''
    }
    if (!lacksLikeness(photo)) return null
    const preview = await thumbnails.find(photo.id, { size: previewSizes.row, turned: 0 })
    return preview ? likenessByPreview(background, preview).catch(() => '') : ''
  }

  /** An intake, an export, a check: whatever a person began goes first. */
  private async waitForOthers(): Promise<void> {
    const { jobs } = this.context
    const others = () => jobs.list().some((job) => !job.outcome && job.id !== this.work.jobId)
    while (others() && !this.work.signal.aborted) await new Promise<void>((resolve) => setTimeout(resolve, patienceMs))
    if (this.work.signal.aborted) throw new KhoError('cancelled')
  }
}

/** Only the fingerprint is written: what a person changed meanwhile stays. */
async function keepPrints(archive: Archive, prints: ReadonlyMap<string, string>): Promise<void> {
  if (archive.readOnly) throw new KhoError('archive-read-only')
  const photos = await archive.getMany('photo', [...prints.keys()])
  await archive.commit({
    operation: 'photo.fingerprint',
    args: { count: String(photos.length) },
    entries: photos.map((photo) => {
      const after: Photo = { ...photo, likeness: prints.get(photo.id) ?? '' }
      return { kind: 'photo', id: photo.id, after }
    }),
  })
}
