/** The folder, below the system's temporary one, of copies on their way to where they are dropped. */
export const draggedFolder = 'kho-tin-dragged'
