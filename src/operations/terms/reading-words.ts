import type { Archive } from '#archive/archive'
import { withTerms } from '#core/press/own-terms'
import { compileVocabulary, type Vocabulary } from '#core/press/vocabulary'
import type { Resources } from '#platform/ports'
import { loadVocabulary } from '../vocabulary'
import { termsOf } from './terms'

/** The words to read with: the shipped lists and, where an archive is open, those its office added. */
export class ReadingWords {
  private held: { archive: Archive | null; words: Promise<Vocabulary> } | null = null

  constructor(private readonly resources: Resources) {}

  /** Compiled once for an archive, until `forget`. */
  of(archive: Archive | null): Promise<Vocabulary> {
    if (this.held?.archive === archive) return this.held.words
    const words = this.compiled(archive)
    const held = { archive, words }
    this.held = held
    // One that failed is not kept: the next reading tries again.
    words.catch(() => {
      if (this.held === held) this.held = null
    })
    return words
  }

  forget(): void {
    this.held = null
  }

  private async compiled(archive: Archive | null): Promise<Vocabulary> {
    const shipped = await loadVocabulary(this.resources)
    return compileVocabulary(withTerms(shipped, archive ? await termsOf(archive) : []))
  }
}
