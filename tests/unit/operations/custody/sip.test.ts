import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { archiveHere, type Here } from './here'
import { packable } from './packable'

const metsSchemas = resolve('../shared/suites/eark-xsd')
const haveXmllint = existsSync('/usr/bin/xmllint') && existsSync(metsSchemas)

let here: Here
let id: string
let out: string
beforeEach(async () => {
  here = await archiveHere()
  out = join(here.folder, 'giao')
  id = await packable(here)
})
afterEach(() => here.close())

const below = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()
const pack = (more: object = {}) =>
  here.call('transfer.package', { id, folder: out, form: 'sip', metadata: false, ...more })
const only = (path: string) => join(path, readdirSync(path)[0] ?? '')

describe('SIP_hoso', () => {
  it('has the tree, names, times, sizes and digests of the circular', async () => {
    const made = await pack()
    expect(made.package).toMatchObject({ form: 'sip', report: { valid: true, findings: [] } })
    const sip = only(made.path)
    expect(sip).toMatch(/uuid-[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/)
    const rep = 'representations/rep1'
    expect(below(sip)).toEqual([
      'METS.xml',
      'metadata/descriptive/EAD.xml',
      `${rep}/METS.xml`,
      `${rep}/data/2024.01.0000001.docx`,
      `${rep}/data/2024.01.0000002.docx`,
      `${rep}/data/2024.01.0000003.jpg`,
      `${rep}/metadata/descriptive/EAD_doc_0000001.xml`,
      `${rep}/metadata/descriptive/EAD_doc_0000002.xml`,
      `${rep}/metadata/descriptive/EAD_pic_0000003.xml`,
    ])
    const mets = readFileSync(join(sip, 'METS.xml'), 'utf8')
    const ead = readFileSync(join(sip, 'metadata/descriptive/EAD.xml'))
    const sha = createHash('sha256').update(ead).digest('hex').toUpperCase()
    expect(mets).toContain(
      `xlink:href="metadata/descriptive/EAD.xml" MIMETYPE="text/xml" SIZE="${ead.length}" CREATED="2025-01-10T00:00:00.000+07:00" CHECKSUM="${sha}" CHECKSUMTYPE="SHA-256"`,
    )
    expect(mets).toContain('PROFILE="https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml"')
    expect(mets).toContain('RECORDSTATUS="NEW" csip:OAISPACKAGETYPE="SIP"')
    expect(ead.toString()).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<ead>',
        '  <fileCode>2024.01</fileCode>',
        '  <title>Hồ sơ &lt;/script&gt; kỳ họp</title>',
        '  <maintenance>01</maintenance>',
        '  <mode>01</mode>',
        '  <language>01</language>',
        '  <startDate>03/07/2024</startDate>',
        '  <endDate>08/07/2024</endDate>',
        '  <totalDoc>3</totalDoc>',
        '  <numberOfPage>2</numberOfPage>',
        '  <confidenceLevel>01</confidenceLevel>',
        '  <riskRecovery>0</riskRecovery>',
        '</ead>',
        '',
      ].join('\n'),
    )
    const picture = readFileSync(join(sip, rep, 'metadata/descriptive/EAD_pic_0000003.xml'), 'utf8')
    expect(picture).toContain('<imageTitle>=Toàn cảnh, &quot;kỳ họp&quot;</imageTitle>')
    expect(picture).toContain('<archivesNumber>00011.01</archivesNumber>')
  })

  it('is the same, byte for byte, when it is made again, and as a zip has the same fingerprint', async () => {
    const first = await pack()
    await here.call('transfer.reopen', { id })
    const second = await pack()
    for (const path of below(first.path)) {
      expect(readFileSync(join(first.path, path))).toEqual(readFileSync(join(second.path, path)))
    }
    await here.call('transfer.reopen', { id })
    const zip = await pack({ zip: true })
    expect(readdirSync(zip.path)).toEqual([expect.stringMatching(/^1_uuid-[0-9A-F-]{36}\.zip$/)])
    expect(zip.package).toMatchObject({ fingerprint: first.package.fingerprint, report: { valid: true } })
    for (const path of [zip.path, only(zip.path), only(first.path)]) {
      expect(await here.call('package.verify', { path })).toMatchObject({
        form: 'sip',
        fingerprint: first.package.fingerprint,
        report: { valid: true },
      })
    }
  })

  it('names no schema that does not lie in it, and gives no article a number of its own', async () => {
    const { path } = await pack()
    const texts = below(only(path))
      .filter((file) => file.endsWith('.xml'))
      .map((file) => readFileSync(join(only(path), file), 'utf8'))
    expect(texts.join('\n')).not.toContain('schemaLocation')
    expect(texts.join('\n')).not.toContain('<codeNumber>')
  })

  it('is received as a package a dossier, from the body that its METS names', async () => {
    await here.call('archive.updateSettings', { agency: 'Văn phòng & HĐND', agencyCode: 'H60.01' })
    const { path } = await pack()
    const received = await here.call('package.receive', { path, folder: here.folder })
    expect(received.receipt).toMatchObject({ accepted: true, packages: 1, dossiersRegistered: 1 })
    expect(Object.fromEntries(received.verdict.info)).toMatchObject({
      'Source-Organization': 'Văn phòng & HĐND',
      'Kho-Tin-Agency-Code': 'H60.01',
    })
  })

  it.skipIf(!haveXmllint)('is valid by the public METS schema, for xmllint and for ourselves', async () => {
    const { path, package: made } = await pack({ schemas: metsSchemas })
    expect(made.report).toMatchObject({ valid: true, findings: [] })
    const sip = only(path)
    expect(readdirSync(join(sip, 'schemas'))).toContain('mets.xsd')
    // As xmllint is to fetch nothing, the address of one schema is made that of the file beside it.
    const local = join(here.folder, 'mets')
    cpSync(metsSchemas, local, { recursive: true })
    const schema = readFileSync(join(local, 'mets.xsd'), 'utf8')
    writeFileSync(join(local, 'mets.xsd'), schema.replace(/http:[^"]*xlink\.xsd/, 'xlink.xsd'))
    for (const mets of ['METS.xml', 'representations/rep1/METS.xml']) {
      const args = ['--nonet', '--noout', '--schema', join(local, 'mets.xsd'), join(sip, mets)]
      expect(execFileSync('xmllint', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })).toBe('')
    }
  })

  it('that the schema of the receiving office does not take is not handed over', async () => {
    const schemas = join(here.folder, 'xsd')
    mkdirSync(schemas)
    const field = (name: string) => `<xs:element name="${name}" type="xs:string"/>`
    const schema = (fields: string) =>
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="ead"><xs:complexType><xs:sequence>${fields}</xs:sequence></xs:complexType></xs:element></xs:schema>`
    const all = [
      'fileCode',
      'title',
      'maintenance',
      'mode',
      'language',
      'startDate',
      'endDate',
      'totalDoc',
      'numberOfPage',
      'confidenceLevel',
      'riskRecovery',
    ]
    writeFileSync(join(schemas, 'EAD.xsd'), schema(all.map(field).join('')))
    expect((await pack({ schemas })).package.report.valid).toBe(true)
    await here.call('transfer.reopen', { id })
    writeFileSync(join(schemas, 'EAD.xsd'), schema(['arcFileCode', ...all.slice(1)].map(field).join('')))
    await expect(pack({ schemas })).rejects.toMatchObject({
      code: 'package-not-valid',
      file: 'metadata/descriptive/EAD.xml',
      args: { count: '1', why: expect.stringContaining('arcFileCode') },
    })
    expect(readdirSync(out)).toHaveLength(1)
    rmSync(join(schemas, 'EAD.xsd'))
    await expect(pack({ schemas })).rejects.toMatchObject({ code: 'schemas-none', file: schemas })
  })

  it('that is not what it was is told by what is missing, altered and too much', async () => {
    const { path } = await pack()
    const sip = only(path)
    writeFileSync(join(sip, 'metadata/descriptive/EAD.xml'), '<ead/>')
    rmSync(join(sip, 'representations/rep1/data/2024.01.0000003.jpg'))
    writeFileSync(join(sip, 'thừa.txt'), '')
    const { report } = await here.call('package.verify', { path: sip })
    expect(report.findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'size metadata/descriptive/EAD.xml',
      'altered metadata/descriptive/EAD.xml',
      'missing representations/rep1/data/2024.01.0000003.jpg',
      'unlisted thừa.txt',
    ])
    expect(report).toMatchObject({ valid: false, complete: false })
    writeFileSync(join(sip, 'METS.xml'), '<!DOCTYPE mets [<!ENTITY a SYSTEM "file:///etc/passwd">]><mets>&a;</mets>')
    const hostile = await here.call('package.verify', { path: sip })
    expect(hostile.report.findings[0]).toMatchObject({ code: 'not-well-formed', path: 'METS.xml' })
  })
})
