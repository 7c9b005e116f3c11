import { z } from 'zod'
import { RecordBase } from './common'
import { ArticleTerms } from './views'

/** What a saved search asks for: everything but the page. */
export const SearchTerms = ArticleTerms
export type SearchTerms = z.infer<typeof SearchTerms>

/** A search kept under a name. */
export const SavedSearch = RecordBase.extend({ name: z.string().trim().min(1).max(200), query: SearchTerms })
export type SavedSearch = z.infer<typeof SavedSearch>
