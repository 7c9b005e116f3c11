/** A list with the same numbers and room for twice as many as it must hold. */
export function longer(list: Int32Array, needed: number = list.length): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(Math.max(4_096, needed * 2))
  grown.set(list)
  return grown
}
