import { SaxesParser } from 'saxes'

/** A file that a METS document names, and what it says of it. */
export interface Reference {
  /** Path from the document, decoded. */
  path: string
  size: number | null
  checksum: string
  algorithm: string
}

export interface MetsRead {
  objectId: string
  /** The body that hands over, and its code. */
  agency: string
  agencyCode: string
  references: Reference[]
}

/**
 * Reads what a METS document names. Nothing else is opened, and entities of its own are not expanded.
 * @returns why not, where it is no well-formed METS
 */
export function readMets(text: string): MetsRead | { wrong: string } {
  const parser = new SaxesParser({ xmlns: true })
  const read: MetsRead = { objectId: '', agency: '', agencyCode: '', references: [] }
  let wrong = ''
  let root = ''
  let file: Record<string, string> = {}
  let agent: Record<string, string> = {}
  let said: 'agency' | 'agencyCode' | null = null
  parser.on('error', (error) => {
    wrong ||= error.message
  })
  parser.on('doctype', () => {
    wrong ||= 'DOCTYPE'
  })
  parser.on('opentag', ({ local, attributes }) => {
    const told = Object.fromEntries(Object.values(attributes).map(({ local: name, value }) => [name, value]))
    if (root === '') {
      root = local
      read.objectId = told.OBJID ?? ''
    }
    if (local === 'agent') agent = told
    const sender = agent.ROLE === 'ARCHIVIST' && agent.TYPE === 'ORGANIZATION'
    if (sender && local === 'name') said = 'agency'
    if (sender && local === 'note' && told.NOTETYPE === 'IDENTIFICATIONCODE') said = 'agencyCode'
    if (local === 'file') file = told
    if (local === 'FLocat' && told.href) read.references.push(reference(told.href, file))
    if (local === 'mdRef' && told.href) read.references.push(reference(told.href, told))
  })
  parser.on('text', (words) => {
    if (said) read[said] += words
  })
  parser.on('closetag', ({ local }) => {
    said = null
    if (local === 'agent') agent = {}
  })
  parser.write(text).close()
  if (root !== 'mets' && wrong === '') wrong = root
  return wrong === '' ? read : { wrong }
}

function reference(href: string, { SIZE, CHECKSUM = '', CHECKSUMTYPE = '' }: Record<string, string>): Reference {
  const size = SIZE === undefined ? null : Number(SIZE)
  return { path: decoded(href), size, checksum: CHECKSUM.toLowerCase(), algorithm: CHECKSUMTYPE }
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href.replace(/^file:(\/\/\/|\.\/)?/, '').replace(/^\.\//, ''))
  } catch {
    return href
  }
}
