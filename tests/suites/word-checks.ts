import { execFileSync, fork } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReaderRequest, ReleaseRead } from '#intake/protocol'
import { readerLimits } from '#intake/protocol'
import type { Readers } from '#platform/ports'
import { type ReaderChannel, readersOver } from '#platform/readers'
import { builtReader } from '#tests/fixtures/make/reader'
import {
  haveSuites,
  isDoc,
  isOoxml,
  sampled,
  scratch,
  textOf,
  whole,
  wordFiles,
  wordSuite,
  wordsInOrder,
} from './support'

/** What each hostile or damaged file must give: read, or refused with one of these codes. */
const HOSTILE: Record<string, 'read' | string[]> = {
  'altchunk-html': 'read',
  'bidi-and-zerowidth': 'read',
  'big-legit-100k-paragraphs': 'read',
  'bitflip-00': ['file-damaged'],
  'bitflip-01': ['file-damaged'],
  'bitflip-02': ['file-damaged', 'file-hostile'],
  'bitflip-03': ['file-damaged'],
  'bitflip-04': ['file-damaged'],
  'bitflip-05': ['file-damaged'],
  'bomb-300MB-media': ['file-unpacks-too-large'],
  'bomb-deep-tables-3000': 'read',
  'bomb-lying-size': ['file-hostile', 'file-unpacks-too-large'],
  'control-good': 'read',
  'dde-field': ['file-has-no-text'],
  'empty-0-bytes': ['file-empty'],
  'hyperlinks-bad-schemes': 'read',
  'is-html': 'read',
  'is-rtf': 'read',
  'no-document-part': ['file-damaged'],
  'remote-image': ['file-has-no-text'],
  'remote-template': 'read',
  'text-looks-like-html': 'read',
  'truncated-05pct': ['file-damaged'],
  'truncated-50pct': ['file-damaged'],
  'truncated-95pct': ['file-damaged'],
  'xml-billion-laughs': ['file-hostile'],
  'xml-control-chars': 'read',
  'xml-utf16': 'read',
  'xxe-file': ['file-hostile'],
  'xxe-http-loopback': ['file-hostile'],
  'zip-not-docx': ['file-type-mismatch', 'file-damaged'],
  zipslip: 'read',
}

/** Where LibreOffice's words are not the file's: it shows what we leave out, or counts otherwise. */
const DIFFERENT_BY_CHOICE: Record<string, string> = {
  'libreoffice/bnc821804.docx': 'deleted text of tracked changes, which we read as accepted',
  'libreoffice/tdf107969.docx': 'a footnote number glued to the word before',
  'libreoffice/tdf129912.docx': 'footnote marks glued to words',
  'libreoffice/tdf133647_unicode.docx': 'computes formulas anew and fails; we keep the results stored',
  'mammoth/endnotes.docx': 'a note number glued to the word before',
  'mammoth/footnote-hyperlink.docx': 'the note number alone, without the note',
  'poi/Bug54849.docx': 'note numbers glued to words',
  'tika/testWORD_override_list_numbering.docx': 'ordinal numbers (1st) where we write 1',
  'docx4j/hyperlink-binding-test.docx': 'values of bound controls taken from elsewhere',
  'docx4j/w14_mcIgnorable-in-other-parts.docx': 'a note number glued to the word before',
  'hostile-made/bidi-and-zerowidth.docx': 'invisible letters inside words, which we drop',
  'tika/testOptionalHyphen.docx': 'an optional hyphen counted as a break in the word',
  'vietnamese-made/tcvn3.doc': 'old fonts left as they are',
  'vietnamese-made/vni.doc': 'old fonts left as they are',
  'libreoffice-legacy-doc/ofz18414-1.doc': 'fuzzed: rows of a table read twice',
  'libreoffice-legacy-doc/ofz38011-1.doc': 'fuzzed: of a calendar two days',
  'libreoffice-legacy-doc/ofz18554-1.doc': 'fuzzed: bytes that are no text',
  'libreoffice-legacy-doc/ofz34749-1.doc': 'fuzzed: bytes that are no text',
  'libreoffice-legacy-doc/ofz42330-1.doc': 'fuzzed: bytes that are no text',
  'poi/Bug60936.doc': 'Word 6, in a code page that only its font tells',
  'vietnamese-made/tcvn3.docx': 'old fonts left as they are',
  'vietnamese-made/vni.docx': 'old fonts left as they are',
  'libreoffice/tdf120548.docx': 'counts a level that was never used as 1',
}

/** Named .doc, but made by other programs or no document at all any more: what LibreOffice shows is not their text. */
const NOT_WORD: Record<string, string> = {
  'format-corpus/testWordPerfect_50.doc': 'WordPerfect',
  'format-corpus/NEWSSLID.DOC': 'Word 2',
  'libreoffice-legacy-doc/CVE-2003-0820-1.doc': 'scrambled bytes',
  'libreoffice-legacy-doc/CVE-2006-3493-1.doc': 'scrambled bytes',
  'libreoffice-legacy-doc/CVE-2007-1347-1.doc': 'scrambled bytes',
  'libreoffice-legacy-doc/CVE-2008-2752-2.doc': 'scrambled bytes',
  'libreoffice-legacy-doc/CVE-2008-2752-4.doc': 'scrambled bytes',
  'libreoffice-legacy-doc/CVE-2009-0201-1.doc': 'scrambled bytes',
  'libreoffice-legacy-doc/CVE-2010-3200-1.doc': 'scrambled bytes',
  'libreoffice-legacy-doc/ooo2535-1-WW2.doc': 'Word 2',
  'libreoffice-legacy-doc/ooo17498-4.doc': 'Chinese Word 6',
  'libreoffice-legacy-doc/ofz-redlining-1.doc': 'fuzzed: the head is gone',
  'libreoffice-legacy-doc/ofz7322-1.doc': 'fuzzed: the head is gone',
}

type Outcome = { read: ReleaseRead; code: null } | { read: null; code: string }

/** Declares the checks over ../shared/suites/word, whole or a sample. */
export function checkWordSuite(): void {
  describe.skipIf(!haveSuites)('Word files beside the project', { timeout: 60_000 }, () => {
    let readers: Readers
    let entry = ''
    let peakKilobytes = 0

    beforeAll(async () => {
      entry = await builtReader()
      readers = readersOver(() => measured(entry, (peak) => (peakKilobytes = Math.max(peakKilobytes, peak))), { log })
    }, 120_000)

    afterAll(async () => {
      await readers.close()
      rmSync(dirname(entry), { recursive: true, force: true })
    })

    async function outcome(path: string, timeoutMs: number = readerLimits.timeMs): Promise<Outcome> {
      const request: ReaderRequest = { kind: 'release', path: join(wordSuite, path), name: basename(path) }
      return readers.run<ReaderRequest, ReleaseRead>(request, { timeoutMs }).then(
        (read) => ({ read, code: null }),
        (error) => ({ read: null, code: String(error.code) }),
      )
    }

    it.each(Object.entries(HOSTILE))('hostile-made/%s.docx', async (name, wanted) => {
      peakKilobytes = 0
      const { read, code } = await outcome(`hostile-made/${name}.docx`)
      if (wanted === 'read') expect(code).toBeNull()
      else expect(wanted).toContain(code)
      expect(peakKilobytes).toBeLessThan(readerLimits.memoryBytes / 1024)
      if (name === 'xml-utf16') expect(textOf(read?.source.blocks ?? [])).toBe('UTF-16 hợp lệ: Đà Nẵng')
      if (name === 'big-legit-100k-paragraphs') expect(read?.source.blocks).toHaveLength(100_000)
      expect(existsSync('/tmp/khotin-slip-1.txt')).toBe(false)
    })

    const made = ['tcvn3', 'vni', 'unicode-nfc', 'unicode-nfd'].flatMap((name) => [
      `${name}.docx`,
      `${name}.doc`,
      `${name}.rtf`,
      `${name}.odt`,
    ])

    it.each(made)('vietnamese-made/%s gives exactly the text', async (name) => {
      const wanted = JSON.parse(readFileSync(join(wordSuite, 'vietnamese-made/EXPECTED.json'), 'utf8'))
      const { read } = await outcome(`vietnamese-made/${name}`)
      const texts = read?.source.blocks.map((block) => block.text) ?? []
      expect(texts.slice(0, 4)).toEqual([wanted.title, ...wanted.paras])
      expect(texts[4]?.split('\t')[0]).toBe(wanted.cell)
    })

    const files = wordFiles().filter(
      (file) => (isOoxml(file.path) || isDoc(file.path)) && !file.path.startsWith('hostile-made/'),
    )

    it.each(
      sampled(
        files.filter((file) => file.libreOffice === 'OK' && file.characters > 20 && !(file.path in NOT_WORD)),
      ).map((file) => file.path),
    )('%s gives text', async (path) => {
      const { read, code } = await outcome(path)
      expect(code).toBeNull()
      expect(textOf(read?.source.blocks ?? []).length).toBeGreaterThan(5)
    })

    it.each(files.filter((file) => file.libreOffice === 'REFUSED').map((file) => file.path))(
      '%s is refused or read, never a crash',
      async (path) => {
        const { code } = await outcome(path)
        expect([null, 'file-damaged', 'file-encrypted', 'file-has-no-text', 'file-hostile']).toContain(code)
        if (/password|encrypted|protected_upper/.test(path)) expect(code).toBe('file-encrypted')
      },
    )

    it.skipIf(!whole)('old formats are refused with a clear code', async () => {
      const old = wordFiles().filter((file) => !isOoxml(file.path) && existsSync(join(wordSuite, file.path)))
      const codes = new Map<string, string>()
      for (const { path } of old) codes.set(path, (await outcome(path)).code ?? 'read')
      const allowed = [
        'read',
        'file-type-unknown',
        'file-encrypted',
        'file-type-mismatch',
        'file-damaged',
        'file-empty',
        'file-has-no-text',
      ]
      expect([...codes].filter(([, code]) => !allowed.includes(code))).toEqual([])
    })

    it.skipIf(!whole || !haveSoffice())(
      'has at least 95 % of the words LibreOffice finds, in order',
      { timeout: 600_000 },
      async () => {
        const folder = scratch('suite-words')
        const short: string[] = []
        try {
          const compared = files.filter(
            (file) =>
              file.libreOffice === 'OK' &&
              file.characters > 20 &&
              file.characters < 200_000 &&
              !(file.path in NOT_WORD),
          )
          const texts = libreOfficeTexts(
            compared.map((file) => file.path),
            folder.path,
          )
          for (const { path } of compared) {
            const wanted = texts.get(path)
            const { read } = await outcome(path)
            if (wanted === undefined || path in DIFFERENT_BY_CHOICE) continue
            const share = wordsInOrder(
              wanted.replaceAll('\u00ad', '').normalize('NFC'),
              textOf(read?.source.blocks ?? []),
            )
            if (share < 0.95) short.push(`${path} ${share.toFixed(2)}`)
          }
        } finally {
          folder.remove()
        }
        expect(short).toEqual([])
      },
    )
  })
}

const log = { info: () => {}, warn: () => {}, error: () => {} }

/** A fork of the reader whose peak memory is read after each answer. */
function measured(entry: string, peak: (kilobytes: number) => void): ReaderChannel {
  const child = fork(entry, [], { serialization: 'advanced', execArgv: ['--max-old-space-size=512'], silent: true })
  const measure = () => {
    const status = existsSync(`/proc/${child.pid}/status`) ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : ''
    peak(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
  }
  return {
    post: (message) => void child.send(message as object),
    onMessage: (listener) =>
      void child.on('message', (message) => {
        measure()
        listener(message)
      }),
    onExit: (listener) => void child.on('exit', (code, signal) => listener(signal === 'SIGKILL' ? 137 : code)),
    kill: () => void child.kill('SIGKILL'),
  }
}

function haveSoffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 30_000 })
    return true
  } catch {
    return false
  }
}

function libreOfficeTexts(paths: string[], folder: string): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [under, inside] of grouped(paths)) {
    const out = join(folder, under)
    mkdirSync(out, { recursive: true })
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const files = inside.map((path) => join(wordSuite, path))
    try {
      execFileSync(
        'soffice',
        [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', out, ...files],
        {
          stdio: 'ignore',
          timeout: 300_000,
        },
      )
    } catch {
      // What it could not convert stays uncompared.
    }
    for (const path of inside) {
      const text = join(out, `${basename(path).replace(/\.\w+$/, '')}.txt`)
      if (existsSync(text)) texts.set(path, readFileSync(text, 'utf8').replace(/^\ufeff/, ''))
    }
  }
  return texts
}

function grouped(paths: string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const path of paths) groups.set(dirname(path), [...(groups.get(dirname(path)) ?? []), path])
  return groups
}
