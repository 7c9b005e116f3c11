import type { Editor } from '@tiptap/core'

const letter = /[\p{L}\p{M}\d]/u

/** Where a name stands in a text as whole words. */
export function placesOfName(name: string, text: string): number[] {
  const places: number[] = []
  for (let at = name ? text.indexOf(name) : -1; at >= 0; at = text.indexOf(name, at + name.length)) {
    if (!letter.test(text[at - 1] ?? ' ') && !letter.test(text[at + name.length] ?? ' ')) places.push(at)
  }
  return places
}

/** Marks a name that was just tagged wherever the text has it and nothing else is marked. */
export function markName(editor: Editor, key: string, name: string): void {
  const { state } = editor
  const mark = state.schema.marks.name
  if (!mark) return
  const { tr } = state
  let nth = 0
  state.doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    for (const at of placesOfName(name, node.textContent)) {
      const from = position + 1 + at
      const to = from + name.length
      if (state.doc.rangeHasMark(from, to, mark)) continue
      tr.addMark(from, to, mark.create({ keys: `${key}#t${nth}` }))
      nth += 1
    }
    return false
  })
  if (nth > 0) editor.view.dispatch(tr.setMeta('addToHistory', false))
}
