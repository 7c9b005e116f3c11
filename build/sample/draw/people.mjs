import { faceOf, hairBehind, hairOf } from './faces.mjs'
import { ellipse, group, line, path, rect, shade } from './svg.mjs'

const torso = 'M-62,-312 Q-58,-336 -20,-344 L20,-344 Q58,-336 62,-312 L56,-176 L-56,-176 Z'

function clothes(p) {
  const dark = shade(p.colour, -0.16)
  const side = path('M20,-344 Q58,-336 62,-312 L56,-176 L22,-176 Q34,-260 20,-344Z', dark, 'opacity="0.55"')
  const base = path(torso, p.colour) + side
  switch (p.wear) {
    case 'suit':
      return `${base}${path('M-17,-345 L0,-272 L17,-345Z', '#f6f6f4')}${p.woman ? '' : path('M-5,-338 L5,-338 L8,-286 L0,-274 L-8,-286Z', p.tie)}${path('M-20,-345 L-34,-316 L0,-262 L-17,-345Z', shade(p.colour, 0.1))}${path('M20,-345 L34,-316 L0,-262 L17,-345Z', shade(p.colour, -0.12))}${line(
        [
          [0, -262],
          [0, -178],
        ],
        shade(p.colour, -0.35),
        2,
      )}${p.badge ? ellipse(-33, -300, 5, 5, '#d93a35') : ''}`
    case 'shirt':
    case 'white':
      return `${base}${path('M-16,-346 L0,-318 L16,-346Z', p.skin)}${path('M-20,-347 L-24,-328 L0,-314 L-12,-346Z', shade(p.colour, -0.05))}${path('M20,-347 L24,-328 L0,-314 L12,-346Z', shade(p.colour, -0.1))}${line(
        [
          [0, -314],
          [0, -178],
        ],
        shade(p.colour, -0.2),
        2,
      )}${rect(-44, -286, 24, 26, shade(p.colour, -0.06))}${p.wear === 'white' ? path('M-20,-344 L-40,-178 M20,-344 L40,-178', 'none', `stroke="${shade(p.colour, -0.16)}" stroke-width="3"`) : ''}`
    case 'aodai':
      return `${base}${rect(-17, -352, 34, 15, dark, 'rx="5"')}${path('M-4,-340 Q-30,-322 -48,-300', 'none', `stroke="${dark}" stroke-width="2.5"`)}${[
        [-30, -270],
        [26, -244],
        [-12, -216],
        [36, -300],
      ]
        .map(([x, y]) => ellipse(x, y, 5, 5, shade(p.colour, 0.35), 'opacity="0.7"'))
        .join('')}`
    case 'ethnic':
      return `${base}${path('M-18,-346 L0,-262 L18,-346', 'none', `stroke="${p.trim}" stroke-width="9"`)}${line(
        [
          [0, -262],
          [0, -178],
        ],
        p.trim,
        9,
      )}${line(
        [
          [-54, -196],
          [54, -196],
        ],
        p.trim,
        7,
      )}${line(
        [
          [-54, -208],
          [54, -208],
        ],
        '#e9e2d0',
        3,
      )}`
    case 'hiviz':
      return `${base}${rect(-58, -262, 116, 13, '#f3f0c4')}${rect(-57, -222, 114, 13, '#f3f0c4')}${path('M-15,-346 L0,-316 L15,-346Z', p.skin)}`
    default:
      return `${base}${path('M-17,-346 Q0,-322 17,-346Z', p.skin)}`
  }
}

const poses = {
  down: {
    left: [
      [-56, -306],
      [-70, -240],
      [-64, -178],
    ],
    right: [
      [56, -306],
      [70, -240],
      [64, -178],
    ],
  },
  folded: {
    left: [
      [-56, -306],
      [-68, -244],
      [-12, -206],
    ],
    right: [
      [56, -306],
      [68, -244],
      [12, -202],
    ],
  },
  clap: {
    left: [
      [-56, -306],
      [-70, -250],
      [-10, -270],
    ],
    right: [
      [56, -306],
      [70, -250],
      [8, -266],
    ],
  },
  give: {
    left: [
      [-56, -306],
      [-34, -244],
      [66, -244],
    ],
    right: [
      [56, -306],
      [70, -250],
      [104, -256],
    ],
  },
  point: {
    left: [
      [-56, -306],
      [-70, -240],
      [-60, -180],
    ],
    right: [
      [56, -306],
      [104, -318],
      [152, -352],
    ],
  },
  raise: {
    left: [
      [-56, -306],
      [-68, -240],
      [-46, -190],
    ],
    right: [
      [56, -306],
      [84, -372],
      [78, -452],
    ],
  },
  mic: {
    left: [
      [-56, -306],
      [-70, -240],
      [-62, -178],
    ],
    right: [
      [56, -306],
      [70, -262],
      [26, -330],
    ],
  },
  desk: {
    left: [
      [-56, -306],
      [-72, -240],
      [-28, -186],
    ],
    right: [
      [56, -306],
      [72, -240],
      [28, -186],
    ],
  },
  camera: {
    left: [
      [-56, -306],
      [-64, -268],
      [-18, -378],
    ],
    right: [
      [56, -306],
      [64, -268],
      [20, -380],
    ],
  },
  wave: {
    left: [
      [-56, -306],
      [-68, -240],
      [-56, -180],
    ],
    right: [
      [56, -306],
      [92, -340],
      [98, -402],
    ],
  },
}

function arm(p, points, bare) {
  const sleeve = p.wear === 'suit' || p.wear === 'aodai' || p.wear === 'ethnic' || !bare
  const [shoulder, elbow, hand] = points
  const cloth = shade(p.colour, -0.1)
  const forearm = sleeve ? line([elbow, hand], cloth, 24) : line([elbow, hand], p.skin, 19)
  return `${forearm}${line([shoulder, elbow], cloth, 29)}${ellipse(hand[0], hand[1], 13, 14, p.skin)}`
}

/** Head to hips, seen from the front; origin at the feet of the standing figure. */
export function upper(p, pose = 'down') {
  const { left, right } = poses[pose]
  const front = pose !== 'down'
  const arms =
    arm(p, left, p.wear === 'shirt' || p.wear === 'farmer') + arm(p, right, p.wear === 'shirt' || p.wear === 'farmer')
  const neck = path('M-14,-366 L-17,-338 L17,-338 L14,-366Z', shade(p.skin, -0.16))
  const head = `${faceOf(p)}${hairOf(p)}`
  return `${hairBehind(p)}${front ? '' : arms}${neck}${clothes(p)}${head}${front ? arms : ''}`
}

function legs(p) {
  if (p.skirt)
    return (
      shoes(-22, 22, '#29242a', -8) +
      path('M-54,-186 L54,-186 L76,-22 Q0,-10 -76,-22Z', p.skirt) +
      path('M-70,-48 L70,-48 L74,-36 L-74,-36Z', p.trim)
    )
  const trousers = `${path('M-54,-190 L-4,-190 L-10,-8 L-44,-8Z', p.legs)}${path('M4,-190 L54,-190 L44,-8 L10,-8Z', shade(p.legs, -0.18))}${rect(-54, -192, 108, 24, p.legs)}`
  if (p.wear !== 'aodai') return trousers + shoes(-28, 28, '#17181c', -8)
  return `${trousers}${path('M-56,-180 L56,-180 L66,-34 L-60,-34Z', p.colour)}${path('M8,-180 L56,-180 L66,-34 L20,-34Z', shade(p.colour, -0.16))}${shoes(-26, 26, '#40323a', -8)}`
}

const shoes = (left, right, colour, y) => ellipse(left, y + 3, 22, 9, colour) + ellipse(right, y + 3, 22, 9, colour)

/** A standing figure, `size` pixels tall. */
export function standing(x, ground, size, p, pose = 'down', { flip = false, prop = '' } = {}) {
  const shadow = ellipse(0, 2, 78, 13, '#000', 'opacity="0.22"')
  return group(`${shadow}${legs(p)}${upper(p, pose)}${prop}`, { x, y: ground, scale: size / 446, flip })
}

/** A figure cut off below by a table or the row in front: `y` is where its hips would be. */
export const seated = (x, y, scale, p, pose = 'desk', more = {}) =>
  group(upper(p, pose) + (more.prop ?? ''), { x, y: y + 180 * scale, scale, flip: more.flip ?? false })

/** Seen from behind, shoulders and head: the audience. */
export function fromBehind(x, y, scale, p, { raised = false, whole = false } = {}) {
  const dark = shade(p.colour, -0.12)
  const hair =
    p.woman && p.style === 'long'
      ? path('M-37,-400 Q-40,-446 0,-446 Q40,-446 37,-400 Q44,-330 30,-268 L-30,-268 Q-44,-330 -37,-400Z', p.hair)
      : path('M-36,-398 Q-39,-444 0,-444 Q39,-444 36,-398 Q34,-370 18,-362 L-18,-362 Q-34,-370 -36,-398Z', p.hair) +
        (p.woman && p.style === 'bun' ? ellipse(0, -386, 18, 17, shade(p.hair, 0.1)) : '')
  const neck = path('M-14,-372 L-18,-336 L18,-336 L14,-372Z', shade(p.skin, -0.1))
  const ears = ellipse(-36, -392, 5, 9, shade(p.skin, -0.05)) + ellipse(36, -392, 5, 9, shade(p.skin, -0.12))
  const hand = raised
    ? `${line(
        [
          [58, -300],
          [82, -380],
          [74, -456],
        ],
        dark,
        27,
      )}${ellipse(73, -466, 13, 17, p.skin)}${rect(58, -512, 32, 44, '#d8433f')}`
    : ''
  const below = whole ? `${ellipse(0, 2, 78, 13, '#000', 'opacity="0.22"')}${legs(p)}` : ''
  return group(
    `${below}${hand}${path('M-70,-180 Q-76,-318 -58,-328 Q-30,-344 0,-346 Q30,-344 58,-328 Q76,-318 70,-180Z', p.colour)}${path('M14,-345 Q40,-342 58,-328 Q76,-318 70,-180 L28,-180 Q40,-270 14,-345Z', dark, 'opacity="0.6"')}${neck}${rect(-20, -350, 40, 13, dark, 'rx="5"')}${ears}${hair}${path('M10,-443 Q40,-440 36,-398 Q34,-372 18,-362 Q28,-400 10,-443Z', shade(p.hair, 0.14), 'opacity="0.5"')}`,
    { x, y: y + 180 * scale, scale },
  )
}
