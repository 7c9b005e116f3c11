import type { Archive } from '#archive/archive'
import type { Draft, Duplicate } from '#core/model/draft'
import { sameTextInput } from '#core/model/same-text'
import type { OperationContext } from '../context'

/** Filed articles and waiting drafts that this draft seems to repeat: same original, or same words. */
export async function duplicatesOf(context: OperationContext, archive: Archive, draft: Draft): Promise<Duplicate[]> {
  const found = new Map<string, Duplicate>()
  const note = (because: Duplicate['because'], hits: { of: 'article' | 'draft'; id: string; title: string }[]) => {
    for (const hit of hits) if (hit.id !== draft.id && !found.has(hit.id)) found.set(hit.id, { ...hit, because })
  }
  const release = draft.asReceived.find((file) => file.role === 'text')
  if (release) note('same-file', await archive.index.sameFile(release.digest.hex))
  const words = sameTextInput(draft.text)
  if (words) note('same-text', await archive.index.sameText(await context.platform.digests.sha256(words)))
  return [...found.values()]
}
