import { describe, expect, it } from 'vitest'
import { emptyFields, enteredOf, fieldsOf } from '../../../src/renderer/features/authority/record-forms'
import { office, organization, person } from '../authority/records'

const noKin = { parent: null, successors: [] }

describe('a record as a form', () => {
  it('is read back as it was', () => {
    const value = {
      kind: 'person' as const,
      fields: person('p', 'Lê Hạ', {
        spellings: ['L. Hạ', 'Lê Ha'],
        offices: [office('Bí thư', '2024')],
        note: 'a\nb',
      }),
    }
    expect(fieldsOf(value, enteredOf(value, noKin))).toEqual(value)
  })

  it('keeps parent and successors as chosen, and the dates seen of an office', () => {
    const value = { kind: 'organization' as const, fields: organization('o', 'Sở A') }
    const kin = { parent: { id: 'x', name: 'UBND', detail: '' }, successors: [{ id: 'y', name: 'Sở B', detail: '' }] }
    expect(fieldsOf(value, enteredOf(value, kin))?.fields).toMatchObject({ parentId: 'x', successors: ['y'] })
    const held = { kind: 'person' as const, fields: person('p', 'A', { offices: [office('Bí thư', '2024-01-02')] }) }
    const entered = enteredOf(held, noKin)
    const [row] = entered.offices
    const offices = [{ ...row!, from: '2020', organization: ' ' }]
    expect(fieldsOf(held, { ...entered, offices })?.fields).toMatchObject({
      offices: [{ office: 'Bí thư', organization: null, from: '2020', to: null, seen: ['2024-01-02'] }],
    })
  })

  it('gives nothing while a date cannot be read or the name is missing', () => {
    for (const kind of ['event', 'person', 'organization', 'place', 'document'] as const) {
      const value = emptyFields(kind)
      expect(fieldsOf(value, enteredOf(value, noKin))).toBeNull()
    }
    const value = emptyFields('event')
    const entered = enteredOf(value, noKin)
    const titled = { ...entered, texts: { ...entered.texts, title: 'Kỳ họp' } }
    expect(fieldsOf(value, titled)?.fields).toMatchObject({ title: 'Kỳ họp', place: null })
    expect(fieldsOf(value, { ...titled, dates: { ...titled.dates, from: undefined } })).toBeNull()
  })
})
