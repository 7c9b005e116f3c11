import type { Container } from './container'
import { type Attributes, parseXml, type XmlHandler } from './xml'

export interface Relationship {
  type: string
  target: string
  external: boolean
}

/**
 * The relationships of a part (ECMA-376 Part 2, 9.3): id → what it points at, as a part name of the package.
 * @param part name of the part, empty for the package itself
 */
export async function relationshipsOf(
  container: Container,
  part: string,
  file: string,
): Promise<Map<string, Relationship>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const found = new Map<string, Relationship>()
  const own = container.part(`${folder}_rels/${part.slice(folder.length)}.rels`)
  if (!own) return found
  const handler: XmlHandler = {
    open: (name, attributes) => {
      if (name === 'Relationship') addTo(found, attributes, folder)
    },
    close: () => {},
    text: () => {},
  }
  await parseXml(own.chunks(), handler, file)
  return found
}

function addTo(found: Map<string, Relationship>, attributes: Attributes, folder: string): void {
  const { Id = '', Type = '', Target = '', TargetMode = '' } = attributes
  const external = TargetMode === 'External'
  const type = Type.slice(Type.lastIndexOf('/') + 1)
  found.set(Id, { type, external, target: external ? Target : resolved(folder, Target) })
}

/** A relative part name made absolute; what climbs out of the package names nothing in it. */
function resolved(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  const parts: string[] = []
  for (const step of (path.startsWith('/') ? path : `${folder}${path}`).split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.' && step !== '') parts.push(step)
  }
  return decoded(parts.join('/'))
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
