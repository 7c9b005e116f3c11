import type { TextSpan } from '../model/common'

/** A body or place as found so far: its fullest writing and where it stands. */
export interface Name {
  text: string
  key: string[]
  spans: TextSpan[]
  confidence: number
  why: string
}

/**
 * Names in order of first appearance, each once. Two are one where they are equal or one is the beginning of the
 * other ("Sở Y tế", "Sở Y tế tỉnh Tuyên Quang"). Adding costs the length of the name, however many there are.
 */
export class NameList {
  readonly names: Name[] = []
  private readonly whole = new Map<string, Name>()
  private readonly beginnings = new Map<string, Name>()

  /** Adds a name or joins it to the one it repeats; the fullest form stays. */
  add(name: Name): void {
    const same = this.find(name.key)
    if (!same) {
      this.names.push(name)
      this.enter(name)
      return
    }
    same.spans.push(...name.spans)
    const fuller = name.key.length > same.key.length
    const longer = name.key.length === same.key.length && name.text.length > same.text.length
    if (!fuller && !longer) return
    Object.assign(same, { text: name.text, key: name.key })
    this.enter(same)
  }

  private find(key: readonly string[]): Name | undefined {
    let prefix = ''
    for (const word of key) {
      prefix += `${word} `
      const shorter = this.whole.get(prefix)
      if (shorter) return shorter
    }
    return this.beginnings.get(prefix)
  }

  private enter(name: Name): void {
    let prefix = ''
    for (const word of name.key) {
      prefix += `${word} `
      if (!this.beginnings.has(prefix)) this.beginnings.set(prefix, name)
    }
    this.whole.set(prefix, name)
  }
}
