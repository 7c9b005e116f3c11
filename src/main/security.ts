import { app, type IpcMainInvokeEvent, session, type WebContents } from 'electron'

/** Where the page comes from: a scheme of our own, never file: or http:. */
export const pageOrigin = 'app://kho'

/** No script, style, picture or connection but our own; sent as a header because frame-ancestors needs one. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' khotin:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

/**
 * The Electron security checklist where it concerns every page: no permissions, no navigation, no new
 * windows, no webviews, no requests to anywhere but our own schemes.
 */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !/^(app|khotin|devtools|blob):/.test(url) })
  })
}

function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** True only for the top frame of our own page: every message from a page is asked this first. */
export function trusted(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame
  if (frame === null || frame.parent !== null || !URL.canParse(frame.url)) return false
  // Custom schemes have no web origin of their own in `URL.origin`, so scheme and host are compared.
  const { protocol, host } = new URL(frame.url)
  return `${protocol}//${host}` === pageOrigin
}

/**
 * The same, for the first words of a page, which can come before its address is known here: those wait for it.
 * @returns false where the address then is not ours
 */
export async function trustedOnceKnown(event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>): Promise<boolean> {
  if (event.senderFrame?.url === '')
    await new Promise<void>((known) => event.sender.once('did-navigate', () => known()))
  return trusted(event)
}
