import sharp from 'sharp'

/** Where a face is drawn, in pixels; `size` is about its height. */
export interface DrawnFace {
  x: number
  y: number
  size: number
}

/** A JPEG of people before a wall, drawn well enough that a face detector takes them for people. */
export async function drawnPeople(width: number, height: number, faces: DrawnFace[], turned = 0): Promise<Uint8Array> {
  const svg = `<svg width="${width}" height="${height}" xmlns="http://www.w3.org/2000/svg">
    <rect width="${width}" height="${height}" fill="#c9cfd2"/>
    <rect y="${height * 0.76}" width="${width}" height="${height * 0.24}" fill="#7b5b3e"/>
    ${faces.map(person).join('')}</svg>`
  return new Uint8Array(await sharp(Buffer.from(svg)).rotate(turned).jpeg({ quality: 90 }).toBuffer())
}

const skins = ['#e2b796', '#d9a884', '#c99872', '#eac3a4'] as const

const person = ({ x, y, size }: DrawnFace, at: number) => `<g transform="translate(${x} ${y}) scale(${size / 100})">
  <ellipse cx="0" cy="-12" rx="46" ry="50" fill="#1d1613"/>
  <ellipse cx="0" cy="2" rx="38" ry="48" fill="${skins[at % skins.length]}"/>
  <path d="M-38 -8 Q0 -62 38 -8 Q20 -32 0 -32 Q-20 -32 -38 -8" fill="#1d1613"/>
  <path d="M-24 -9 q9 -6 18 0 M6 -9 q9 -6 18 0" stroke="#2a1c16" stroke-width="4" fill="none"/>
  <ellipse cx="-15" cy="0" rx="7" ry="4" fill="#fff"/><ellipse cx="15" cy="0" rx="7" ry="4" fill="#fff"/>
  <circle cx="-15" cy="0" r="3.6" fill="#20140f"/><circle cx="15" cy="0" r="3.6" fill="#20140f"/>
  <path d="M0 0 L-6 16 Q0 20 6 16" stroke="#9a6a4e" stroke-width="3" fill="none"/>
  <path d="M-14 28 Q0 38 14 28 Q0 24 -14 28" fill="#a4443f"/>
  <path d="M-60 110 Q-50 55 -14 50 L14 50 Q50 55 60 110 Z" fill="#27364d"/>
  <path d="M-12 48 L0 66 L12 48 Z" fill="#fff"/></g>`
