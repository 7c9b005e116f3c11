import { bunting, fronds, ground, ridge, sky, terraces, tree } from './land.mjs'
import { fromBehind, standing } from './people.mjs'
import { flag, flowers } from './rooms.mjs'
import { aodai, somebody } from './somebody.mjs'
import { ellipse, group, height, line, n, path, rect, star, width, words } from './svg.mjs'

const greens = ['#9fbf57', '#7fae4c', '#b6c862', '#6b9d49', '#a9b850', '#5e9146']

/** A delegation standing in a line. */
const row = (random, list) =>
  list.map(([x, y, size, given, pose, more]) => standing(x, y, size, somebody(random, given), pose, more)).join('')

export function roadworks(random) {
  const digger = group(
    `${rect(-150, -60, 260, 54, '#2b2d31', 'rx="27"')}${[-120, -60, 0, 60].map((x) => ellipse(x + 10, -33, 20, 20, '#4a4d52')).join('')}${path('M-140,-64 L110,-64 L110,-130 L40,-150 L40,-222 L-70,-222 L-90,-140 L-140,-130Z', '#e9a825')}${path('M-58,-212 L28,-212 L28,-150 L-74,-150Z', '#bcd9e4')}${line(
      [
        [60, -130],
        [190, -290],
        [330, -170],
      ],
      '#d9941a',
      30,
    )}${line(
      [
        [330, -170],
        [318, -80],
      ],
      '#d9941a',
      22,
    )}${path('M290,-96 L350,-90 L356,-40 L300,-30Z', '#3a3c41')}`,
    { x: 1090, y: 700, scale: 1.15 },
  )
  const helmet = (colour) => ({ helmet: colour })
  return `${sky('#8fc3e6', '#e4eff2', 420, random)}${ridge(430, 240, '#8fae9b', random, 8, 'soft')}${ridge(500, 170, '#5f9160', random, 7)}
<path d="M-20,560 Q400,540 1620,470 L1620,1090 L-20,1090Z" fill="#b8794f"/><path d="M700,560 L900,556 L1320,1090 L120,1090Z" fill="#a9a39a"/><path d="M785,560 L815,559 L760,1090 L560,1090Z" fill="#c3bdb2" opacity="0.6"/>${Array.from({ length: 26 }, () => ellipse(random.between(0, width), random.between(640, 1040), random.between(6, 20), random.between(4, 10), random.pick(['#9a643f', '#8b5a3a', '#d0cabf']))).join('')}
${digger}${[120, 250, 1500].map((x) => group(`${path('M-26,0 L26,0 L8,-92 L-8,-92Z', '#ef6c2a')}${rect(-17, -56, 34, 14, '#fff')}`, { x, y: 830 })).join('')}
${row(random, [
  [330, 900, 500, { wear: 'shirt', ...helmet('#ffffff'), woman: false, look: 0.9 }, 'point'],
  [160, 930, 500, { wear: 'hiviz', ...helmet('#f3c531'), woman: false, look: 0.9 }, 'down'],
  [520, 930, 480, { wear: 'blouse', ...helmet('#ffffff'), woman: true, look: -0.5 }, 'folded'],
  [690, 960, 520, { wear: 'shirt', ...helmet('#ffffff'), woman: false, look: -0.8 }, 'folded'],
  [860, 930, 500, { wear: 'hiviz', ...helmet('#2f78c4'), woman: false, look: -0.6 }, 'down'],
])}${group(fronds(1540, 1090, 1.5), { filter: 'near' })}`
}

export function terracesScene(random) {
  return `${sky('#a9cfe8', '#f3e9d2', 380, random, 5)}${ridge(360, 230, '#9bb7c4', random, 8, 'far')}${ridge(430, 190, '#6f9b86', random, 7, 'soft')}${terraces(420, 620, greens, random, 10)}
${tree(180, 600, 1.1)}${tree(1450, 560, 0.9, '#4d8a4a')}
${row(random, [
  [560, 960, 430, { wear: 'ethnic', woman: true, headscarf: '#232a4d', skirt: '#26304f', look: 0.8 }, 'point'],
  [730, 985, 450, { wear: 'blouse', woman: true, style: 'bun', look: 0.5 }, 'folded'],
  [880, 975, 470, { wear: 'shirt', woman: false, look: -0.7 }, 'folded'],
  [1030, 985, 460, { wear: 'shirt', woman: false, old: true, look: -0.9 }, 'down'],
  [1180, 970, 450, { wear: 'farmer', woman: false, hat: true, look: -0.8 }, 'down'],
])}${group(Array.from({ length: 15 }, (_, i) => ellipse(i * 118, 1062, 92, 56, i % 2 ? '#4c8440' : '#5a974a')).join(''), { filter: 'near' })}`
}

export function schoolYard(random) {
  const building = `${rect(120, 300, 1360, 300, '#f0d98f')}${rect(120, 286, 1360, 30, '#b9553a')}${path('M90,290 L1510,290 L1440,210 L160,210Z', '#c4603f')}${Array.from({ length: 8 }, (_, i) => `${rect(170 + i * 162, 350, 96, 110, '#f9f5e8')}${rect(178 + i * 162, 358, 38, 94, '#7fb3c9')}${rect(220 + i * 162, 358, 38, 94, '#8cc0d3')}`).join('')}${rect(120, 500, 1360, 100, '#e7c56f')}${rect(120, 590, 1360, 18, '#a8856b')}`
  const child = (x, y, i) =>
    standing(
      x,
      y,
      random.between(230, 262),
      somebody(
        random,
        i % 3
          ? { wear: 'white', old: false, glasses: false, legs: '#263a63' }
          : { wear: 'ethnic', old: false, woman: true, skirt: '#2b3560', headscarf: '#26304f', glasses: false },
      ),
      i % 4 ? 'clap' : 'wave',
    )
  return `${sky('#9accec', '#e9f1ec', 330, random)}${ridge(330, 190, '#7fa58f', random, 6, 'soft')}${building}${ground(608, '#cdb899')}
${rect(792, 120, 10, 560, '#b9bcc0')}${path('M802,124 Q860,108 912,128 Q940,138 972,126 L972,222 Q940,234 912,222 Q860,204 802,222Z', '#cf2530')}${star(886, 172, 30, '#f8d648')}${tree(120, 700, 1.3)}${tree(1490, 690, 1.25, '#4f8a45')}
${Array.from({ length: 9 }, (_, i) => child(200 + i * 92, 800 + (i % 2) * 22, i)).join('')}
${row(random, [
  [1090, 930, 480, { wear: 'aodai', woman: true, colour: '#d9a441', style: 'bun', look: -0.8, old: false }, 'folded'],
  [1240, 950, 500, { wear: 'blouse', woman: true, old: false, look: -0.8 }, 'clap'],
  [1390, 940, 510, { wear: 'shirt', woman: false, look: -0.8 }, 'clap'],
  [1520, 960, 500, { wear: 'shirt', woman: false, look: -0.9 }, 'down'],
])}${Array.from({ length: 6 }, (_, i) => child(90 + i * 130, 1010 + (i % 2) * 20, i + 1)).join('')}`
}

/** The bridge itself: deck, three piers, railing. */
function span(y, s = 1) {
  const piers = [300, 800, 1300]
    .map(
      (x) =>
        `${rect(x - 26 * s, y + 34 * s, 52 * s, 330, '#b9b4a8')}${rect(x + 6 * s, y + 34 * s, 20 * s, 330, '#97938a')}${path(`M${x - 80 * s},${y + 30 * s} L${x + 80 * s},${y + 30 * s} L${x + 34 * s},${y + 84 * s} L${x - 34 * s},${y + 84 * s}Z`, '#c8c3b7')}`,
    )
    .join('')
  const rail = Array.from({ length: 41 }, (_, i) => rect(i * 40, y - 34 * s, 6, 36 * s, '#e9e6dc')).join('')
  return `${piers}${rect(-20, y, width + 40, 42 * s, '#d6d1c4')}${rect(-20, y + 30 * s, width + 40, 16 * s, '#a5a095')}${rail}${rect(-20, y - 38 * s, width + 40, 9, '#f3f1ea')}`
}

export function bridge(random) {
  const water = `${rect(0, 700, width, 380, '#6fa9a0')}${Array.from({ length: 46 }, () =>
    line(
      [
        [random.between(0, width), 0],
        [0, 0],
      ].map((_, i, all) => [all[0][0] + i * 90, 0]),
      '#a9d2c6',
      4,
      `opacity="0.5" transform="translate(0 ${n(random.between(720, 1050))})"`,
    ),
  ).join('')}`
  const boat = group(
    `${path('M-120,0 L120,0 L86,38 L-86,38Z', '#6b4a30')}${rect(-50, -46, 90, 46, '#8d6a45', 'rx="22"')}`,
    { x: 420, y: 880 },
  )
  return `${sky('#86bfe6', '#f5ead6', 460, random, 5)}${ridge(480, 290, '#8aa9b6', random, 7, 'far')}${ridge(560, 230, '#5d8f77', random, 6, 'soft')}${ridge(690, 130, '#4b8152', random, 9)}${water}
${Array.from({ length: 7 }, (_, i) => group(`${rect(0, -110, 6, 112, '#8c8f93')}${path('M6,-110 q26,-8 52,0 v36 q-26,8 -52,0Z', '#cf2530')}`, { x: 90 + i * 230, y: 556 })).join('')}${span(556, 1.15)}
${group(`${rect(-70, -70, 150, 64, '#2f6fb0', 'rx="8"')}${rect(80, -52, 46, 46, '#e9eef2', 'rx="6"')}${ellipse(-36, -4, 17, 17, '#202226')}${ellipse(86, -4, 17, 17, '#202226')}${ellipse(0, -74, 64, 18, '#4f9245')}`, { x: 980, y: 540 })}${boat}
<path d="M-20,1090 L-20,820 Q160,800 330,900 T620,1090Z" fill="#57843f"/>${fronds(90, 1080, 1.7)}${group(fronds(1530, 1100, 1.8, '#3f7d43'), { filter: 'soft' })}`
}

export function ribbon(random) {
  const scissors = group(
    `${line(
      [
        [-16, 10],
        [18, -14],
      ],
      '#d9dde0',
      7,
    )}${line(
      [
        [-16, -14],
        [18, 10],
      ],
      '#c1c6ca',
      7,
    )}`,
    { x: 108, y: -256 },
  )
  const colours = ['suit', 'aodai', 'suit', 'shirt', 'suit', 'aodai', 'ethnic']
  const list = colours.map((wear, i) => {
    const woman = wear === 'aodai' || wear === 'ethnic'
    return standing(
      170 + i * 212,
      930 + (i % 2) * 8,
      woman ? 560 : 600,
      somebody(random, {
        wear,
        woman,
        colour: wear === 'aodai' ? aodai[i] : undefined,
        ...(wear === 'ethnic'
          ? { headscarf: '#26304f', colour: '#26304f', skirt: '#2b3560' }
          : wear === 'suit'
            ? { colour: ['#222b3d', '#34302f', '#1f3347'][i % 3] }
            : wear === 'shirt'
              ? { colour: '#eef2f5' }
              : {}),
        badge: true,
      }),
      'give',
      { prop: scissors },
    )
  })
  return `${sky('#8cc4ea', '#eef3ee', 420, random)}${ridge(440, 230, '#7ba28f', random, 7, 'soft')}${rect(0, 560, width, 520, '#b9b5ab')}${path('M0,560 L1600,560 L1600,600 L0,600Z', '#d9d5ca')}
${group(`${rect(210, 190, 16, 400, '#bcbfc4')}${rect(1374, 190, 16, 400, '#bcbfc4')}${rect(190, 180, 1220, 130, '#b5262e')}${words('LỄ KHÁNH THÀNH', 800, 232, 46, '#fbe9a9')}${words('CẦU NÀ MÂY', 800, 290, 50, '#fff7e2')}`, {})}${bunting(226, 1374, 318, 46, 26)}${flag(90, 600, 2.2)}${flag(1420, 600, 2.2)}
${list.join('')}${path('M-20,654 Q200,690 400,662 T800,664 T1200,662 T1620,656', 'none', 'stroke="#d7263d" stroke-width="22"')}${path('M-20,650 Q200,686 400,658 T800,660 T1200,658 T1620,652', 'none', 'stroke="#f06a78" stroke-width="6"')}
${[285, 710, 1130].map((x) => `${ellipse(x, 668, 40, 30, '#c41f35')}${ellipse(x - 34, 664, 30, 24, '#e0384c')}${ellipse(x + 34, 664, 30, 24, '#e0384c')}${path(`M${x - 12},690 l-26,80 h26 l12,-70 l12,70 h26 l-26,-80Z`, '#d7263d')}`).join('')}
${[80, 420, 780, 1140, 1500].map((x) => flowers(x, 1030, 80)).join('')}`
}

export function crowd(random) {
  const far = Array.from({ length: 26 }, (_, i) =>
    standing(
      430 + (i % 13) * 60 + random.between(-14, 14),
      560 + Math.floor(i / 13) * 36,
      150,
      somebody(random, { wear: random.pick(['farmer', 'ethnic', 'shirt', 'aodai', 'blouse']) }),
      random.pick(['down', 'wave', 'clap']),
    ),
  ).join('')
  const near = [
    [300, 940, 560, { wear: 'ethnic', woman: true, headscarf: '#232a4d', skirt: '#26304f', old: false }, 'wave'],
    [470, 980, 380, { wear: 'white', woman: true, old: false, glasses: false, legs: '#263a63' }, 'wave'],
    [640, 930, 570, { wear: 'farmer', woman: false, old: true }, 'clap'],
    [840, 970, 550, { wear: 'aodai', woman: true, colour: '#c4567f' }, 'clap'],
    [1030, 950, 590, { wear: 'shirt', woman: false }, 'wave'],
    [1200, 985, 390, { wear: 'white', woman: false, old: false, glasses: false, legs: '#263a63' }, 'wave'],
    [1370, 950, 560, { wear: 'farmer', woman: true, hat: true }, 'down'],
  ]
  return `${sky('#f0b98a', '#fbead0', 420, random, 3)}${ridge(420, 220, '#a98f95', random, 7, 'far')}${ridge(480, 130, '#7d8f78', random, 8, 'soft')}<path d="M620,480 L980,480 L1900,1090 L-300,1090Z" fill="#c3beb3"/><path d="M780,480 L820,480 L930,1090 L670,1090Z" fill="#dad6cb"/>
<path d="M620,470 L-360,1000 L-360,860 L620,430Z" fill="#e4e0d5"/><path d="M980,470 L1960,1000 L1960,860 L980,430Z" fill="#d3cec2"/>${bunting(0, 1600, 250, 90, 34)}${far}${row(random, near)}`
}

export function incense(random) {
  const monument = `${path('M740,120 L860,120 L890,560 L710,560Z', '#cfc8ba')}${path('M830,120 L860,120 L890,560 L836,560Z', '#aaa394')}${star(800, 180, 36, '#d8a92e')}${words('TỔ QUỐC', 800, 290, 26, '#9c2b2b')}${words('GHI CÔNG', 800, 330, 26, '#9c2b2b')}${rect(620, 560, 360, 40, '#b7b0a1')}${rect(560, 600, 480, 40, '#a8a192')}`
  const graves = Array.from({ length: 14 }, (_, i) =>
    group(`${rect(-34, -60, 68, 60, '#d6d0c2', 'rx="6"')}${star(0, -36, 11, '#c33a35')}`, {
      x: (i < 7 ? 60 : 1060) + (i % 7) * 80,
      y: 640 + (i % 2) * 40,
      scale: 0.8,
    }),
  ).join('')
  const people = [
    [330, 0],
    [540, 1],
    [760, 0],
    [970, 1],
    [1180, 0],
    [1380, 1],
  ]
  return `${sky('#b4cbd6', '#edeee4', 420, random)}${ridge(430, 160, '#86a291', random, 7, 'soft')}${[120, 300, 1300, 1480].map((x) => tree(x, 570, 1.15, '#3b6a48')).join('')}${ground(590, '#b9b79b')}${monument}${graves}
${group(
  `${ellipse(800, 694, 90, 40, '#9a7b35')}${ellipse(800, 680, 84, 26, '#6f5826')}${Array.from({ length: 9 }, (_, i) =>
    line(
      [
        [760 + i * 10, 680],
        [750 + i * 12, 590],
      ],
      '#b5452f',
      4,
    ),
  ).join('')}`,
  {},
)}${path('M790,580 Q760,480 810,420 T790,280', 'none', 'stroke="#ffffff" stroke-width="26" opacity="0.28" filter="url(#near)"')}
${flowers(560, 700, 80, ['#f3d04b', '#ffffff', '#f3d04b', '#e04b3a'])}${flowers(1040, 700, 80, ['#f3d04b', '#ffffff', '#f3d04b', '#e04b3a'])}${people.map(([x, odd]) => fromBehind(x, 820 + odd * 16, 1.02, somebody(random, { wear: odd ? 'aodai' : 'shirt', woman: odd === 1 }), { whole: true })).join('')}`
}

export function groupPhoto(random) {
  const line1 = Array.from({ length: 9 }, (_, i) =>
    standing(150 + i * 162, 760, 470, somebody(random, {}), 'down'),
  ).join('')
  const line2 = Array.from({ length: 8 }, (_, i) =>
    standing(
      230 + i * 165,
      900,
      500,
      somebody(random, {
        wear: i % 2 ? 'ethnic' : random.pick(['suit', 'aodai', 'shirt']),
        ...(i % 2 ? { woman: true, headscarf: '#232a4d', skirt: '#26304f', colour: '#26304f' } : {}),
      }),
      i === 3 ? 'wave' : 'folded',
    ),
  ).join('')
  const kids = Array.from({ length: 6 }, (_, i) =>
    standing(
      330 + i * 190,
      1020,
      290,
      somebody(random, { wear: i % 2 ? 'white' : 'ethnic', old: false, glasses: false }),
      i % 2 ? 'wave' : 'clap',
    ),
  ).join('')
  return `${sky('#93c6ea', '#f0f1e6', 400, random)}${ridge(400, 240, '#7fa492', random, 6, 'soft')}${rect(0, 500, width, 30, '#e9e6dc')}${Array.from({ length: 33 }, (_, i) => rect(i * 50, 500, 8, 80, '#d6d2c6')).join('')}${rect(0, 570, width, height, '#bdb9ae')}${bunting(0, 1600, 120, 70, 30)}${line1}${line2}${kids}`
}
