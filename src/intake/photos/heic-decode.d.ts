declare module 'heic-decode' {
  interface Decoded {
    width: number
    height: number
    /** Four bytes a pixel: red, green, blue, opacity. */
    data: Uint8ClampedArray
  }
  /** The pictures of a file; nothing is decoded before it is asked for. */
  type Pictures = { width: number; height: number; decode(): Promise<Decoded> }[] & { dispose(): void }
  const decode: { all(from: { buffer: Uint8Array }): Promise<Pictures> }
  export default decode
}
