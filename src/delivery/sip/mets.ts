import type { FondsFields } from '#core/model/custody'
import type { Written } from '../staged'
import type { SipRules } from '../transfer/rules'
import type { SipIds } from './ids'
import { type Element, element, xmlDocument } from './xml'

/** A file that a METS document names: by its path from that document. */
export interface Named {
  href: string
  mediaType: string
  written: Written
}

/** What a METS document is made of. */
export interface MetsParts {
  /** OBJID and LABEL. */
  objectId: string
  label: string
  /** Instant with the offset that the rules name. */
  created: string
  fonds: FondsFields
  recordStatus: string
  /** Descriptive metadata. */
  metadata: Named[]
  /** Files by the use of their group: `Schemas`, `Data`. */
  groups: { use: string; files: Named[] }[]
  /** METS documents of representations, by the name of each. */
  representations: { name: string; mets: Named }[]
}

const namespaces = {
  xmlns: 'http://www.loc.gov/METS/',
  'xmlns:csip': 'https://DILCIS.eu/XML/METS/CSIPExtensionMETS',
  'xmlns:sip': 'https://DILCIS.eu/XML/METS/SIPExtensionMETS',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
}

/**
 * A METS document of a package or of its representation, by E-ARK CSIP 2 as Thông tư 05/2025/TT-BNV has it: every
 * file with its size, date and SHA-256.
 */
export async function metsDocument(
  parts: MetsParts,
  ids: SipIds,
  rules: SipRules,
  schema: string | null,
): Promise<string> {
  const { objectId, label, representations } = parts
  const sections: Element[] = [header(parts, rules)]
  const metadata: string[] = []
  for (const file of parts.metadata) {
    const id = await ids.of(`${objectId}/dmdSec/${file.href}`)
    metadata.push(id)
    sections.push(descriptive(file, id, parts, rules))
  }
  const groups = [...parts.groups]
  for (const { name, mets } of representations) groups.push({ use: `Representations/${name}`, files: [mets] })
  const placed: { id: string; use: string; hrefs: string[] }[] = []
  const fileGroups: Element[] = []
  for (const { use, files } of groups) {
    if (files.length === 0) continue
    const id = await ids.of(`${objectId}/fileGrp/${use}`)
    placed.push({ id, use, hrefs: files.map(({ href }) => href) })
    const listed: Element[] = []
    for (const file of files) listed.push(await fileElement(file, objectId, parts, ids, rules))
    fileGroups.push(element('fileGrp', { ID: id, USE: use }, listed))
  }
  if (fileGroups.length > 0) sections.push(element('fileSec', { ID: await ids.of(`${objectId}/fileSec`) }, fileGroups))
  sections.push(await structure(parts, metadata, placed, ids))
  const attributes = {
    ...namespaces,
    ...(schema === null ? {} : { 'xsi:schemaLocation': `http://www.loc.gov/METS/ ${schema}` }),
    OBJID: objectId,
    LABEL: label,
    TYPE: rules.type,
    PROFILE: rules.profile,
  }
  return xmlDocument(element('mets', attributes, sections))
}

function header({ created, fonds, recordStatus }: MetsParts, rules: SipRules): Element {
  const agent = (attributes: Record<string, string>, name: string, note: [string, string] | null) =>
    element('agent', attributes, [
      element('name', {}, name),
      ...(note ? [element('note', { 'csip:NOTETYPE': note[0] }, note[1])] : []),
    ])
  const version: [string, string] = ['SOFTWARE VERSION', '1']
  const code: [string, string] | null = fonds.agencyCode ? ['IDENTIFICATIONCODE', fonds.agencyCode] : null
  return element(
    'metsHdr',
    {
      CREATEDATE: created,
      LASTMODDATE: created,
      RECORDSTATUS: recordStatus,
      'csip:OAISPACKAGETYPE': rules.packageType,
    },
    [
      agent({ ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'SOFTWARE' }, rules.software, version),
      agent({ ROLE: 'ARCHIVIST', TYPE: 'ORGANIZATION' }, fonds.agency, code),
      ...(fonds.archiveName ? [agent({ ROLE: 'PRESERVATION', TYPE: 'ORGANIZATION' }, fonds.archiveName, null)] : []),
    ],
  )
}

const checked = ({ written }: Named, created: string, { hash }: SipRules): Record<string, string> => {
  const digest = written.digests.sha256 ?? ''
  return {
    SIZE: String(written.size),
    CREATED: created,
    CHECKSUM: hash.letters === 'upper' ? digest.toUpperCase() : digest,
    CHECKSUMTYPE: hash.name,
  }
}

function descriptive(file: Named, id: string, { created }: MetsParts, rules: SipRules): Element {
  const reference = element('mdRef', {
    LOCTYPE: 'URL',
    MDTYPE: 'EAD',
    'xlink:type': 'simple',
    'xlink:href': escapedHref(file.href),
    MIMETYPE: file.mediaType,
    ...checked(file, created, rules),
  })
  return element('dmdSec', { ID: id, CREATED: created, STATUS: 'CURRENT' }, [reference])
}

async function fileElement(
  file: Named,
  objectId: string,
  { created }: MetsParts,
  ids: SipIds,
  rules: SipRules,
): Promise<Element> {
  const id = await ids.ofFile(`${objectId}/${file.href}`)
  return element('file', { ID: id, MIMETYPE: file.mediaType, ...checked(file, created, rules) }, [
    element('FLocat', { LOCTYPE: 'URL', 'xlink:type': 'simple', 'xlink:href': escapedHref(file.href) }),
  ])
}

async function structure(
  { objectId, representations }: MetsParts,
  metadata: string[],
  groups: { id: string; use: string; hrefs: string[] }[],
  ids: SipIds,
): Promise<Element> {
  const at = (part: string) => ids.of(`${objectId}/structMap/${part}`)
  const inside: Element[] = []
  if (metadata.length > 0) {
    inside.push(element('div', { ID: await at('Metadata'), LABEL: 'Metadata', DMDID: metadata.join(' ') }))
  }
  for (const { id, use } of groups) {
    const representation = representations.find(({ name }) => use === `Representations/${name}`)
    const pointer = representation
      ? element('mptr', {
          LOCTYPE: 'URL',
          'xlink:type': 'simple',
          'xlink:href': escapedHref(representation.mets.href),
          'xlink:title': id,
        })
      : element('fptr', { FILEID: id })
    inside.push(element('div', { ID: await at(use), LABEL: use }, [pointer]))
  }
  const whole = element('div', { ID: await at('div'), LABEL: objectId }, inside)
  return element('structMap', { ID: await at(''), TYPE: 'PHYSICAL', LABEL: 'CSIP' }, [whole])
}

/** A path as an address (RFC 3986): Vietnamese letters and blanks are encoded, `/` stays. */
export const escapedHref = (path: string): string => path.split('/').map(encodeURIComponent).join('/')
