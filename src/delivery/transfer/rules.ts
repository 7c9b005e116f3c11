import sip from '#resources/delivery/sip.json'

/** A field of a record as the circular lists it; `field` is the one of our records that it comes from. */
export interface FieldRule {
  name: string
  max: number
  need: 'required' | 'optional' | 'conditional'
  field: string
}

/** What Thông tư 05/2025/TT-BNV says of packages and their records, all of it data. */
export type SipRules = Omit<typeof sip, 'dossier' | 'document' | 'picture'> & {
  dossier: FieldRule[]
  document: FieldRule[]
  picture: FieldRule[]
}

export const shippedSipRules = sip as SipRules
