import { ellipse, group, height, n, path, rect, shade, width } from './svg.mjs'

/** Sky from top colour to horizon colour, with a few clouds. */
export function sky(top, low, horizon, random, clouds = 4) {
  const puffs = Array.from({ length: clouds }, () => {
    const x = random.between(60, width - 60)
    const y = random.between(50, horizon * 0.6)
    const s = random.between(0.7, 1.7)
    return group(
      `${ellipse(0, 0, 90, 24, '#fff')}${ellipse(-40, -10, 46, 26, '#fff')}${ellipse(34, -16, 56, 32, '#fff')}`,
      { x, y, scale: s, filter: 'far', opacity: 0.75 },
    )
  })
  return `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${low}"/></linearGradient></defs>${rect(0, 0, width, horizon + 160, 'url(#sky)')}${puffs.join('')}`
}

/** A ridge of limestone or earth hills. */
export function ridge(y, rise, colour, random, steps = 9, filter = '') {
  const points = Array.from({ length: steps + 1 }, (_, i) => [(width / steps) * i, y - rise * random.between(0.15, 1)])
  let d = `M-20,${n(height)} L-20,${n(points[0][1])}`
  for (let i = 1; i < points.length; i++) {
    const [px, py] = points[i - 1]
    const [x, yy] = points[i]
    const middle = (px + x) / 2
    d += ` C${n(middle)},${n(py)} ${n(middle)},${n(yy)} ${n(x)},${n(yy)}`
  }
  return path(`${d} L${width + 20},${height}Z`, colour, filter ? `filter="url(#${filter})"` : '')
}

/** Rice or tea terraces: bands that follow the slope. */
export function terraces(y, depth, greens, random, bands = 9) {
  return Array.from({ length: bands }, (_, i) => {
    const at = i / bands
    const top = y + depth * at ** 1.15
    const bend = random.between(-50, 50)
    const dip = random.between(20, 60)
    const colour = greens[i % greens.length]
    const edge = `M-20,${n(top + bend * 0.4)} C${n(width * 0.25)},${n(top - dip)} ${n(width * 0.45)},${n(top + dip)} ${n(width * 0.62)},${n(top)} S${n(width * 0.9)},${n(top - dip + bend * 0.3)} ${width + 20},${n(top)}`
    return `${path(`${edge} L${width + 20},${height} L-20,${height}Z`, colour)}${path(edge, 'none', `stroke="${shade(colour, -0.3)}" stroke-width="${n(3 + at * 7)}" opacity="0.7"`)}${path(edge, 'none', `stroke="${shade(colour, 0.3)}" stroke-width="3" opacity="0.7" transform="translate(0 ${n(6 + at * 8)})"`)}`
  }).join('')
}

export function tree(x, y, s, colour = '#3f7a46') {
  return group(
    `${rect(-7, -90, 14, 92, '#6b4a33')}${ellipse(0, -140, 62, 66, colour)}${ellipse(-36, -110, 40, 40, shade(colour, -0.12))}${ellipse(34, -116, 44, 42, shade(colour, 0.1))}${ellipse(8, -172, 38, 34, shade(colour, 0.14))}`,
    { x, y, scale: s },
  )
}

/** A clump of bamboo or banana at the edge of the frame. */
export const fronds = (x, y, s, colour = '#4f8f4a') =>
  group(
    Array.from({ length: 7 }, (_, i) => {
      const lean = (i - 3) * 46
      return path(
        `M0,0 Q${lean * 0.4},-150 ${lean * 1.5},-${220 - Math.abs(lean) * 0.5} Q${lean * 0.9},-120 10,0Z`,
        shade(colour, (i % 3) * 0.1 - 0.12),
      )
    }).join(''),
    { x, y, scale: s },
  )

/** Ground with a soft far edge. */
export const ground = (y, colour, more = '') =>
  path(
    `M-20,${n(y)} Q${width / 2},${n(y - 22)} ${width + 20},${n(y)} L${width + 20},${height} L-20,${height}Z`,
    colour,
    more,
  )

/** Bunting of small flags across the frame. */
export function bunting(x1, x2, y, sag, count = 18) {
  const colours = ['#d6333a', '#f2c53f', '#2f7fb8', '#3f9a5a']
  return Array.from({ length: count }, (_, i) => {
    const at = i / (count - 1)
    const x = x1 + (x2 - x1) * at
    const yy = y + Math.sin(at * Math.PI) * sag
    return path(`M${n(x - 13)},${n(yy)} L${n(x + 13)},${n(yy)} L${n(x)},${n(yy + 32)}Z`, colours[i % colours.length])
  }).join('')
}
