import { type Extensions, Mark, mergeAttributes, Node } from '@tiptap/core'
import { UndoRedo } from '@tiptap/extensions'
import { thumbnail } from '../../../engine/pictures'

/** The kinds of block that are text, with the element each is shown and pasted as. */
const textBlocks = {
  paragraph: { tags: ['p', 'div'], className: 'reading-block' },
  heading: { tags: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], className: 'reading-heading' },
  listItem: { tags: ['li'], className: 'reading-block list-item' },
  quote: { tags: ['blockquote'], className: 'reading-quote' },
  tableRow: { tags: ['tr'], className: 'reading-block table-row' },
  footnote: { tags: [] as string[], className: 'reading-block footnote' },
} as const

export type TextBlock = keyof typeof textBlocks
export const textBlockNames = Object.keys(textBlocks) as TextBlock[]

/**
 * The closed schema of an article's text: a lede, then blocks of plain text and figures; the one mark is a name that
 * leads to a record. Whatever else is pasted leaves its words behind and nothing more.
 */
export const extensions: Extensions = [
  Node.create({ name: 'doc', topNode: true, content: 'lede block*' }),
  Node.create({ name: 'text', group: 'inline' }),
  ...textBlockNames.map((name) => textBlock(name)),
  Node.create({
    name: 'lede',
    content: 'text*',
    defining: true,
    parseHTML: () => [{ tag: 'p[data-lede]', priority: 100 }],
    renderHTML: () => ['p', { class: 'reading-lede', 'data-lede': '' }, 0],
  }),
  figure(),
  nameMark(),
  UndoRedo,
]

function textBlock(name: TextBlock): Node {
  const { tags, className } = textBlocks[name]
  return Node.create({
    name,
    group: 'block',
    content: 'text*',
    defining: name !== 'paragraph',
    parseHTML: () => [...tags.map((tag) => ({ tag })), { tag: `[data-block="${name}"]`, priority: 90 }],
    renderHTML: () => [tags[0] ?? 'p', { class: className, 'data-block': name }, 0],
    ...(name === 'listItem' && {
      addKeyboardShortcuts() {
        return {
          // The next item after one with words, out of the list after an empty one.
          Enter: ({ editor }) => {
            const { $from } = editor.state.selection
            if ($from.parent.type.name !== name) return false
            if ($from.parent.content.size === 0) return editor.commands.setNode('paragraph')
            return editor.chain().splitBlock().setNode(name).run()
          },
        }
      },
    }),
  })
}

/** A photo of the article where it stands in the text. Only its id is taken over from what is pasted. */
function figure(): Node {
  return Node.create({
    name: 'figure',
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => ({
      photoId: { default: null, parseHTML: (element) => element.getAttribute('data-photo') },
      text: { default: '', parseHTML: (element) => element.textContent ?? '' },
      /** Shown where the block has no words of its own; written with the photos below. */
      caption: { default: '' },
    }),
    parseHTML: () => [{ tag: 'figure[data-photo]' }],
    renderHTML({ node }) {
      const { photoId, text, caption } = node.attrs
      const attributes = mergeAttributes({ class: 'reading-figure edited', 'data-photo': photoId ?? '' })
      const words = ['figcaption', {}, String(text || caption)] as const
      return photoId
        ? ['figure', attributes, ['img', { src: thumbnail(String(photoId), 320), alt: '' }], words]
        : ['figure', attributes, words]
    },
  })
}

/** Words that name a record; `keys` says which, so that names over names stay apart (`convert.ts`). */
function nameMark(): Mark {
  return Mark.create({
    name: 'name',
    inclusive: false,
    addAttributes: () => ({ keys: { default: '', parseHTML: (element) => element.getAttribute('data-names') } }),
    parseHTML: () => [{ tag: 'span[data-names]' }],
    renderHTML: ({ mark }) => ['span', { class: 'name', 'data-names': String(mark.attrs.keys) }, 0],
  })
}
