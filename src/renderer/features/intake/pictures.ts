const picture = /\.(jpe?g|png|tiff?|webp)$/i

/** True where every file is a photo by its name: such a drop can join the draft under review. */
export const arePictures = (paths: string[]): boolean => paths.length > 0 && paths.every((path) => picture.test(path))
