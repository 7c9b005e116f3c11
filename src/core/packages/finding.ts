/** Everything that reading a package may find; the words stand in the locale files under `package.finding.<code>`. */
export const findingCodes = [
  'unsafe-path',
  'link',
  'no-file',
  'system-file',
  'same-name',
  'no-declaration',
  'declaration',
  'old-version',
  'encoding',
  'algorithm-unknown',
  'no-manifest',
  'manifest-line',
  'binary-mark',
  'relative',
  'not-payload',
  'listed-twice',
  'listed-twice-differing',
  'other-form',
  'fetch-line',
  'to-fetch',
  'missing',
  'unlisted',
  'altered',
  'payload-oxum',
  'not-well-formed',
  'object-id',
  'schema',
  'size',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** Looks up a message of `package.json`; a key without words comes back as it is. */
type FindingWords = (key: string, args?: Record<string, string>) => string

/**
 * A finding as people read it. One of another version of the program, or without what its words need, is still told:
 * a receipt comes from elsewhere.
 */
export function findingSentence(words: FindingWords, finding: { code: string; args: Record<string, string> }): string {
  const key = `package.finding.${finding.code}`
  const otherwise = () => words('package.finding.other', { code: finding.code })
  try {
    const said = words(key, finding.args)
    return said === key ? otherwise() : said
  } catch {
    return otherwise()
  }
}

/** The same with the file it is about in front. */
export const findingLine = (
  words: FindingWords,
  finding: { code: string; path: string; args: Record<string, string> },
): string => [finding.path, findingSentence(words, finding)].filter(Boolean).join(': ')
