import sharp from 'sharp'
import * as commune from './draw/commune.mjs'
import * as halls from './draw/halls.mjs'
import * as outdoors from './draw/outdoors.mjs'
import { randomFrom } from './draw/random.mjs'
import { height, sheet, width } from './draw/svg.mjs'

const cool = { warm: '#dfeeff', glow: [0.3, 0.2] }
const evening = { warm: '#ffd79a', glow: [0.7, 0.2] }

/** Every picture by name: its scene, its seed and its light. */
export const scenes = {
  hall: [halls.hall, 11],
  lectern: [halls.lecternScene, 23],
  vote: [halls.vote, 37, cool],
  presidium: [halls.presidiumScene, 41],
  audience: [halls.audience, 53],
  award: [halls.award, 67],
  roadworks: [outdoors.roadworks, 71],
  'table-meeting': [halls.tableMeeting, 83],
  'culture-house': [commune.cultureHouse, 97],
  voter: [commune.voter, 101],
  'school-yard': [outdoors.schoolYard, 113],
  classroom: [commune.classroom, 127],
  'family-visit': [commune.familyVisit, 131, evening],
  clinic: [commune.clinic, 149, cool],
  incense: [outdoors.incense, 151, cool],
  'u-table': [halls.uTable, 163],
  terraces: [outdoors.terracesScene, 173, evening],
  'press-room': [halls.pressRoom, 181, cool],
  'press-mics': [halls.pressMics, 191, cool],
  ribbon: [outdoors.ribbon, 199],
  bridge: [outdoors.bridge, 211, evening],
  crowd: [outdoors.crowd, 223, evening],
  group: [outdoors.groupPhoto, 227],
}

/** Light film grain, as grey noise to be laid over the picture. */
function grain(seed, strength) {
  const random = randomFrom(seed)
  const data = Buffer.alloc(width * height * 4)
  for (let at = 0; at < data.length; at += 4) {
    const value = 128 + (random.next() + random.next() + random.next() - 1.5) * strength
    data.fill(value, at, at + 3)
    data[at + 3] = 255
  }
  return { input: data, raw: { width, height, channels: 4 }, blend: 'soft-light' }
}

/**
 * Draws one picture as JPEG bytes: the same name gives the same bytes with the same sharp.
 * @param {string} name a key of `scenes`
 */
export async function draw(name, quality = 76) {
  const [scene, seed, light] = scenes[name]
  const svg = sheet(scene(randomFrom(seed)), light)
  const flat = await sharp(Buffer.from(svg)).png().toBuffer()
  return sharp(flat)
    .composite([grain(seed + 1, 34)])
    .flatten({ background: '#ffffff' })
    .jpeg({ quality, mozjpeg: true })
    .toBuffer()
}
