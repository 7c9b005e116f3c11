import type { AnyRecord, RecordKind, RecordOf } from '#core/model/records'

/**
 * Gathers what articles and dossiers say of each other while records go by, and tells at the end where they
 * disagree: a dossier names its items in order, each once, and each item names its dossier.
 */
export class Membership {
  private readonly named = new Map<string, string>()
  private readonly listed = new Map<string, string[]>()

  add(kind: RecordKind, id: string, record: AnyRecord): void {
    if (kind === 'article') {
      const { dossierId } = record as RecordOf<'article'>
      if (dossierId !== null) this.named.set(id, dossierId)
    } else if (kind === 'dossier') this.listed.set(id, (record as RecordOf<'dossier'>).items)
  }

  /** One line for each article and dossier that do not name each other. */
  disagreements(): string[] {
    const found: string[] = []
    const sound = new Set<string>()
    for (const [dossier, items] of this.listed) {
      for (const article of items) {
        const line = lineOf(article, dossier)
        if (this.named.get(article) === dossier && !sound.has(line)) sound.add(line)
        else found.push(line)
      }
    }
    for (const [article, dossier] of this.named) {
      const line = lineOf(article, dossier)
      if (this.listed.has(dossier) && !sound.has(line)) found.push(line)
    }
    return found
  }
}

const lineOf = (article: string, dossier: string): string => `article/${article} ↔ dossier/${dossier}`
