/** Looks up a message of `history.json`; answers the key itself where there is none. */
type HistoryWords = (key: string, args: Record<string, string>) => string

// Lines of the journal outlive the operations that wrote them, so that any argument may be missing.
const missing = {
  title: '',
  name: '',
  code: '',
  serial: '',
  count: '0',
  sequence: '',
  other: '',
  kind: '',
  articles: '0',
  drafts: '0',
  records: '0',
}

/**
 * What a change did, as one sentence for people: from the words `history.<operation>` and its arguments.
 * An operation without words of its own is named as it is.
 */
export function historySentence(words: HistoryWords, operation: string, args: Record<string, string>): string {
  if (operation === 'history.undo' || operation === 'history.redo') {
    const { what = '', of = '', ...rest } = args
    return words(operation, { of, sentence: historySentence(words, what, rest) })
  }
  const key = `history.${operation}`
  const said = attempt(() => words(key, { ...missing, ...args, reason: args.reason || 'none' }))
  return said === null || said === key ? words('history.other', { operation }) : said
}

/** Null where the message wants an argument that an old line does not have. */
function attempt(say: () => string): string | null {
  try {
    return say()
  } catch {
    return null
  }
}
