// House rules over the text of the tree that no linter knows.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/paths.mjs'
import { filesBelow, isMain, report } from './lib/tree.mjs'

const longest = 400
const code = /\.(ts|tsx|mts|cts|mjs|cjs|js|css)$/
const text = /\.(ts|tsx|mts|cts|mjs|cjs|js|css|json|md|html|yml|yaml|sh)$/
/** Letters only Vietnamese has: words in them belong in resources/locale. */
const vietnamese = /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/
/** Hosts and folders of one machine; written so that the rule does not find itself. */
const elsewhere = new RegExp(
  [
    'https?:\\/\\/[\\w.-]*(registry\\.npm|npmjs|deb(ian)?\\.)',
    '["\'` (]\\/(wor' + 'k|tm' + 'p\\/bash_jobs|hom' + 'e\\/\\w+|Use' + 'rs\\/\\w+)\\/',
  ].join('|'),
)

const withoutComments = (line) => line.replace(/^\s*(\/\/|\*|\/\*).*$/, '').replace(/\s\/\/ .*$/, '')

const rules = [
  {
    files: (file) => /^src\/renderer\/.*\.tsx$/.test(file),
    breaks: (line) => vietnamese.test(withoutComments(line)) && 'Vietnamese words belong in resources/locale/vi',
  },
  {
    files: (file) => file !== 'package-lock.json',
    breaks: (line) => elsewhere.test(line) && 'names a package host or a folder of one machine',
  },
]

function lineRules(file, lines) {
  const mine = rules.filter((rule) => rule.files(file))
  return lines.flatMap((line, at) =>
    mine.flatMap((rule) => {
      const message = rule.breaks(line)
      return message ? [{ file, line: at + 1, message }] : []
    }),
  )
}

/**
 * Goes over all text files of the project.
 * @param {string} folder the project's folder
 */
export function checkTree(folder = root) {
  const files = ['src', 'build', 'tests', 'docs', 'resources', '.ci'].flatMap((part) => filesBelow(folder, part, text))
  const fixed = ['README.md', 'README.vi.md', 'package.json'].filter((file) => existsSync(join(folder, file)))
  return [...files, ...fixed].flatMap((file) => {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n')
    const count = lines.at(-1) === '' ? lines.length - 1 : lines.length
    const tooLong = code.test(file) && count > longest
    return [
      ...(tooLong ? [{ file, line: count, message: `${count} lines; a file holds at most ${longest}` }] : []),
      ...lineRules(file, lines),
    ]
  })
}

if (isMain(import.meta)) process.exitCode = report('tree', checkTree())
