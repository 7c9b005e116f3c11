export const skins = ['#e9b892', '#dca47d', '#cd9169', '#f1c8a6', '#bd825b', '#e2ad85']
const hairs = ['#17151a', '#211c20', '#2c2422', '#1b1d24']
const greys = ['#8f8d8c', '#b9b7b4', '#d6d4d1']
export const aodai = ['#b3364a', '#2f6f8f', '#7a4a92', '#d9a441', '#2f7f67', '#e7dfd3', '#c4567f', '#3c4f9a']
const suits = ['#222b3d', '#2b2f38', '#34302f', '#1f3347', '#3c4150']
const ties = ['#9c2230', '#23457c', '#6d2b54', '#8a6a1f', '#2d6157']

/**
 * Who stands here: clothes, hair and skin drawn by lot unless given.
 * @param {ReturnType<import('./random.mjs').randomFrom>} random
 */
export function somebody(random, given = {}) {
  const woman = given.woman ?? random.chance(0.42)
  const old = given.old ?? random.chance(0.18)
  const wear =
    given.wear ?? (woman ? random.pick(['aodai', 'aodai', 'blouse', 'suit']) : random.pick(['shirt', 'shirt', 'suit']))
  const colours = {
    aodai: random.pick(aodai),
    blouse: random.pick(['#f0efe9', '#d8e2ea', '#e9c9c4', '#c9d8c4', '#f3e3b8']),
    suit: random.pick(suits),
    shirt: random.pick(['#f4f5f4', '#e9eff4', '#dfe8f2', '#f2efe6', '#c8d7e6']),
    ethnic: random.pick(['#26304f', '#1f2540', '#2f2346', '#233a44']),
    farmer: random.pick(['#7d8a63', '#8d6b4f', '#5f7385', '#a08a62', '#75666f']),
    white: '#f7f8f8',
    hiviz: '#ee8a2b',
  }
  return {
    woman,
    old,
    wear,
    colour: colours[wear] ?? '#e8e8e8',
    trim: random.pick(['#d8433f', '#e8a13b', '#4fa3a0', '#d46ba0', '#e3cf5f']),
    tie: random.pick(ties),
    skin: random.pick(skins),
    hair: old ? random.pick(greys) : random.pick(hairs),
    style: woman ? random.pick(['bob', 'bun', 'long']) : random.pick(['short', 'side']),
    glasses: random.chance(old ? 0.4 : 0.16),
    look: random.between(-0.5, 0.5),
    legs: woman && wear === 'aodai' ? '#f3efe8' : random.pick(['#2a2e3a', '#33343b', '#23282f', '#3d3a3c']),
    ...given,
  }
}
