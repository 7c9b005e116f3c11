import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { useEffect } from 'react'
import type { ArticleEdit } from '#contract/articles'
import { useArticleEdit } from '../../../state/articleEdit'
import { Choice } from '../../../ui/Field'
import { useWords } from '../../../words/words'
import { documentOf, tagsOf, textOf } from './convert'
import { extensions, type TextBlock, textBlockNames } from './schema'
import './editor.css'

/** The editor of the article on the page, for what marks a name that was just tagged. */
export const openEditor: { current: Editor | null } = { current: null }

/** Lede and text, edited in place. What names a record stays marked and moves along with its words. */
export function BodyEditor({ edit }: { edit: ArticleEdit }) {
  const t = useWords()
  const editor = useEditor({
    extensions,
    injectCSS: false,
    content: documentOf(edit),
    editorProps: {
      attributes: {
        class: 'reading editing',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('item.edit.text'),
        'data-testid': 'editor',
        spellcheck: 'false',
      },
      // The schema takes no style anyhow; here the page's policy is spared the trouble of refusing each.
      transformPastedHTML: (html) => html.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*')/gi, ''),
    },
    onUpdate: ({ editor: now }) => useArticleEdit.getState().change((article) => withText(article, now)),
  })
  useEffect(() => {
    openEditor.current = editor
    return () => {
      openEditor.current = null
    }
  }, [editor])
  return (
    <>
      <Toolbar editor={editor} />
      <EditorContent editor={editor} />
    </>
  )
}

/** The article with the words of the editor, and each tag where its name now stands in them. */
function withText(article: ArticleEdit, editor: Editor): ArticleEdit {
  const { lede, body, spans } = textOf(editor.getJSON(), article.photos)
  const now = new Map(tagsOf(article).map(({ key, tag }) => [tag as object, spans.get(key) ?? []]))
  const placed = <T extends { spans: ArticleEdit['places'][number]['spans'] }>(tag: T): T => ({
    ...tag,
    spans: [...tag.spans.filter(({ part }) => part !== 'lede' && part !== 'body'), ...(now.get(tag) ?? [])],
  })
  return {
    ...article,
    lede,
    body,
    mentions: article.mentions.map(placed),
    organizations: article.organizations.map(placed),
    places: article.places.map(placed),
    documents: article.documents.map(placed),
  }
}

/** What kind of block the caret is in, and the way to make it another. */
function Toolbar({ editor }: { editor: Editor }) {
  const t = useWords()
  const current = useEditorState({
    editor,
    selector: ({ editor: now }) => textBlockNames.find((name) => now.isActive(name)) ?? null,
  })
  return (
    <div className="editor-tools">
      <Choice
        bare
        label={t('item.edit.block')}
        value={current ?? ''}
        options={[
          ...(current ? [] : [{ value: '', label: t('ui.review.lede') }]),
          ...textBlockNames.map((value) => ({ value, label: t(`item.block.${value}`) })),
        ]}
        onChoose={(value) =>
          current &&
          editor
            .chain()
            .focus()
            .setNode(value as TextBlock)
            .run()
        }
      />
      <p className="field-hint">{t('item.edit.hint')}</p>
    </div>
  )
}
