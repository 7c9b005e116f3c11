import { corpusOf } from './write'

// `node build/run-ts.mjs tests/bench/corpus/make.ts 100000`: makes a corpus beforehand, as the benchmarks would.
const size = Number(process.argv[2] ?? 1_000)
const { folder, textBytes } = corpusOf(size)
console.log(`${folder}: ${size} articles, ${(textBytes / 2 ** 20).toFixed(0)} MB of text`)
