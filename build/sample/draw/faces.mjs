import { ellipse, line, n, path, rect, shade } from './svg.mjs'

/** Hair, hat, scarf or helmet over the face. */
export function hairOf(p) {
  const dark = shade(p.hair, -0.25)
  if (p.helmet)
    return `${path('M-40,-398 Q-40,-450 0,-450 Q40,-450 40,-398 Z', p.helmet)}${rect(-47, -403, 94, 9, shade(p.helmet, -0.15), 'rx="4"')}${path('M8,-449 Q36,-444 38,-404 L22,-404 Q22,-436 8,-449Z', shade(p.helmet, -0.12))}`
  if (p.headscarf)
    return `${path('M-38,-386 Q-46,-446 0,-446 Q46,-446 38,-386 Q30,-418 0,-420 Q-30,-418 -38,-386Z', p.headscarf)}${line(
      [
        [-34, -412],
        [0, -428],
        [34, -412],
      ],
      p.trim,
      6,
    )}`
  if (p.hat)
    return `${path('M-80,-402 Q-6,-492 0,-494 Q6,-492 80,-402 Q0,-386 -80,-402Z', '#e3cd98')}${path('M0,-494 Q6,-492 80,-402 Q40,-393 10,-392Z', '#c9ae74')}`
  const cap = p.woman
    ? 'M-36,-386 Q-42,-444 0,-444 Q42,-444 36,-386 Q32,-412 14,-420 Q-14,-416 -30,-406 Z'
    : p.style === 'side'
      ? 'M-35,-392 Q-40,-442 2,-442 Q40,-440 35,-392 Q32,-414 22,-418 Q-8,-412 -28,-416 Q-34,-408 -35,-392Z'
      : 'M-35,-392 Q-38,-440 0,-440 Q38,-440 35,-392 Q31,-412 22,-417 L-22,-417 Q-31,-412 -35,-392Z'
  const bun = p.woman && p.style === 'bun' ? ellipse(0, -446, 15, 12, dark) : ''
  return `${bun}${path(cap, p.hair)}${path('M10,-443 Q42,-440 36,-388 Q34,-408 24,-417Z', dark, 'opacity="0.6"')}`
}

/** Hair that falls behind the shoulders: drawn before the body. */
export function hairBehind(p) {
  if (!p.woman || p.helmet) return ''
  if (p.style === 'long') return path('M-38,-400 Q-50,-330 -40,-286 L40,-286 Q50,-330 38,-400Z', shade(p.hair, -0.2))
  if (p.style === 'bob') return path('M-38,-404 Q-48,-352 -36,-338 L36,-338 Q48,-352 38,-404Z', shade(p.hair, -0.2))
  return ''
}

/** Face and ears, turned a little to where the person looks. */
export function faceOf(p) {
  const dx = p.look * 12
  const ink = '#3a2623'
  const glasses = p.glasses
    ? `<g fill="none" stroke="#2a2a2e" stroke-width="2.4"><circle cx="${n(dx - 13)}" cy="-394" r="9"/><circle cx="${n(dx + 13)}" cy="-394" r="9"/><path d="M${n(dx - 4)},-394h8"/></g>`
    : ''
  const mouth = p.talk
    ? ellipse(dx, -372, 6.5, 4.5, '#7c3330')
    : path(
        `M${n(dx - 9)},-374 Q${n(dx)},-366 ${n(dx + 9)},-374`,
        'none',
        'stroke="#a2483f" stroke-width="3" stroke-linecap="round"',
      )
  return `${ellipse(-34 + dx * 0.2, -392, 6, 9, shade(p.skin, -0.08))}${ellipse(34 + dx * 0.2, -392, 6, 9, shade(p.skin, -0.14))}
${path('M-33,-400 Q-33,-436 0,-436 Q33,-436 33,-400 Q33,-362 0,-352 Q-33,-362 -33,-400Z', p.skin)}
${path('M8,-436 Q33,-434 33,-400 Q33,-362 0,-352 Q22,-372 20,-400 Q20,-424 8,-436Z', shade(p.skin, -0.13), 'opacity="0.65"')}
${ellipse(dx - 13, -394, 3.1, 3.6, ink)}${ellipse(dx + 13, -394, 3.1, 3.6, ink)}
${line(
  [
    [dx - 20, -406],
    [dx - 8, -407],
  ],
  p.old ? '#8b8683' : ink,
  3,
)}${line(
  [
    [dx + 8, -407],
    [dx + 20, -406],
  ],
  p.old ? '#8b8683' : ink,
  3,
)}
${path(`M${n(dx + 1)},-392 q4,8 -2,11`, 'none', `stroke="${shade(p.skin, -0.28)}" stroke-width="2.4" stroke-linecap="round"`)}
${mouth}${glasses}${p.old ? path(`M${n(dx - 20)},-382 q3,8 -1,14 M${n(dx + 20)},-382 q-3,8 1,14`, 'none', `stroke="${shade(p.skin, -0.22)}" stroke-width="1.8"`) : ''}`
}
