import { z } from 'zod'
import type { Platform } from '#platform/ports'
import { type Layout, parseJson } from './format'

const Lease = z.object({
  /** Chance: tells this opening from any other, also of the same process. */
  token: z.string(),
  user: z.string(),
  machine: z.string(),
  process: z.number().int(),
  /** Milliseconds since the epoch by the owner's clock. */
  heartbeat: z.number(),
})
type Lease = z.infer<typeof Lease>

export const leaseTimes = {
  heartbeatMs: 5_000,
  /** Without a beat for so long, a lease is suspected to be left over. */
  staleMs: 30_000,
  /** How long a suspected lease is watched for a beat: clocks of two machines may differ by more than `staleMs`. */
  watchMs: 6_000,
  settleMs: 150,
} as const

/** A held lock. `lost` turns true when someone else took it over (a laptop that slept, a share that came back). */
export interface Lock {
  readonly lost: boolean
  release(): Promise<void>
}

/**
 * Takes the one writer's lock: a lease file with its owner and a heartbeat, which works on shares that
 * know no locks and survives a crash. A lease of a dead process of this machine is taken at once, any
 * other only when it has not beaten for 30 seconds and does not beat while it is watched. On request
 * (`takeOver`) one that has beaten lately is watched too; a living one keeps it all the same.
 * @returns the lock, or who holds it
 * @throws KhoError what the disk answers (read-only media, no permission)
 */
export async function takeLock(
  layout: Layout,
  platform: Platform,
  { watchMs = leaseTimes.watchMs, takeOver = false }: { watchMs?: number | undefined; takeOver?: boolean } = {},
): Promise<Lock | { by: string }> {
  const { files, clock, user, processes } = platform
  const token = `${processes.own}-${platform.ids.next()}`
  const lease = (): Lease => ({
    token,
    user: user.name,
    machine: user.machine,
    process: processes.own,
    heartbeat: clock.now(),
  })
  if (!(await files.createNew(layout.lock, JSON.stringify(lease())))) {
    const found = await readLease(layout, platform)
    const holder = found && (await livingHolder(found, layout, platform, watchMs, takeOver))
    if (holder) return { by: ownerOf(holder) }
    // While it was watched, another may have taken it.
    const now = await readLease(layout, platform)
    if (now && now.token !== found?.token) return { by: ownerOf(now) }
    await files.writeWhole(layout.lock, JSON.stringify(lease()))
    // Two may have found it stale at once: the last to write has it, so look again when both have written.
    await pause(leaseTimes.settleMs)
    const after = await readLease(layout, platform)
    if (after?.token !== token) return { by: after ? ownerOf(after) : '' }
  }
  return keepAlive(layout, platform, token, lease)
}

/** Whoever holds the lease and lives, or null where the one that was found is left over. */
async function livingHolder(
  held: Lease,
  layout: Layout,
  platform: Platform,
  watchMs: number,
  takeOver: boolean,
): Promise<Lease | null> {
  const ours = held.machine === platform.user.machine
  if (ours && !platform.processes.alive(held.process)) return null
  const recent = Math.abs(platform.clock.now() - held.heartbeat) <= leaseTimes.staleMs
  if (recent && !takeOver) return held
  await pause(watchMs)
  const later = await readLease(layout, platform)
  const beaten = later && (later.token !== held.token || later.heartbeat !== held.heartbeat)
  return beaten ? later : null
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

function keepAlive(layout: Layout, platform: Platform, token: string, lease: () => Lease): Lock {
  const { files, log } = platform
  const state = { lost: false, released: false }
  let beating = Promise.resolve()
  const beat = async () => {
    const held = await readLease(layout, platform)
    if (state.released) return
    if (held && held.token !== token) state.lost = true
    else await files.writeWhole(layout.lock, JSON.stringify(lease()))
  }
  const timer = setInterval(() => {
    beating = beating.then(beat).catch((thrown) => log.warn('heartbeat failed', { error: String(thrown) }))
  }, leaseTimes.heartbeatMs)
  timer.unref()
  return {
    get lost() {
      return state.lost
    },
    async release() {
      clearInterval(timer)
      state.released = true
      await beating
      try {
        if ((await readLease(layout, platform))?.token === token) await files.remove(layout.lock)
      } catch (thrown) {
        // Without a heart it is stale soon; everything else is already safe.
        log.warn('the lock stays behind', { error: String(thrown) })
      }
    },
  }
}

/** Who holds the archive open for writing, or null. */
async function readLease(layout: Layout, { files }: Platform): Promise<Lease | null> {
  if ((await files.stat(layout.lock)) === null) return null
  return Lease.safeParse(parseJson(await files.readText(layout.lock))).data ?? null
}

function ownerOf(lease: Lease): string {
  return lease.user ? `${lease.user} (${lease.machine})` : lease.machine
}
