import { compareVi } from '#core/text/collate'

/** Articles and photos by a name. */
export class Counted {
  private readonly counts = new Map<string, { name: string; articles: number; photos: number }>()

  /** @param key tells two of one name apart */
  add(key: string, name: string, photos: number): void {
    const known = this.counts.get(key) ?? { name, articles: 0, photos: 0 }
    this.counts.set(key, { name, articles: known.articles + 1, photos: known.photos + photos })
  }

  /** By name as text, or the most frequent first and then by name in Vietnamese order. */
  sorted(by: 'name' | 'count'): { name: string; articles: number; photos: number }[] {
    const all = [...this.counts.values()]
    if (by === 'name') return all.sort((a, b) => (a.name < b.name ? -1 : 1))
    return all.sort((a, b) => b.articles - a.articles || compareVi(a.name, b.name))
  }
}
