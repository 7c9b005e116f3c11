import { fromBehind, seated, standing } from './people.mjs'
import { backdrop, ceiling, curtain, flag, floor, flowers, hallSeat, lectern, place, table, windows } from './rooms.mjs'
import { somebody } from './somebody.mjs'
import { ellipse, group, height, line, rect, shade, width } from './svg.mjs'

/** Rows of people seen from behind, the nearest last and blurred. */
function rowsBehind(
  random,
  { from, rows, lift = 96, first = 0.5, grow = 0.2, raised = 0, given = {}, seat = '#5d1f2a' },
) {
  return Array.from({ length: rows }, (_, row) => {
    const scale = first + row * grow
    const step = 176 * scale
    const count = Math.ceil(width / step) + 2
    const shift = row % 2 ? step / 2 : 0
    const people = Array.from({ length: count }, (_, i) => {
      const x = i * step - step / 2 + shift
      const y = from + row * lift * (1 + row * 0.34)
      const person = fromBehind(x + random.between(-6, 6), y + random.between(-5, 5), scale, somebody(random, given), {
        raised: random.chance(raised),
      })
      return person + hallSeat(x, y + 178 * scale, scale, seat)
    }).join('')
    return row === rows - 1 ? group(people, { filter: 'soft' }) : people
  }).join('')
}

/** People behind a table, a place laid before each. */
function presidium(random, { y, scale, count, from = 300, to = 1300, given = {}, cloth = '#2f6a4d', talking = -1 }) {
  const step = (to - from) / (count - 1)
  const people = Array.from({ length: count }, (_, i) =>
    seated(from + i * step, y, scale, somebody(random, { ...given, talk: i === talking })),
  )
  const laid = Array.from({ length: count }, (_, i) => place(from + i * step, y + 6, scale * 0.85))
  return `${people.join('')}${table(from - 150 * scale, y, to - from + 300 * scale, 230 * scale, cloth)}${laid.join('')}`
}

const stage = (y, colour) => rect(0, y, width, 64, colour) + rect(0, y + 56, width, 18, shade(colour, -0.35))

export function hall(random) {
  return `${ceiling(120)}${curtain(0, 110, width, 400, '#9b2530')}${backdrop(360, 128, 880, 250, '#b5262e', ['KỲ HỌP THỨ 18', 'HỘI ĐỒNG NHÂN DÂN TỈNH'])}
${presidium(random, { y: 446, scale: 0.42, count: 5, from: 560, to: 1040, cloth: '#8d2a2f' })}${group(lectern(0, 0, 1), { x: 1330, y: 512, scale: 0.62 })}
${flag(200, 500, 1.3)}${flag(1460, 500, 1.3)}${stage(506, '#7b4a2b')}${[180, 420, 660, 900, 1140, 1380].map((x) => flowers(x, 556, 40)).join('')}${floor(574, '#8e6b4c')}
${rowsBehind(random, { from: 640, rows: 4, first: 0.46, grow: 0.17 })}`
}

export function lecternScene(random) {
  const speaker = somebody(random, {
    woman: false,
    wear: 'suit',
    old: false,
    hair: '#3d393b',
    glasses: true,
    talk: true,
    badge: true,
    look: -0.4,
    tie: '#9c2230',
  })
  return `${curtain(0, 0, width, 880, '#7f1d2a', 64)}${group(backdrop(-120, 90, 1180, 420, '#b5262e', ['KỲ HỌP THỨ 18', 'HĐND TỈNH KHOÁ XVII']), { filter: 'soft' })}
${rect(0, 870, width, 200, '#6d4429')}${group(flag(250, 860, 3), { filter: 'soft' })}
${seated(1010, 640, 1.55, speaker)}${lectern(1010, 1056, 1.65)}
${group(`${fromBehind(140, 1010, 1.5, somebody(random))}${fromBehind(500, 1050, 1.5, somebody(random))}`, { filter: 'near' })}`
}

export function vote(random) {
  return `${rect(0, 0, width, height, '#d8cdb9')}${windows(0, 40, width, 330, 5, '#f1ece1', '#e8f2f4')}${rect(0, 380, width, 40, '#b89a72')}
${Array.from({ length: 3 }, (_, row) => {
  const scale = 0.72 + row * 0.3
  const step = 215 * scale
  const y = 560 + row * 190
  const people = Array.from({ length: Math.ceil(width / step) + 1 }, (_, i) => {
    const up = random.chance(0.86)
    const card = up ? rect(60, -520, 40, 54, '#d8333a', 'rx="3"') : ''
    return seated(
      i * step + (row % 2) * step * 0.5 - 20,
      y,
      scale,
      somebody(random, { look: random.between(0.1, 0.8) }),
      up ? 'raise' : 'desk',
      { prop: card },
    )
  }).join('')
  const desk = `${rect(-20, y - 4, width + 40, 26, '#a8784b')}${rect(-20, y + 20, width + 40, 170, '#8a5f39')}`
  const things = Array.from({ length: 8 }, (_, i) => place(i * step + 60, y, scale * 0.7)).join('')
  return people + desk + things
}).join('')}`
}

export function presidiumScene(random) {
  return `${curtain(0, 0, width, 960, '#1f4e79', 56)}${backdrop(230, 60, 1140, 330, '#b5262e', ['HỘI NGHỊ SƠ KẾT', 'CÔNG TÁC HĐND CÁC CẤP'], { plain: false })}
${flag(120, 690, 2.4)}${presidium(random, { y: 720, scale: 1.02, count: 4, from: 380, to: 1240, cloth: '#2b6b52', given: {}, talking: 1 })}
${flowers(810, 716, 76)}${rect(0, 950, width, 120, '#a98158')}${flowers(300, 985, 70)}${flowers(1320, 985, 70)}`
}

export function audience(random) {
  const rows = Array.from({ length: 4 }, (_, row) => {
    const scale = 0.55 + row * 0.26
    const step = 190 * scale
    const y = 430 + row * 160 * (1 + row * 0.12)
    const people = Array.from({ length: Math.ceil(width / step) + 2 }, (_, i) =>
      seated(i * step + (row % 2) * step * 0.5 - 40, y, scale, somebody(random, { look: random.between(-0.9, 0.1) })),
    ).join('')
    const desk = `${rect(-20, y - 2, width + 40, 20 * scale + 8, '#b98a5c')}${rect(-20, y + 18 * scale, width + 40, 200, '#93683f')}`
    const laid = Array.from({ length: Math.ceil(width / step) }, (_, i) =>
      place(i * step + 10, y + 4, scale * 0.62),
    ).join('')
    return group(people + desk + laid, row === 3 ? { filter: 'soft' } : {})
  })
  return `${rect(0, 0, width, height, '#cfc6b4')}${ceiling(90)}${windows(0, 120, width, 240, 6, '#efe8da', '#cfe3ec')}${rows.join('')}`
}

export function award(random) {
  const certificate = (x, y) =>
    `${rect(x - 52, y - 36, 104, 72, '#fdf4d8', 'stroke="#c8912f" stroke-width="7"')}${ellipse(x, y - 6, 12, 12, '#d33a35')}${line(
      [
        [x - 30, y + 18],
        [x + 30, y + 18],
      ],
      '#b98b3c',
      4,
    )}`
  const giver = somebody(random, {
    woman: true,
    wear: 'aodai',
    colour: '#b3364a',
    style: 'bun',
    look: 0.8,
    old: false,
    skin: '#f1c8a6',
  })
  const taker = somebody(random, { woman: false, wear: 'suit', look: 0.8, old: false })
  const next = somebody(random, { woman: true, wear: 'aodai', colour: '#2f6f8f', style: 'long', old: false })
  const others = [somebody(random, { woman: false, wear: 'suit' }), somebody(random, { woman: false, wear: 'shirt' })]
  const bouquet = group(flowers(0, -240, 52), {})
  return `${curtain(0, 0, width, 820, '#8f2430', 60)}${group(backdrop(140, 40, 1320, 330, '#b5262e', ['HỘI NGHỊ SƠ KẾT', 'TRAO KỶ NIỆM CHƯƠNG']), { filter: 'soft' })}${rect(0, 820, width, 250, '#7d5233')}${rect(0, 812, width, 14, '#a8764e')}
${standing(1420, 900, 620, others[1], 'clap')}${standing(300, 905, 640, others[0], 'folded', { prop: bouquet })}${standing(1180, 920, 640, next, 'folded', { prop: certificate(0, -238) })}
${standing(610, 960, 700, giver, 'give')}${standing(880, 960, 730, taker, 'give', { flip: true })}${certificate(742, 558)}${flowers(120, 1030, 90)}${flowers(1500, 1030, 90)}`
}

export function tableMeeting(random) {
  const far = Array.from({ length: 6 }, (_, i) =>
    seated(300 + i * 205, 560, 0.82, somebody(random, { talk: i === 2 })),
  ).join('')
  return `${rect(0, 0, width, height, '#e4dccb')}${windows(60, 70, 900, 320, 4, '#f6f1e6', '#d4e7d3')}${backdrop(1040, 90, 460, 230, '#2a5f94', ['GIÁM SÁT', 'ĐẦU TƯ CÔNG'], { plain: true })}${rect(0, 520, width, 60, '#c9b796')}
${far}${table(140, 556, 1320, 130, '#7b4d2c', false)}${Array.from({ length: 6 }, (_, i) => place(300 + i * 205, 562, 0.72)).join('')}${flowers(640, 560, 46)}${flowers(1010, 560, 46)}
${rect(0, 690, width, 400, '#a6835c')}${rowsBehind(random, { from: 830, rows: 2, first: 1.05, grow: 0.3, lift: 150, seat: '#6b4a2f' })}`
}

export function uTable(random) {
  const side = (flip) =>
    Array.from({ length: 3 }, (_, i) => {
      const s = 0.86 + i * 0.3
      const x = flip ? 1300 + i * 120 : 300 - i * 120
      return seated(x, 640 + i * 145, s, somebody(random, { look: flip ? -1 : 1 }))
    }).join('')
  return `${rect(0, 0, width, height, '#d9e0e0')}${backdrop(470, 60, 660, 230, '#b5262e', ['BUỔI LÀM VIỆC', 'ĐẢNG UỶ XÃ THƯỢNG VÂN'], { plain: true })}${windows(20, 90, 400, 280, 2)}${windows(1180, 90, 400, 280, 2)}${flag(440, 500, 1.6)}
${rect(0, 430, width, 640, '#c7b08d')}${presidium(random, { y: 520, scale: 0.72, count: 4, from: 590, to: 1010, cloth: '#6e4527', talking: 1 })}${flowers(800, 516, 44)}
${side(false)}${side(true)}<path d="M470,690 L380,690 L-40,1090 L250,1090Z" fill="#6e4527"/><path d="M1130,690 L1220,690 L1640,1090 L1350,1090Z" fill="#5f3a20"/>
${[
  [420, 712, 0.8],
  [330, 826, 1.05],
  [1190, 716, 0.8],
  [1300, 836, 1.05],
]
  .map(([x, y, s]) => place(x, y, s))
  .join(
    '',
  )}${flowers(800, 900, 120, ['#ffffff', '#f2d36a', '#e9a3b9', '#c94f67'])}${flowers(690, 930, 70)}${flowers(910, 930, 70)}`
}

export function pressRoom(random) {
  const crew = Array.from({ length: 3 }, (_, i) => {
    const p = somebody(random, { wear: 'farmer', colour: ['#3b4452', '#6b4d3f', '#40584d'][i] })
    const tripod = `${line(
      [
        [96, -330],
        [40, 0],
      ],
      '#202226',
      9,
    )}${line(
      [
        [96, -330],
        [150, 0],
      ],
      '#202226',
      9,
    )}${rect(50, -392, 100, 62, '#1d1f24', 'rx="8"')}${ellipse(154, -361, 22, 26, '#30343c')}${ellipse(157, -361, 12, 15, '#5c8fb0')}`
    return standing(170 + i * 190, 640 + i * 30, 470, p, 'folded', { prop: tripod })
  }).join('')
  return `${rect(0, 0, width, height, '#cdd6dc')}${backdrop(700, 60, 780, 250, '#214f86', ['HỌP BÁO', 'KỲ HỌP THỨ 26'], { plain: true })}${rect(0, 470, width, 600, '#8fa0aa')}
${presidium(random, { y: 520, scale: 0.6, count: 3, from: 930, to: 1260, cloth: '#dfe7ee', talking: 1 })}${flowers(1095, 516, 40)}${crew}
${rowsBehind(random, { from: 760, rows: 3, first: 0.62, grow: 0.3, lift: 110, seat: '#3d4a57' })}`
}

export function pressMics(random) {
  const man = somebody(random, {
    woman: false,
    wear: 'suit',
    colour: '#222b3d',
    old: false,
    glasses: false,
    talk: true,
    look: 0.5,
    hair: '#2a2728',
    tie: '#23457c',
  })
  const cubes = [
    ['#e04b3a', 520],
    ['#2f78c4', 640],
    ['#f2f2f0', 760],
    ['#eab632', 900],
    ['#2f9a68', 1030],
  ]
  const mics = cubes
    .map(([colour, x], i) => {
      const tipX = 720 + (x - 770) * 0.42
      return `${line(
        [
          [x, 1080],
          [tipX, 800 + (i % 2) * 26],
        ],
        '#1b1c20',
        22,
      )}${rect(tipX - 34, 800 + (i % 2) * 26, 68, 62, colour, 'rx="6"')}${ellipse(tipX, 786 + (i % 2) * 26, 30, 36, '#202227')}`
    })
    .join('')
  return `${rect(0, 0, width, height, '#1a406d')}${group(backdrop(-60, -20, 1720, 960, '#214f86', ['HỌP BÁO', 'KỲ HỌP THỨ 26'], { plain: true }), { filter: 'far' })}${seated(740, 980, 2.1, man)}
${rect(-10, 900, width + 20, 180, '#e7ecf0')}${rect(-10, 892, width + 20, 22, '#ffffff')}${place(420, 900, 2.1)}${group(fromBehind(1360, 1060, 1.9, somebody(random, { woman: true, style: 'long' })), { filter: 'near' })}${group(fromBehind(110, 1080, 1.8, somebody(random, { woman: false })), { filter: 'near' })}${mics}`
}
