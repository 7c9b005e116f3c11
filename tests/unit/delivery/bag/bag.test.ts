import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { manifestText, parsedManifest } from '#delivery/bag/manifest'
import { decodedPath, encodedPath, unsafe } from '#delivery/bag/paths'
import { folderSource } from '#delivery/bag/source'
import { infoText, parsedDeclaration, parsedInfo } from '#delivery/bag/tags'
import { verifyBag } from '#delivery/bag/verify'
import { BagWriter } from '#delivery/bag/write'
import { zipSource } from '#delivery/bag/zip-source'
import { zipFolder } from '#delivery/bag/zip-write'
import { nodeDigests } from '#platform/node/digests'
import { nodeFiles } from '#platform/node/files'

const files = nodeFiles()
const digests = nodeDigests()
const signal = new AbortController().signal
const quiet = { signal, report: () => undefined }

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kho-bag-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

async function bag(
  name = 'Gói 1',
  contents: Record<string, string> = { 'Bài/Tin một.docx': 'một', 'Ảnh/ảnh 1.jpg': 'hai' },
) {
  const writer = await BagWriter.begin({ files, digests, signal }, home, name)
  for (const [path, text] of Object.entries(contents)) await writer.write(`data/${path}`, text)
  await writer.write('metadata/fonds.json', '{}')
  const fingerprint = await writer.close([
    ['Source-Organization', 'Văn phòng HĐND\ntỉnh'],
    ['Contact-Name', ''],
  ])
  const folder = join(home, name)
  await writer.finish(folder)
  return { folder, fingerprint, paths: writer.paths }
}

const judged = async (folder: string) => {
  const verdict = await verifyBag(folderSource(files, digests, folder), quiet)
  return { ...verdict, said: verdict.findings.map(({ severity, code, path }) => `${severity} ${code} ${path}`) }
}

describe('a package we write', () => {
  it('is valid for ourselves and for sha256sum and sha512sum', async () => {
    const { folder } = await bag()
    expect(await judged(folder)).toMatchObject({ valid: true, complete: true, files: 2, version: '1.0', said: [] })
    for (const name of ['sha256', 'sha512']) {
      const sum = (manifest: string) =>
        execFileSync(`${name}sum`, ['-c', '--strict', manifest], { cwd: folder, encoding: 'utf8' })
      expect(sum(`manifest-${name}.txt`)).toContain('data/Bài/Tin một.docx: OK')
      expect(sum(`tagmanifest-${name}.txt`)).toContain('metadata/fonds.json: OK')
    }
    expect(readFileSync(join(folder, 'bag-info.txt'), 'utf8')).toBe(
      'Source-Organization: Văn phòng HĐND tỉnh\nPayload-Oxum: 8.2\n',
    )
  })

  it('is the same, byte for byte, each time; its fingerprint too', async () => {
    const [first, second] = [await bag('a'), await bag('b')]
    expect(first.fingerprint).toBe(second.fingerprint)
    for (const path of first.paths) {
      expect(readFileSync(join(first.folder, path))).toEqual(readFileSync(join(second.folder, path)))
    }
  })

  it('stands under no name before it is whole, and takes the place of an attempt that was cut short', async () => {
    const writer = await BagWriter.begin({ files, digests, signal }, home, 'Gói')
    await writer.write('data/a', 'a')
    expect(await files.list(home)).toEqual(['.Gói.kho-part'])
    const { folder } = await bag('Gói')
    expect(await files.list(home)).toEqual(['Gói'])
    expect((await judged(folder)).valid).toBe(true)
  })

  it('lies in a zip as well, read where it lies, with names that every system reads', async () => {
    const { folder, paths } = await bag()
    const zip = await zipFolder(files, { folder, paths, name: 'Gói 1' }, join(home, 'Gói 1.zip'), signal, () => {})
    const source = await zipSource(files, digests, zip)
    expect(await verifyBag(source, quiet)).toMatchObject({ valid: true, files: 2, bytes: 8, findings: [] })
    await source.close()
    const again = await zipFolder(files, { folder, paths, name: 'Gói 1' }, join(home, 'again.zip'), signal, () => {})
    expect(readFileSync(zip)).toEqual(readFileSync(again))
    const listed = 'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip(),sorted(z.namelist())[2])'
    const python = execFileSync('python3', ['-c', listed, zip], { encoding: 'utf8', env: { PYTHONIOENCODING: 'utf8' } })
    expect(python).toBe('None Gói 1/data/Bài/Tin một.docx\n')
  })
})

describe('a package that is not what it was', () => {
  it('names what is missing, altered and too much', async () => {
    const { folder } = await bag()
    writeFileSync(join(folder, 'data/Bài/Tin một.docx'), 'mót')
    writeFileSync(join(folder, 'data/thừa.txt'), '')
    rmSync(join(folder, 'data/Ảnh/ảnh 1.jpg'))
    const { said, complete, valid } = await judged(folder)
    expect(said.sort()).toEqual([
      'error altered data/Bài/Tin một.docx',
      'error missing data/Ảnh/ảnh 1.jpg',
      'error payload-oxum bag-info.txt',
      'error unlisted data/thừa.txt',
    ])
    expect({ complete, valid }).toEqual({ complete: false, valid: false })
  })

  it('opens no link', async () => {
    const { folder } = await bag()
    rmSync(join(folder, 'data/Ảnh/ảnh 1.jpg'))
    symlinkSync('/etc/passwd', join(folder, 'data/Ảnh/ảnh 1.jpg'))
    expect((await judged(folder)).said).toContain('error link data/Ảnh/ảnh 1.jpg')
    mkdirSync(join(home, 'ngoài'))
    symlinkSync(join(home, 'ngoài'), join(folder, 'data/lối ra'))
    expect((await judged(folder)).said).toContain('error link data/lối ra')
  })

  it('is one and the same where only the form of a name changed on the way', async () => {
    const { folder } = await bag()
    renameSync(join(folder, 'data/Bài/Tin một.docx'), join(folder, 'data/Bài', 'Tin một.docx'.normalize('NFD')))
    const { valid, said } = await judged(folder)
    expect({ valid, said }).toEqual({
      valid: true,
      said: [`warning other-form data/Bài/${'Tin một.docx'.normalize('NFD')}`],
    })
  })
})

describe('manifests and tag files', () => {
  it('encode percent and line breaks and nothing else', () => {
    const path = 'data/100%\r\n tăng.txt'
    expect(encodedPath(path)).toBe('data/100%25%0D%0A tăng.txt')
    expect(decodedPath(encodedPath(path))).toBe(path)
    expect(decodedPath('data/%7Ea %20')).toBe('data/%7Ea %20')
    const digest = 'a'.repeat(64)
    expect(parsedManifest(manifestText([{ digest, path }]), 'sha256').lines).toEqual([{ digest, path, marks: [] }])
  })

  it('are read with the line ends of every system and capitals, and lines that are none are named', () => {
    const text = `${'AB'.repeat(16)}  data/a\r\n${'cd'.repeat(16)} *./data/b\rnothing\n${'ef'.repeat(20)}  data/c`
    expect(parsedManifest(text, 'md5')).toEqual({
      lines: [
        { digest: 'ab'.repeat(16), path: 'data/a', marks: [] },
        { digest: 'cd'.repeat(16), path: 'data/b', marks: ['binary-mark', 'relative'] },
      ],
      broken: [3, 4],
    })
  })

  it('no path that leads out is followed on any system', () => {
    const paths = [
      '/a',
      '\\\\?\\UNC\\a',
      'C:/a',
      'c:a',
      '~/a',
      '~root/a',
      '../a',
      'data/../../a',
      '%HOME%/a',
      'data\\a',
      'a\0b',
    ]
    expect(paths.map(unsafe)).toEqual([
      'absolute',
      'absolute',
      'absolute',
      'absolute',
      'home',
      'home',
      'outside',
      'outside',
      'variable',
      'backslash',
      'control',
    ])
    for (const path of ['data/a', 'data/~a', 'data/..a', 'data/100% a%', 'data/%7Ea']) expect(unsafe(path)).toBeNull()
  })

  it('say what is wrong with a declaration', () => {
    const tail = 'Tag-File-Character-Encoding: UTF-8\n'
    expect(parsedDeclaration(`BagIt-Version: 1.0\r\n${tail}`)).toEqual({ version: '1.0', encoding: 'UTF-8' })
    expect(parsedDeclaration(`\uFEFFBagIt-Version: 1.0\n${tail}`)).toEqual({ wrong: 'byteOrderMark' })
    expect(parsedDeclaration(`BagIt-Version : 1.0\n${tail}`)).toEqual({ wrong: 'whiteSpace' })
    expect(parsedDeclaration(`BagIt-Version : 0.97\n${tail}`)).toMatchObject({ version: '0.97' })
    expect(parsedDeclaration('BagIt-Version: 1.0\n')).toEqual({ wrong: 'declaration' })
  })

  it('bag-info goes round, with values over several lines', () => {
    expect(parsedInfo('A: một\n  hai\nB : ba\nA: bốn\n')).toEqual([
      ['A', 'một hai'],
      ['B', 'ba'],
      ['A', 'bốn'],
    ])
    expect(parsedInfo(infoText([['A', 'một\nhai']]))).toEqual([['A', 'một hai']])
  })
})

describe('a zip made to harm', () => {
  const made = (script: string) => {
    const path = join(home, 'x.zip')
    execFileSync('python3', [
      '-c',
      `import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1],'w',zipfile.ZIP_DEFLATED)\n${script}\nz.close()`,
      path,
    ])
    return path
  }
  const opened = (path: string) => zipSource(files, digests, path)

  it('with a name that climbs out is named, not followed', async () => {
    const source = await opened(
      made("z.writestr('g/bagit.txt','x');z.writestr('g/../../out','x');z.writestr('/abs','x')"),
    )
    const paths = (await verifyBag(source, quiet)).findings.filter(({ code }) => code === 'unsafe-path')
    expect(paths.map(({ path }) => path)).toEqual(['../../out', '..//abs'])
    await source.close()
  })

  it('with a link is told of it', async () => {
    const link =
      "i=zipfile.ZipInfo('g/data/l');i.create_system=3;i.external_attr=0o120777<<16;z.writestr(i,'/etc/passwd')"
    const source = await opened(made(`z.writestr('g/bagit.txt','x');${link}`))
    expect((await source.entries()).at(-1)).toEqual({ path: 'data/l', kind: 'link' })
    await source.close()
  })

  it('that holds one name twice, or fills a disk, or is no zip, is refused', async () => {
    const twice = "import warnings;warnings.simplefilter('ignore');z.writestr('a','x');z.writestr('a','y')"
    await expect(opened(made(twice))).rejects.toMatchObject({ code: 'file-hostile' })
    // Says of itself that it grows to more than 3 GB.
    const bomb = readFileSync(made("z.writestr('data/a','x'*1000)"))
    bomb.writeUInt32LE(0xf0000000, bomb.indexOf('PK\u0001\u0002') + 24)
    writeFileSync(join(home, 'bomb.zip'), bomb)
    await expect(opened(join(home, 'bomb.zip'))).rejects.toMatchObject({ code: 'file-unpacks-too-large' })
    writeFileSync(join(home, 'none.zip'), 'PK and nothing more')
    await expect(opened(join(home, 'none.zip'))).rejects.toMatchObject({ code: 'file-damaged' })
  })
})
