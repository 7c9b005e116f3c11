/** What a picture is compared by: upright, grey, stretched to these measures, one byte a pixel. */
export const greyMeasures = { width: 144, height: 128 } as const

/** A part of a picture by its edges, in fractions of width and height: left, top, right, bottom. */
export type Part = readonly [left: number, top: number, right: number, bottom: number]

export const wholePart: Part = [0, 0, 1, 1]

/** A small grey picture whose parts can be brought to any measures, each point the mean of what it covers. */
export class Grey {
  /** Sums of all that is above and to the left, one line and one column more than the picture. */
  private readonly sums: Float64Array
  /** Standard deviation in grey levels. */
  readonly contrast: number

  /** @param bytes as `greyMeasures` says */
  constructor(bytes: Uint8Array) {
    const { width, height } = greyMeasures
    const across = width + 1
    this.sums = new Float64Array(across * (height + 1))
    let [sum, squares] = [0, 0]
    for (let y = 0; y < height; y++) {
      let line = 0
      for (let x = 0; x < width; x++) {
        const value = bytes[y * width + x]!
        line += value
        squares += value * value
        this.sums[(y + 1) * across + x + 1] = this.sums[y * across + x + 1]! + line
      }
      sum += line
    }
    const count = width * height
    this.contrast = Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2))
  }

  /** A part of it, `columns` × `rows` points. */
  part([left, top, right, bottom]: Part, columns: number, rows: number): Float64Array {
    const { width, height } = greyMeasures
    const [stepX, stepY] = [(width * (right - left)) / columns, (height * (bottom - top)) / rows]
    const across = columns + 1
    const corners = new Float64Array(across * (rows + 1))
    for (let row = 0; row <= rows; row++) {
      const y = Math.min(height, height * top + stepY * row)
      for (let column = 0; column <= columns; column++) {
        corners[row * across + column] = this.above(Math.min(width, width * left + stepX * column), y)
      }
    }
    const points = new Float64Array(columns * rows)
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const at = row * across + column
        const sum = corners[at + across + 1]! - corners[at + 1]! - corners[at + across]! + corners[at]!
        points[row * columns + column] = sum / (stepX * stepY)
      }
    }
    return points
  }

  /** The sum of all above and to the left of a point, which may lie within a pixel. */
  private above(x: number, y: number): number {
    const { width, height } = greyMeasures
    const [column, row] = [Math.min(width - 1, Math.floor(x)), Math.min(height - 1, Math.floor(y))]
    const [alongX, alongY] = [x - column, y - row]
    const at = row * (width + 1) + column
    const next = at + width + 1
    const { sums } = this
    return (
      (sums[at]! * (1 - alongX) + sums[at + 1]! * alongX) * (1 - alongY) +
      (sums[next]! * (1 - alongX) + sums[next + 1]! * alongX) * alongY
    )
  }
}
