import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { alone } from '#tests/support/alone'
import { inRoot } from '../../build/lib/paths.mjs'
import { filesBelow } from '../../build/lib/tree.mjs'

/** What the files after it in the same process would meet. */
const lasting = /\bvi\.(stub|mock|doMock|resetModules|useFakeTimers|setSystemTime)|\bprocess\.(chdir|umask|env\.\w+ = )/

it('tests that change what others share run in a process of their own', () => {
  const files = ['unit', 'property', 'golden'].flatMap((kind): string[] =>
    filesBelow(inRoot(), `tests/${kind}`, /\.test\.tsx?$/),
  )
  const changing = files.filter((file) => lasting.test(readFileSync(inRoot(file), 'utf8')))
  expect(changing.sort()).toEqual([...alone].sort())
})
