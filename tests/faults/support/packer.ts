import { join } from 'node:path'
import { BagWriter } from '#delivery/bag/write'
import { nodeDigests } from '#platform/node/digests'
import { nodeFiles } from '#platform/node/files'

// Writes one package after another into a folder until it is ended.
const folder = process.argv[2] ?? ''
const tools = { files: nodeFiles(), digests: nodeDigests(), signal: new AbortController().signal }
process.stdout.write('ready\n')
for (let number = 1; ; number++) {
  const name = `gói ${number}`
  const bag = await BagWriter.begin(tools, folder, name)
  for (let at = 0; at < 12; at++) await bag.write(`data/Ảnh/${at}.jpg`, new Uint8Array(200_000).fill(at))
  await bag.close([['Source-Organization', 'Văn phòng']])
  await bag.finish(join(folder, name))
}
