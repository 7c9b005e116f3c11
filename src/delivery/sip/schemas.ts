import { validateXML, type XMLFileInfo } from 'xmllint-wasm'
import type { Finding } from '#core/model/custody'
import type { Files } from '#platform/ports'
import type { SipRules } from '../transfer/rules'

/** The kinds of document that a package holds, each by its own schema. */
export const checkedKinds = ['mets', 'dossier', 'document', 'picture'] as const

/**
 * Holds the XML documents of a package against the schemas of the receiving office (libxml2). A kind of document that
 * no schema was given for is not held against any.
 */
export async function schemaFindings(
  files: Files,
  folder: string,
  paths: string[],
  schemas: { name: string; text: string }[],
  rules: SipRules,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const names = new Set(schemas.map(({ name }) => name))
  const given = schemas.map(({ name, text }): XMLFileInfo => ({ fileName: name, contents: localised(text, names) }))
  for (const kind of checkedKinds) {
    // The circular itself writes the names in capitals and without.
    const schema = given.find(({ fileName }) => fileName.toLowerCase() === rules.schemas[kind].toLowerCase())
    const of = paths.filter((path) => kindOf(path, rules) === kind)
    if (!schema || of.length === 0) continue
    const xml: XMLFileInfo[] = []
    for (const [at, path] of of.entries()) {
      xml.push({ fileName: `${at}.xml`, contents: await files.readText(files.join(folder, ...path.split('/'))) })
    }
    const preload = given.filter((one) => one !== schema)
    try {
      const { errors } = await validateXML({ xml, schema, preload, maxMemoryPages: mostPages })
      for (const { message, loc } of errors) {
        const path = of[Number.parseInt(loc?.fileName ?? '', 10)] ?? schema.fileName
        findings.push(finding(path, message.replace(/^Schemas validity error : /, ''), loc?.lineNumber))
      }
    } catch (thrown) {
      // A schema that cannot be used proves nothing, and the person must know.
      findings.push(finding(`schemas/${schema.fileName}`, String(thrown).split('\n')[0] ?? ''))
    }
  }
  return findings
}

const finding = (path: string, why: string, line?: number): Finding => ({
  severity: 'error',
  code: 'schema',
  path,
  args: { line: line === undefined ? 'none' : String(line), why },
})

/** Nothing is fetched: a schema that is named by its address on the web is the one of that name beside it. */
function localised(text: string, names: ReadonlySet<string>): string {
  return text.replace(/(schemaLocation\s*=\s*["'])https?:\/\/[^"']*\/([^"'/]+)(["'])/g, (whole, start, name, end) =>
    names.has(name) ? `${start}${name}${end}` : whole,
  )
}

// Of 64 KB: a METS document of some ten thousand files fits.
const mostPages = 16_384

function kindOf(path: string, { files }: SipRules): 'mets' | 'dossier' | 'document' | 'picture' | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const like = (pattern: string) => name.startsWith(pattern.split('{')[0] ?? pattern) && name.endsWith('.xml')
  if (name === files.mets) return 'mets'
  if (name === files.dossier) return 'dossier'
  if (like(files.document)) return 'document'
  return like(files.picture) ? 'picture' : null
}
