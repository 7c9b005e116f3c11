// Starts the application folder named on the command line, as Electron's own default application does.
// A module with top-level await: Electron holds back `ready` until the application's own code has run.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
const manifest = folder && join(resolve(folder), 'package.json')
if (!manifest || !existsSync(manifest)) {
  process.stderr.write('No application folder given.\n')
  app.exit(1)
} else {
  const { name, productName, version, main = 'index.js' } = JSON.parse(readFileSync(manifest, 'utf8'))
  process.defaultApp = true
  app.setAppPath(resolve(folder))
  app.setName(productName ?? name)
  if (version) app.setVersion(version)
  await import(pathToFileURL(join(resolve(folder), main)).href)
}
