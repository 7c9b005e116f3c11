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
  references: Reference[]
}

/**
 * Reads what a METS document names. Nothing else is opened, and entities of its own are not expanded.
 * @returns why not, where it is no well-formed METS
 */
export function readMets(text: string): MetsRead | { wrong: string } {
  const parser = new SaxesParser({ xmlns: true })
  const read: MetsRead = { objectId: '', references: [] }
  let wrong = ''
  let root = ''
  let file: Record<string, string> = {}
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
    if (local === 'file') file = told
    if (local === 'FLocat' && told.href) read.references.push(reference(told.href, file))
    if (local === 'mdRef' && told.href) read.references.push(reference(told.href, told))
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
