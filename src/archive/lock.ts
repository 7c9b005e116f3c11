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

export const leaseTimes = { heartbeatMs: 5_000, staleMs: 30_000, settleMs: 150 } as const

/** A held lock. `lost` turns true when someone else took it over (a laptop that slept, a share that came back). */
export interface Lock {
  readonly lost: boolean
  release(): Promise<void>
}

/**
 * Takes the one writer's lock: a lease file with its owner and a heartbeat, which works on shares that
 * know no locks and survives a crash. A lease of a dead process of this machine is taken at once, any
 * other when it has not beaten for 30 seconds.
 * @returns the lock, or who holds it
 * @throws KhoError what the disk answers (read-only media, no permission)
 */
export async function takeLock(layout: Layout, platform: Platform): Promise<Lock | { by: string }> {
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
    const held = await readLease(layout, platform)
    if (held && !isStale(held, platform)) return { by: ownerOf(held) }
    await files.writeWhole(layout.lock, JSON.stringify(lease()))
    // Two may have found it stale at once: the last to write has it, so look again when both have written.
    await new Promise((resolve) => setTimeout(resolve, leaseTimes.settleMs))
    const after = await readLease(layout, platform)
    if (after?.token !== token) return { by: after ? ownerOf(after) : '' }
  }
  return keepAlive(layout, platform, token, lease)
}

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

function isStale(lease: Lease, { user, processes, clock }: Platform): boolean {
  if (lease.machine === user.machine && !processes.alive(lease.process)) return true
  // By age too on the same machine, since numbers of processes are used again; and a lease far in the
  // future was written before the clock was set back.
  return Math.abs(clock.now() - lease.heartbeat) > leaseTimes.staleMs
}

function ownerOf(lease: Lease): string {
  return lease.user ? `${lease.user} (${lease.machine})` : lease.machine
}
