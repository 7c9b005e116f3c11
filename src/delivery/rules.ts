import catalogue from '#resources/delivery/catalogue.json'
import page from '#resources/delivery/page.json'
import pictures from '#resources/delivery/pictures.json'
import word from '#resources/delivery/word.json'

/** One paragraph style as the data file states it: points, millimetres, multiples of single spacing. */
export interface StyleRule {
  id: string
  name: string
  basedOn?: string
  next?: string
  size?: number
  bold?: boolean
  italic?: boolean
  align?: 'left' | 'center' | 'right' | 'both'
  firstLineMm?: number
  hangingMm?: number
  leftMm?: number
  rightMm?: number
  before?: number
  after?: number
  line?: number
  keepNext?: boolean
  keepLines?: boolean
  outline?: number
}

/** A column of the catalogue: where its value comes from, what stands above it, how it is shown. */
export interface ColumnRule {
  field: string
  title: string
  width: number
  kind: 'text' | 'code' | 'date' | 'number' | 'link'
  align?: 'left' | 'center' | 'right'
}

export type SheetName = 'articles' | 'photos' | 'people' | 'events'

/** Page, type and columns of all deliveries; offices and circulars differ, so all of it is data. */
export interface DeliveryRules {
  page: typeof page
  word: Omit<typeof word, 'styles'> & { styles: StyleRule[] }
  catalogue: Omit<typeof catalogue, 'sheets'> & {
    sheets: Record<SheetName, { printColumns: number; columns: ColumnRule[] }>
  }
  pictures: typeof pictures
}

/** The rules shipped with the program (`resources/delivery`), used where a context brings none. */
export const shippedRules: DeliveryRules = {
  page,
  word: word as DeliveryRules['word'],
  catalogue: catalogue as DeliveryRules['catalogue'],
  pictures,
}
