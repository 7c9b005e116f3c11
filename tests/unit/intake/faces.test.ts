import { copyFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faceModel } from '#engine/face-model'
import { readerLimits } from '#intake/protocol'
import { findFaces } from '#intake/read'
import { drawnPeople } from '#tests/support/drawn-faces'
import { faceModelFiles } from '../../../build/lib/face-model.mjs'

// The detector itself, over pictures drawn here.
let folder = ''
const model = () => faceModel(folder)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kho-faces-'))
  for (const path of faceModelFiles) copyFileSync(path, join(folder, path.slice(dirname(path).length + 1)))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const row = [
  { x: 300, y: 420, size: 130 },
  { x: 700, y: 400, size: 130 },
  { x: 1100, y: 440, size: 130 },
]
const middles = (faces: { x: number; y: number; width: number; height: number }[] | null) =>
  faces?.map(({ x, y, width, height }) => [x + width / 2, y + height / 2])

describe('faces in a picture', () => {
  it('are found where they are, from left to right', async () => {
    const found = middles(await findFaces(await drawnPeople(1400, 900, row), readerLimits, model))
    expect(found).toHaveLength(3)
    for (const [at, { x, y }] of row.entries()) {
      expect(found?.[at]?.[0]).toBeCloseTo(x / 1400, 1)
      expect(found?.[at]?.[1]).toBeCloseTo(y / 900, 1)
    }
  })

  it('are told as they lie in the file where the picture is shown turned', async () => {
    // Lies on its side in the file; shown a quarter clockwise it is upright.
    const onSide = await drawnPeople(1400, 900, row, 270)
    const found = middles(await findFaces(onSide, readerLimits, model, 90))
    expect(found).toHaveLength(3)
    expect(found?.[0]?.[0]).toBeCloseTo(420 / 900, 1)
    expect(found?.[0]?.[1]).toBeCloseTo(1 - 300 / 1400, 1)
  })

  it('are found in small pictures, and none in one without', async () => {
    const small = await sharp(await drawnPeople(1400, 900, row))
      .resize(300)
      .jpeg()
      .toBuffer()
    expect(await findFaces(new Uint8Array(small), readerLimits, model)).toHaveLength(3)
    expect(await findFaces(await drawnPeople(1400, 900, []), readerLimits, model)).toEqual([])
  })

  it('are no reason to fail: what cannot be decoded or is too large has none to be told', async () => {
    expect(await findFaces(new TextEncoder().encode('no picture'), readerLimits, model)).toBeNull()
    expect(
      await findFaces(await drawnPeople(1400, 900, row), { pixels: 1000 as typeof readerLimits.pixels }, model),
    ).toBeNull()
  })
})

it('there is no detector where its parts are missing', async () => {
  expect(await faceModel(join(folder, 'nowhere'))).toBeNull()
})
