import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { KhoBridge } from '#contract/shell'
import { startArgument } from '#contract/window-start'

// One object, no Electron behind it: messages are data, callbacks never see an event.
let port: MessagePort | null = null
const unsent: unknown[] = []
const listeners = new Set<(message: unknown) => void>()
const commandListeners = new Set<(command: string) => void>()

ipcRenderer.on('kho:port', (event) => {
  port?.close()
  port = event.ports[0] ?? null
  if (!port) return
  port.onmessage = ({ data }) => {
    for (const listener of listeners) listener(data)
  }
  for (const message of unsent.splice(0)) port.postMessage(message)
})
ipcRenderer.on('kho:command', (_event, command: string) => {
  for (const listener of commandListeners) listener(command)
})

const start = process.argv.find((argument) => argument.startsWith(startArgument)) ?? ''

const ask: KhoBridge['shell'] = (name, input) => ipcRenderer.invoke('kho:shell', name, input)
// Asked before the page's own script has been read.
const lastSeen = ask('shell.lastSeen', {})

const bridge: KhoBridge = {
  start: JSON.parse(decodeURIComponent(start.slice(startArgument.length))),
  shell: (name, input) =>
    name === 'shell.lastSeen' ? (lastSeen as ReturnType<typeof ask<typeof name>>) : ask(name, input),
  toEngine(message) {
    if (port) port.postMessage(message)
    // The first message asks for the port; the engine may have to be started for it.
    else if (unsent.push(message) === 1) ipcRenderer.send('kho:ask')
  },
  onMessage(listener) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  onCommand(listener) {
    commandListeners.add(listener)
    return () => commandListeners.delete(listener)
  },
  pathsOf: (files) => files.map((file) => webUtils.getPathForFile(file as File)),
}

contextBridge.exposeInMainWorld('kho', bridge)
