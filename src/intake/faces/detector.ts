import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { loadGraphModel } from '@tensorflow/tfjs-converter'
import * as tf from '@tensorflow/tfjs-core'
import { eachOnce, type Face, pieceSide } from '#core/pictures/faces'

/** The network and what runs it, as the packages ship them. */
export interface FaceModel {
  /** `blazeface.json` of `@vladmandic/human`: how the network is put together. */
  topology: string
  /** `blazeface.bin`: its weights. */
  weights: Uint8Array
  /** `tfjs-backend-wasm-simd.wasm` of `@tensorflow/tfjs-backend-wasm`. */
  wasm: Uint8Array
}

/** Looks at one piece: RGB, `pieceSide` square, each value -1 to 1. Faces in pixels of the piece, in no order. */
export type Detector = (piece: Float32Array) => Promise<Face[]>

/** Less sure than this is not worth carrying on. */
const least = 0.5

/**
 * BlazeFace (Bazarevsky et al. 2019, the 256 pixel one), which tells where faces are and nothing of whose they are.
 * @throws Error where this runtime cannot run WebAssembly with SIMD
 */
export async function openDetector({ topology, weights, wasm }: FaceModel): Promise<Detector> {
  await startBackend(wasm)
  const { modelTopology, weightsManifest } = JSON.parse(topology) as Packed
  const network = await loadGraphModel(
    tf.io.fromMemory({
      modelTopology,
      weightSpecs: weightsManifest.flatMap((part) => part.weights),
      weightData: new Uint8Array(weights).buffer,
    }),
  )
  const anchors = anchorsOf()
  return async (piece) => {
    const [scores, boxes] = tf.tidy(() => outputsOf(network.execute(tf.tensor4d(piece, [1, pieceSide, pieceSide, 3]))))
    try {
      return facesOf(await scores.data(), await boxes.data(), anchors)
    } finally {
      tf.dispose([scores, boxes])
    }
  }
}

interface Packed {
  modelTopology: object
  weightsManifest: { weights: tf.io.WeightsManifestEntry[] }[]
}

/** The library asks its platform for the file of the backend: it is handed the bytes, whatever it calls it. */
async function startBackend(wasm: Uint8Array): Promise<void> {
  const environment = tf.env()
  const { platform } = environment
  environment.platform = {
    fetch: async () => new Response(new Uint8Array(wasm), { headers: { 'content-type': 'application/wasm' } }),
    now: () => performance.now(),
    encode: platform.encode.bind(platform),
    decode: platform.decode.bind(platform),
    isTypedArray: platform.isTypedArray.bind(platform),
  }
  setWasmPaths('tfjs-backend-wasm-simd.wasm', true)
  if (!(await tf.setBackend('wasm'))) throw new Error('no backend for the face detector')
}

/** The four tensors of the network, the coarse and the fine grid, as one list of scores and one of boxes. */
function outputsOf(found: tf.Tensor | tf.Tensor[] | tf.NamedTensorMap): [tf.Tensor, tf.Tensor] {
  const [coarseScores, fineScores, coarseBoxes, fineBoxes] = (found as tf.Tensor3D[]).sort((a, b) => a.size - b.size)
  const scores = tf.concat([fineScores as tf.Tensor3D, coarseScores as tf.Tensor3D], 1)
  const boxes = tf.concat([fineBoxes as tf.Tensor3D, coarseBoxes as tf.Tensor3D], 1)
  // Of a box the first four numbers: middle and size; the others are eyes, nose, mouth and ears.
  return [tf.squeeze(scores), tf.slice(tf.squeeze(boxes, [0]), [0, 0], [-1, 4])]
}

/** The middles of the grid cells that the network's answers are measured from. */
function anchorsOf(): { x: number; y: number }[] {
  const grids = [
    { cells: 16, each: 2 },
    { cells: 8, each: 6 },
  ]
  return grids.flatMap(({ cells, each }) => {
    const middle = (cell: number) => (pieceSide / cells) * (cell + 0.5)
    return Array.from({ length: cells * cells * each }, (_, at) => {
      const cell = Math.floor(at / each)
      return { x: middle(cell % cells), y: middle(Math.floor(cell / cells)) }
    })
  })
}

function facesOf(scores: ArrayLike<number>, boxes: ArrayLike<number>, anchors: { x: number; y: number }[]): Face[] {
  const faces = anchors.flatMap(({ x, y }, at): Face[] => {
    const sure = 1 / (1 + Math.exp(-(scores[at] as number)))
    if (sure < least) return []
    const [dx, dy, width, height] = [0, 1, 2, 3].map((n) => boxes[at * 4 + n] as number) as [
      number,
      number,
      number,
      number,
    ]
    return [{ x: x + dx - width / 2, y: y + dy - height / 2, width, height, sure }]
  })
  return eachOnce(faces)
}
