import { z } from 'zod'

/**
 * A rectangle in a picture, in fractions of width and height of the picture as its own file says it is upright;
 * a turn made here later (`turned`) does not change it.
 */
export const Region = z.object({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().min(0).max(1),
  height: z.number().min(0).max(1),
})
export type Region = z.infer<typeof Region>
