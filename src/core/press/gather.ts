import { capitalRun, looksLikePerson } from './names'
import { placeNameEnd } from './place-names'
import { keyOfRange, type Scene } from './scene'

/**
 * First pass: names that stand after a form of address are people, names after their kind are places.
 * The second pass decides by them where a place ends and a person begins.
 */
export function gatherSureNames(scene: Scene): void {
  for (const part of scene.parts) {
    if (part.shouted) continue
    for (const [i, token] of part.tokens.entries()) {
      if (!scene.vocabulary.starts.has(token.key)) continue
      const address = scene.vocabulary.address.longestAt(part.tokens, i)
      if (address && address.value !== 'never' && address.value !== 'role') {
        const end = capitalRun(scene, part, address.end)
        if (looksLikePerson(scene, part.tokens, address.end, end))
          scene.people.add(keyOfRange(part.tokens, address.end, end))
        continue
      }
      const unit = scene.vocabulary.units.longestAt(part.tokens, i)
      if (unit?.value !== 'admin') continue
      const end = capitalRun(scene, part, unit.end)
      if (end > unit.end && placeNameEnd(scene, part, unit.end) === end)
        scene.places.add(keyOfRange(part.tokens, unit.end, end))
    }
  }
}
