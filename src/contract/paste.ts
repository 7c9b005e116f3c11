import { z } from 'zod'
import { Id } from '#core/model/common'
import { query } from './operation'

/** A picture on the clipboard is one screen or one photo; more is no clipboard's business. */
const mostBytes = 100 * 1024 * 1024

export const pasteOperations = {
  /** Text as it was copied; `html` carries what it looked like. Errors: file-has-no-text. */
  'intake.paste': query(
    z.object({ text: z.string().max(5_000_000), html: z.string().max(20_000_000).nullable().default(null) }),
    z.object({ draftId: Id }),
  ),
  /** A picture copied without a file: joins the draft, or waits as a draft of its own. Errors: picture-unreadable. */
  'intake.pastePicture': query(
    z.object({
      bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= mostBytes),
      draftId: Id.nullable().default(null),
    }),
    // Where the archive holds the picture already: the draft or the article that has it.
    z.object({ draftId: Id.nullable(), articleId: Id.nullable() }),
  ),
} as const
