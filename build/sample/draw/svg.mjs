export const width = 1600
export const height = 1067

/** A number as short as an SVG needs it. */
export const n = (value) => String(Math.round(value * 10) / 10)

/** Lightens (amount > 0) or darkens a #rrggbb colour. */
export function shade(colour, amount) {
  const channel = (at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16)
    const to = amount > 0 ? 255 : 0
    return Math.round(value + (to - value) * Math.abs(amount))
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`
}

export const group = (content, { x = 0, y = 0, scale = 1, flip = false, filter = '', opacity = 1 } = {}) =>
  `<g transform="translate(${n(x)} ${n(y)}) scale(${flip ? -scale : scale} ${scale})"${
    filter ? ` filter="url(#${filter})"` : ''
  }${opacity < 1 ? ` opacity="${opacity}"` : ''}>${content}</g>`

export const rect = (x, y, w, h, fill, more = '') =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}" ${more}/>`
export const ellipse = (x, y, rx, ry, fill, more = '') =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`
export const path = (d, fill, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`
export const line = (points, stroke, strokeWidth, more = '') =>
  `<polyline points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" fill="none" stroke="${stroke}" stroke-width="${n(
    strokeWidth,
  )}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
export const words = (text, x, y, size, fill, more = '') =>
  `<text x="${n(x)}" y="${n(y)}" font-family="Noto Sans, DejaVu Sans, sans-serif" font-weight="700" font-size="${n(
    size,
  )}" fill="${fill}" text-anchor="middle" ${more}>${text}</text>`

/** A five-pointed star. */
export function star(x, y, r, fill) {
  const points = Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 ? r * 0.382 : r
    const angle = (Math.PI * i) / 5 - Math.PI / 2
    return `${n(x + radius * Math.cos(angle))},${n(y + radius * Math.sin(angle))}`
  })
  return `<polygon points="${points.join(' ')}" fill="${fill}"/>`
}

/**
 * The whole picture: shared filters, the scene, then light and vignette as a lens would give.
 * @param {string} scene
 * @param {{ warm?: string, glow?: [number, number] }} light where the light comes from and its tint
 */
export function sheet(scene, { warm = '#fff1d6', glow = [0.5, 0.3] } = {}) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs>
<filter id="soft" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="2.2"/></filter>
<filter id="far" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="5"/></filter>
<filter id="near" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="9"/></filter>
<radialGradient id="glow" cx="${glow[0]}" cy="${glow[1]}" r="0.75"><stop offset="0" stop-color="${warm}" stop-opacity="0.26"/><stop offset="1" stop-color="${warm}" stop-opacity="0"/></radialGradient>
<radialGradient id="vignette" cx="0.5" cy="0.48" r="0.78"><stop offset="0.55" stop-color="#101018" stop-opacity="0"/><stop offset="1" stop-color="#101018" stop-opacity="0.36"/></radialGradient>
</defs>
${scene}
${rect(0, 0, width, height, 'url(#glow)')}
${rect(0, 0, width, height, 'url(#vignette)')}
</svg>`
}
