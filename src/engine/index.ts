import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { FromEngineHost, ToEngineHost } from '#contract/engine-host'
import type { JobState } from '#contract/jobs'
import type { FromEngine } from '#contract/messages'
import { previewOf } from '#operations/photos/previews'
import { startCore } from '#operations/start'
import { fileLog } from '#platform/node/log'
import { nodePlatform, systemClock } from '#platform/node/platform'
import { readersOver } from '#platform/readers'
import { parentPort } from './port'
import { ReaderBroker } from './reader-broker'
import { serveWindow } from './window'

/** The engine: a utility process that owns the open archive and serves the window. */

const [resourcesFolder = '', logFolder = ''] = process.argv.slice(2)
const host = parentPort()
const tell = (message: FromEngineHost) => host.postMessage(message)
const log = fileLog(systemClock, join(logFolder, 'engine.log'))
const broker = new ReaderBroker(tell)
const windows = new Set<(event: FromEngine) => void>()
const toWindows = (event: FromEngine) => {
  for (const send of windows) send(event)
}

/** So many processes work side by side at what nobody waits for. */
const leisurely = Math.max(1, Math.min(4, availableParallelism()))
/** An archive being opened before the window asks: what the window asks meanwhile waits for it. */
let opening: Promise<void> = Promise.resolve()

const core = startCore(
  nodePlatform({
    readers: readersOver(() => broker.spawn(), { log, count: 2 }),
    background: readersOver(() => broker.spawn(true), { log, count: leisurely, restMs: 30_000 }),
    resourcesFolder,
    programs: import.meta.dirname,
    log,
  }),
  {
    job(job) {
      toWindows({ type: 'job', job })
      tell({ type: 'progress', share: overallShare(core.context.jobs.list()) })
      if (job.outcome) tell({ type: 'job-ended', kind: job.kind, failed: job.outcome.state === 'failed' })
    },
    changed: (kinds) => toWindows({ type: 'changed', kinds }),
  },
)

/** A folder watched is looked into this often; a look that finds nothing new tells nobody. */
const lookEveryMs = 4_000
setInterval(() => {
  if (core.context.watch.watched.folder) void core.context.watch.look().catch(() => undefined)
}, lookEveryMs)

const setArchive = core.context.setArchive
core.context.setArchive = (archive) => {
  setArchive(archive)
  tell({ type: 'archive', folder: archive?.folder ?? null, name: archive?.identity.name ?? '' })
}

host.on('message', ({ data, ports: [port] }) => {
  const message = data as ToEngineHost
  switch (message.type) {
    case 'window':
      if (port) void opening.then(() => openWindow(port, message.restarted))
      return
    case 'picture':
      void opening.then(() => servePicture(message))
      return
    case 'received':
      void findReceived(message)
      return
    case 'reader-port':
      if (port) broker.connected(message.reader, port)
      return
    case 'reader-exit':
      broker.exited(message.reader, message.code)
      return
    case 'reopen':
      void reopen(message.folder)
      return
    case 'open-ahead':
      opening = openArchive(message.folder)
      return
    case 'shut-down':
      void shutDown()
      return
  }
})
tell({ type: 'ready' })

function openWindow(port: Parameters<typeof serveWindow>[0], restarted: boolean): void {
  const send = serveWindow(port, core.runner, log)
  windows.add(send)
  port.on('close', () => windows.delete(send))
  if (restarted) send({ type: 'restarted' })
}

/** The open archive. While it is closed and opened anew, as when it is taken over, what asks for it waits. */
const archiveOpen = async () => core.context.archive ?? core.context.switching(async () => core.context.archive)

/** Pictures by id only: the path is found here and never crosses to the page. */
async function servePicture({ request, photoId, size }: Extract<ToEngineHost, { type: 'picture' }>): Promise<void> {
  const none = { type: 'picture', request, path: null, mediaType: '', name: '' } as const
  try {
    const archive = await archiveOpen()
    const photo = archive && (await archive.get('photo', photoId))
    if (!archive || !photo) return tell(none)
    if (size === null) {
      return tell({
        type: 'picture',
        request,
        path: archive.originals.pathOf(photo.file),
        mediaType: photo.file.mediaType,
        name: photo.file.name,
      })
    }
    tell({
      type: 'picture',
      request,
      path: await previewOf(core.context, archive, photo, size),
      mediaType: 'image/jpeg',
      name: photo.file.name,
    })
  } catch (thrown) {
    log.warn('picture not served', { photoId, why: String(thrown) })
    tell(none)
  }
}

/** A file as it came, by the article that has it and its digest; the path never crosses to the page. */
async function findReceived({ request, articleId, digest }: Extract<ToEngineHost, { type: 'received' }>) {
  const archive = await archiveOpen()
  const record = (await archive?.get('article', articleId)) ?? (await archive?.get('draft', articleId))
  const file = record?.asReceived.find((one) => one.digest.hex === digest)
  tell({
    type: 'received',
    request,
    path: archive && file ? archive.originals.pathOf(file) : null,
    name: file?.name ?? '',
  })
}

async function reopen(folder: string): Promise<void> {
  await openArchive(folder)
  toWindows({ type: 'restarted' })
}

/** What fails here fails again when the window asks, and is told there. */
async function openArchive(folder: string): Promise<void> {
  try {
    await core.runner.call('archive.open', { folder })
  } catch (thrown) {
    log.error('archive not opened', { folder, why: String(thrown) })
  }
}

async function shutDown(): Promise<void> {
  await core.close().catch((thrown) => log.error('closing', { why: String(thrown) }))
  tell({ type: 'closed' })
}

function overallShare(jobs: JobState[]): number | null {
  const running = jobs.filter((job) => !job.outcome)
  if (running.length === 0) return null
  const shares = running.map((job) => (job.total ? job.done / job.total : 0))
  return shares.reduce((sum, share) => sum + share, 0) / running.length
}
