/** Groups that hold no text of the document. */
export const SKIPPED = new Set(
  (
    'stylesheet colortbl info header headerl headerr headerf footer footerl footerr footerf pntext listtext ' +
    'themedata datastore xmlnstbl listtable listoverridetable revtbl rsidtbl generator latentstyles fldinst ' +
    'sn object objdata annotation atnid atnauthor nonshppict filetbl'
  ).split(' '),
)

/** Control words that are characters. */
export const CHARACTERS: Record<string, string> = {
  '~': ' ',
  _: '-',
  '-': '\u00ad',
  '{': '{',
  '}': '}',
  '\\': '\\',
  tab: ' ',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
}
