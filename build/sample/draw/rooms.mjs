import { ellipse, group, height, line, n, path, rect, shade, star, width, words } from './svg.mjs'

/** Curtain with folds. */
export function curtain(x, y, w, h, colour, fold = 42) {
  const folds = Array.from({ length: Math.ceil(w / fold) }, (_, i) =>
    rect(x + i * fold, y, Math.min(fold * 0.5, w - i * fold), h, shade(colour, i % 2 ? -0.16 : 0.07), 'opacity="0.55"'),
  )
  return rect(x, y, w, h, colour) + folds.join('')
}

/** A backdrop behind the stage: colour, star, two lines of words. */
export function backdrop(x, y, w, h, colour, [first, second], { plain = false } = {}) {
  const emblem = plain
    ? ''
    : ellipse(x + w * 0.13, y + h * 0.4, h * 0.19, h * 0.19, shade(colour, -0.2)) +
      star(x + w * 0.13, y + h * 0.4, h * 0.15, '#f5cf46')
  const cx = plain ? x + w / 2 : x + w * 0.58
  return `${rect(x, y, w, h, colour)}${path(`M${n(x)},${n(y + h)} L${n(x)},${n(y + h * 0.8)} Q${n(x + w * 0.4)},${n(y + h * 0.66)} ${n(x + w)},${n(y + h * 0.86)} L${n(x + w)},${n(y + h)}Z`, shade(colour, -0.18))}${emblem}${words(first, cx, y + h * 0.36, h * 0.13, '#fbe9a9')}${words(second, cx, y + h * 0.56, h * 0.1, '#fff7e2')}`
}

/** A long covered table; the near edge at `y`, the front hanging `drop` down. */
export function table(x, y, w, drop, cloth = '#2f6a4d', skirt = true) {
  const pleats = skirt
    ? Array.from({ length: Math.floor(w / 34) }, (_, i) =>
        line(
          [
            [x + 17 + i * 34, y + 26],
            [x + 17 + i * 34, y + drop],
          ],
          shade(cloth, -0.2),
          3,
          'opacity="0.6"',
        ),
      ).join('')
    : ''
  return `${rect(x, y, w, drop, cloth)}${pleats}${rect(x - 8, y - 10, w + 16, 26, shade(cloth, 0.18), 'rx="4"')}`
}

/** A low bunch of flowers. */
export function flowers(x, y, r, colours = ['#f0c84b', '#e86f8a', '#ffffff', '#e4573d']) {
  const leaves =
    ellipse(x, y, r * 1.25, r * 0.55, '#3c7d49') + ellipse(x - r * 0.6, y - r * 0.2, r * 0.6, r * 0.45, '#4e9458')
  const blooms = Array.from({ length: 11 }, (_, i) => {
    const angle = i * 2.4
    const away = r * 0.28 * Math.sqrt(i)
    return ellipse(
      x + Math.cos(angle) * away,
      y - r * 0.35 + Math.sin(angle) * away * 0.55,
      r * 0.24,
      r * 0.22,
      colours[i % colours.length],
    )
  })
  return leaves + blooms.join('')
}

/** Name plate, bottle and papers in front of one seat. */
export const place = (x, y, s = 1) =>
  group(
    `${path('M-40,-2 L40,-2 L34,-30 L-34,-30Z', '#f7f3ea')}${rect(-24, -20, 48, 5, '#9c2f35')}${rect(52, -46, 13, 44, '#bfe0ee', 'rx="5"')}${rect(53, -52, 11, 8, '#3f86b8')}${path('M-100,-2 L-52,-2 L-58,-14 L-94,-14Z', '#ffffff')}`,
    { x, y, scale: s },
  )

export const microphone = (x, y, s = 1) =>
  group(
    `${line(
      [
        [0, 0],
        [6, -40],
        [-4, -74],
      ],
      '#26282c',
      5,
    )}${ellipse(-6, -80, 9, 12, '#17181b')}`,
    { x, y, scale: s },
  )

/** Lectern with star and flowers; `y` is the floor. */
export const lectern = (x, y, s, wood = '#7a4524') =>
  group(
    `${path('M-96,-250 L96,-250 L78,0 L-78,0Z', wood)}${path('M30,-250 L96,-250 L78,0 L44,0Z', shade(wood, -0.2))}${path('M-112,-272 L112,-272 L100,-244 L-100,-244Z', shade(wood, 0.18))}${ellipse(0, -148, 40, 40, '#b8272d')}${star(0, -148, 28, '#f6d04d')}${microphone(-26, -268, 1)}${microphone(30, -268, 1)}${flowers(0, -18, 62)}`,
    { x, y, scale: s },
  )

/** A strip of windows with light behind. */
export function windows(x, y, w, h, count, frame = '#e9e4d8', light = '#dcecf3') {
  const step = w / count
  return Array.from(
    { length: count },
    (_, i) =>
      `${rect(x + i * step + 8, y, step - 16, h, frame)}${rect(x + i * step + 16, y + 8, step - 32, h - 16, light)}${rect(x + i * step + step / 2 - 3, y, 6, h, frame)}${rect(x + i * step + 8, y + h * 0.42, step - 16, 6, frame)}`,
  ).join('')
}

/** Ceiling with rows of lamps running to the middle. */
export function ceiling(depth, colour = '#efe9dc') {
  const lamps = [0.12, 0.3, 0.5, 0.7, 0.88].map((at) => {
    const far = width * (0.5 + (at - 0.5) * 0.62)
    return line(
      [
        [width * at, 8],
        [far, depth - 10],
      ],
      '#fffdf2',
      12,
      'opacity="0.9"',
    )
  })
  return (
    rect(0, 0, width, depth, colour) +
    path(`M0,${n(depth)} L${width},${n(depth)} L${width},${n(depth - 24)} L0,${n(depth - 24)}Z`, shade(colour, -0.12)) +
    lamps.join('')
  )
}

/** Floor boards towards the viewer. */
export function floor(y, colour) {
  const boards = Array.from({ length: 17 }, (_, i) => {
    const at = (i - 8) / 8
    return line(
      [
        [width / 2 + at * 620, y],
        [width / 2 + at * 1700, height],
      ],
      shade(colour, -0.14),
      3,
      'opacity="0.5"',
    )
  })
  return rect(0, y, width, height - y, colour) + boards.join('')
}

/** Upholstered seat of a hall, seen from behind. */
export const hallSeat = (x, y, s, colour = '#5d1f2a') =>
  group(
    `${path('M-84,-96 Q-84,-128 -56,-130 L56,-130 Q84,-128 84,-96 L84,60 L-84,60Z', colour)}${path('M-70,-98 Q-70,-116 -52,-118 L52,-118 Q70,-116 70,-98 L70,-84 L-70,-84Z', shade(colour, 0.14))}`,
    { x, y, scale: s },
  )

/** Plastic stool or chair back in front of us. */
export const chairBack = (x, y, s, colour) =>
  group(
    `${rect(-58, -150, 116, 150, colour, 'rx="22"')}${rect(-40, -132, 80, 14, shade(colour, -0.2), 'rx="7"')}${rect(-40, -106, 80, 14, shade(colour, -0.2), 'rx="7"')}`,
    { x, y, scale: s },
  )

/** The national flag on a short staff. */
export const flag = (x, y, s) =>
  group(
    `${line(
      [
        [0, 0],
        [0, -170],
      ],
      '#c9a24a',
      6,
    )}${path('M3,-168 Q40,-182 74,-166 Q92,-158 112,-166 L112,-96 Q88,-88 70,-98 Q40,-110 3,-98Z', '#cf2530')}${star(56, -134, 22, '#f8d648')}`,
    { x, y, scale: s },
  )
