import iconv from 'iconv-lite'

/** Windows code pages by font character set (RTF 1.9.1, \fcharset). */
const CODE_PAGES: Record<number, string> = {
  0: '',
  1: '',
  163: 'windows-1258',
  204: 'windows-1251',
  238: 'windows-1250',
}

/** The font table of an RTF file: names, and the code pages their bytes are in. */
export class RtfFonts {
  private readonly fonts = new Map<number, { name: string; page: string; named: boolean }>()
  /** The code page of fonts that name none. */
  page = 'windows-1252'

  begin(number: number): void {
    if (!this.fonts.has(number)) this.fonts.set(number, { name: '', page: '', named: false })
  }

  charset(number: number, charset: number): void {
    const font = this.fonts.get(number)
    if (font) font.page = CODE_PAGES[charset] ?? ''
  }

  /** Names come in pieces and end with a semicolon; what follows are alternatives. */
  name(number: number, piece: string): void {
    const font = this.fonts.get(number)
    if (!font || font.named) return
    font.name += piece.split(';', 1)[0]
    font.named = piece.includes(';')
  }

  codePage(number: number): void {
    if (iconv.encodingExists(`cp${number}`)) this.page = `cp${number}`
  }

  nameOf(number: number): string | null {
    return this.fonts.get(number)?.name ?? null
  }

  /** @param legacy true where the font is an old Vietnamese one, whose letters sit on those of Windows-1252 */
  decode(bytes: number[], number: number, legacy: boolean): string {
    const page = legacy ? 'windows-1252' : this.fonts.get(number)?.page || this.page
    return iconv.decode(Buffer.from(bytes), page)
  }
}
