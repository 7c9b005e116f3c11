import type { Archive } from '#archive/archive'
import type { Draft, Duplicate } from '#core/model/draft'
import { sameTextOf } from '#core/model/same-text'

/** Filed articles and waiting drafts that this draft seems to repeat: same original, or same words. */
export async function duplicatesOf(archive: Archive, draft: Draft): Promise<Duplicate[]> {
  const found = new Map<string, Duplicate>()
  const note = (because: Duplicate['because'], hits: { of: 'article' | 'draft'; id: string; title: string }[]) => {
    for (const hit of hits) if (hit.id !== draft.id && !found.has(hit.id)) found.set(hit.id, { ...hit, because })
  }
  const release = draft.asReceived.find((file) => file.role === 'text')
  if (release) note('same-file', await archive.index.sameFile(release.digest.hex))
  const digest = sameTextOf(draft.text)
  if (digest) note('same-text', await archive.index.sameText(digest))
  return [...found.values()]
}
