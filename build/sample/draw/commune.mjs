import { fromBehind, seated, standing } from './people.mjs'
import { backdrop, chairBack, curtain, flag, floor, flowers, lectern, place, table, windows } from './rooms.mjs'
import { somebody } from './somebody.mjs'
import { ellipse, group, height, line, path, rect, star, width, words } from './svg.mjs'

const farmer = (random) => {
  const woman = random.chance(0.5)
  const ethnic = random.chance(0.55)
  return somebody(random, {
    woman,
    wear: ethnic ? 'ethnic' : 'farmer',
    ...(woman && ethnic ? { headscarf: random.pick(['#232a4d', '#6b2436', '#1f3d46', '#efe9db']) } : {}),
    glasses: false,
  })
}

export function cultureHouse(random) {
  const rows = Array.from({ length: 4 }, (_, row) => {
    const s = 0.56 + row * 0.24
    const step = 186 * s
    return Array.from({ length: Math.ceil(width / step) + 2 }, (_, i) => {
      const x = i * step + (row % 2) * step * 0.5 - 50
      const y = 610 + row * 118 * (1 + row * 0.16)
      return fromBehind(x, y, s, farmer(random)) + chairBack(x, y + 110 * s, s, i % 3 ? '#c23b36' : '#2f67b1')
    }).join('')
  })
  return `${rect(0, 0, width, height, '#e8dcc0')}${path('M0,0 L1600,0 L1240,110 L360,110Z', '#a97a4c')}${[
    200, 500, 800, 1100, 1400,
  ]
    .map((x) =>
      line(
        [
          [x, 0],
          [800 + (x - 800) * 0.55, 110],
        ],
        '#7f5a37',
        12,
      ),
    )
    .join('')}
${windows(0, 190, 300, 220, 2, '#6f8f6a', '#d8ecd0')}${windows(1300, 190, 300, 220, 2, '#6f8f6a', '#d8ecd0')}${curtain(320, 110, 960, 330, '#2c5b8c', 50)}${backdrop(390, 130, 820, 210, '#b5262e', ['HỘI NGHỊ TIẾP XÚC CỬ TRI', 'XÃ NÀ MÂY'])}
${Array.from({ length: 4 }, (_, i) => seated(560 + i * 150, 470, 0.52, somebody(random, { talk: i === 1 }))).join('')}${table(470, 470, 640, 90, '#b3323a')}${Array.from({ length: 4 }, (_, i) => place(560 + i * 150, 474, 0.48)).join('')}${flag(360, 480, 1.3)}${group(lectern(0, 0, 0.5), { x: 1220, y: 560 })}${floor(556, '#b98f63')}${rows.join('')}`
}

export function voter(random) {
  const speaker = somebody(random, {
    woman: false,
    wear: 'ethnic',
    colour: '#26304f',
    old: true,
    hair: '#b9b7b4',
    talk: true,
    look: 0.5,
    glasses: false,
    skin: '#cd9169',
  })
  const mic = `${line(
    [
      [26, -334],
      [6, -362],
    ],
    '#1c1d21',
    15,
  )}${ellipse(2, -368, 11, 13, '#34373d')}`
  const listeners = Array.from({ length: 7 }, (_, i) =>
    seated(90 + i * 240, 720 + (i % 2) * 26, 0.98, { ...farmer(random), look: i < 3 ? 0.9 : -0.9 }),
  ).join('')
  const front = Array.from({ length: 6 }, (_, i) => fromBehind(60 + i * 300, 1090, 1.35, farmer(random))).join('')
  return `${rect(0, 0, width, height, '#e2d3b2')}${group(`${windows(60, 90, 640, 380, 3, '#7a9a72', '#dbeeda')}${backdrop(900, 110, 640, 240, '#b5262e', ['TIẾP XÚC CỬ TRI', 'XÃ NÀ MÂY'], { plain: true })}`, { filter: 'far' })}${group(listeners, { filter: 'soft' })}${rect(0, 736, width, 30, '#b5824f')}${rect(0, 760, width, 310, '#8f6238')}${standing(800, 1150, 880, speaker, 'mic', { prop: mic })}${group(front, { filter: 'near' })}`
}

export function classroom(random) {
  const board = `${rect(240, 90, 860, 300, '#2c5a49', 'stroke="#8a5f38" stroke-width="16"')}${words('Thứ tư, ngày 9 tháng 4', 640, 170, 36, '#eaf3ea', 'opacity="0.9"')}${words('Tập đọc', 640, 240, 44, '#f7f3c9', 'opacity="0.95"')}${line(
    [
      [380, 300],
      [900, 300],
    ],
    '#cfe3d4',
    4,
    'opacity="0.6"',
  )}`
  const kids = Array.from({ length: 3 }, (_, row) => {
    const s = 0.66 + row * 0.22
    const step = 260 * s
    return Array.from({ length: Math.ceil(width / step) + 1 }, (_, i) => {
      const x = i * step + (row % 2) * 90
      const y = 690 + row * 150
      return `${fromBehind(x, y, s, somebody(random, { wear: i % 3 ? 'white' : 'ethnic', old: false }))}${rect(x - step * 0.5, y - 12 * s, step + 1, 26 * s, '#c98f52')}${rect(x - step * 0.5, y + 12 * s, step + 1, 130, '#a06f3c')}`
    }).join('')
  })
  return `${rect(0, 0, width, height, '#f3e6b9')}${rect(0, 470, width, 60, '#d9bf7e')}${rect(0, 640, width, 430, '#b98f63')}${board}${rect(1160, 80, 380, 350, '#fbf6e6')}${windows(1170, 90, 360, 330, 2, '#f7f2e2', '#bfe0c4')}${star(640, 52, 24, '#d8333a')}
${standing(330, 700, 470, somebody(random, { woman: true, wear: 'aodai', colour: '#7a4a92', style: 'long', look: 0.7 }), 'folded')}${standing(1130, 720, 490, somebody(random, { woman: true, wear: 'blouse', style: 'bun', look: -0.7 }), 'folded')}${standing(1290, 730, 510, somebody(random, { woman: false, wear: 'shirt', look: -0.7 }), 'down')}${standing(1440, 735, 500, somebody(random, { woman: false, wear: 'shirt', look: -0.9, old: true }), 'folded')}${kids.join('')}`
}

export function familyVisit(random) {
  const mother = somebody(random, {
    woman: true,
    old: true,
    wear: 'ethnic',
    colour: '#2f2346',
    headscarf: '#efe9db',
    look: -0.8,
    glasses: false,
    trim: '#d8433f',
  })
  const guest = somebody(random, {
    woman: true,
    wear: 'aodai',
    colour: '#2f7f67',
    style: 'bun',
    old: false,
    look: 0.9,
    skin: '#f1c8a6',
  })
  const gift = group(
    `${rect(-58, -44, 116, 88, '#d7263d', 'rx="6"')}${rect(-10, -44, 20, 88, '#f4ce52')}${ellipse(-18, -52, 22, 13, '#f4ce52')}${ellipse(18, -52, 22, 13, '#f4ce52')}`,
    { x: 806, y: 690 },
  )
  const wall = Array.from({ length: 17 }, (_, i) => rect(i * 96, 0, 92, 760, i % 2 ? '#a87a4c' : '#9d7044')).join('')
  return `${rect(0, 0, width, height, '#7d5a3b')}${wall}${rect(120, 120, 330, 300, '#bfe0c4')}${path('M120,420 L120,320 Q280,250 450,340 L450,420Z', '#6fa36a')}${rect(120, 120, 330, 300, 'none', 'stroke="#6b4628" stroke-width="22"')}${line(
    [
      [285, 120],
      [285, 420],
    ],
    '#6b4628',
    12,
  )}
${[690, 840, 990]
  .map(
    (x) =>
      `${rect(x - 60, 110, 120, 150, '#f6e7b8', 'stroke="#c09033" stroke-width="9"')}${ellipse(x, 158, 20, 20, '#d33a35')}${star(x, 158, 14, '#f5cf46')}${line(
        [
          [x - 34, 205],
          [x + 34, 205],
        ],
        '#b28a46',
        5,
      )}${line(
        [
          [x - 26, 224],
          [x + 26, 224],
        ],
        '#b28a46',
        4,
      )}`,
  )
  .join('')}${rect(1180, 90, 300, 420, '#7b5130')}${rect(1200, 260, 260, 12, '#5a3a20')}${flowers(1330, 250, 50)}
${rect(0, 760, width, 310, '#7d5a3b')}${standing(1330, 960, 620, somebody(random, { woman: false, wear: 'shirt', look: -0.9 }), 'folded')}${standing(330, 965, 620, somebody(random, { woman: false, wear: 'shirt', look: 0.8, old: false }), 'clap')}${standing(1500, 985, 590, somebody(random, { woman: true, wear: 'blouse', look: -0.9 }), 'clap')}${standing(140, 985, 580, somebody(random, { woman: false, wear: 'farmer', look: 0.8 }), 'folded')}
${seated(960, 800, 1.28, mother, 'give', { flip: true })}${path('M820,790 Q960,770 1110,790 L1130,960 L830,960Z', '#241a36')}${rect(800, 950, 350, 26, '#5d3d24')}${rect(826, 970, 22, 100, '#5d3d24')}${rect(1102, 970, 22, 100, '#5d3d24')}${standing(630, 1010, 690, guest, 'give')}${gift}`
}

export function clinic(random) {
  const doctor = somebody(random, {
    woman: true,
    wear: 'white',
    style: 'bun',
    old: false,
    look: 0.8,
    skin: '#f1c8a6',
    glasses: true,
  })
  const patient = somebody(random, { woman: false, wear: 'farmer', old: true, look: -0.8 })
  const cuff = `${line(
    [
      [70, -300],
      [86, -262],
    ],
    '#3d6fa8',
    38,
  )}`
  return `${rect(0, 0, width, height, '#dfeeea')}${rect(0, 560, width, 510, '#b7d0c6')}${windows(80, 80, 520, 330, 3, '#ffffff', '#c9e6cf')}${rect(760, 70, 330, 220, '#ffffff', 'stroke="#8fb7a8" stroke-width="8"')}${rect(890, 110, 70, 140, '#2f9a68')}${rect(855, 145, 140, 70, '#2f9a68')}${rect(1180, 110, 340, 420, '#f5f7f4', 'stroke="#9dbbb0" stroke-width="8"')}${[170, 250, 330, 410].map((y) => `${rect(1196, y + 62, 308, 8, '#9dbbb0')}${Array.from({ length: 7 }, (_, i) => rect(1206 + i * 42, y + 20 + (i % 3) * 8, 30, 42 - (i % 3) * 8, ['#e86f5a', '#5a9bd4', '#f0c84b', '#6fb58a'][i % 4], 'rx="4"')).join('')}`).join('')}
${standing(1200, 900, 580, somebody(random, { woman: true, wear: 'aodai', colour: '#2f7f67', style: 'bun', look: -0.8, skin: '#f1c8a6' }), 'folded')}${standing(1370, 910, 600, somebody(random, { woman: false, wear: 'shirt', look: -0.8 }), 'folded')}${standing(1520, 920, 590, somebody(random, { woman: false, wear: 'shirt', look: -0.9, old: true }), 'down')}
${seated(430, 780, 1.15, doctor, 'give')}${seated(760, 790, 1.12, patient, 'desk', { prop: cuff })}${table(200, 790, 800, 260, '#e9f2ee', false)}${place(330, 796, 1.1)}${rect(600, 756, 90, 34, '#4b5c66', 'rx="6"')}${ellipse(645, 752, 26, 22, '#e9eef0')}${path('M410,604 Q392,690 430,716 Q470,690 452,604', 'none', 'stroke="#33383f" stroke-width="8"')}${ellipse(430, 720, 13, 13, '#8a939a')}
${group(fromBehind(90, 1080, 1.5, somebody(random, { wear: 'ethnic', woman: true })), { filter: 'near' })}`
}
