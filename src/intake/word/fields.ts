import type { Warnings } from '../warnings'

/** Watches field codes (ECMA-376 Part 1, 17.16): results stay as text, codes are never run. */
export class Fields {
  private pending = ''
  private readonly warnings: Warnings

  constructor(warnings: Warnings) {
    this.warnings = warnings
  }

  /** A piece of code; Word may cut it anywhere. */
  code(piece: string): void {
    this.pending += piece
  }

  /** `begin`, `separate` or `end` of a field. */
  mark(_type: string): void {
    this.judge(this.pending)
    this.pending = ''
  }

  /** Says so where a code would start a program or fetch something. */
  judge(code: string): void {
    const active = /^\s*(DDE(?:AUTO)?|INCLUDETEXT|MACROBUTTON)\b/i.exec(code)?.[1]
    if (active) this.warnings.add('word-active-field', { field: active.toUpperCase() })
    if (/^\s*INCLUDEPICTURE\b[^a-z]*(https?:|\\\\\\\\|file:)/i.test(code)) this.warnings.add('remote-left-out')
  }
}
