import { describe, expect, it } from 'vitest'
import { forms, namesOf } from '../../../src/renderer/features/review/forms'
import { draft } from '../../renderer-preview/fake/data'

describe('suggestions as they are typed', () => {
  it.each([
    ['people', draft.people],
    ['organizations', draft.organizations],
    ['documents', draft.documents],
    ['awards', draft.awards],
  ] as const)('come back the same when nothing is changed: %s', (kind, list) => {
    for (const { value } of list) {
      const form = forms[kind] as unknown as { toTyped(v: unknown): never; fromTyped(t: never, v: unknown): unknown }
      expect(form.fromTyped(form.toTyped(value), value)).toEqual(value)
    }
  })

  it('keep the last date that was one while another is being typed', () => {
    const event = draft.event?.value ?? forms.event.empty
    const typed = { ...forms.event.toTyped(event), from: '8/7/20' }
    expect(forms.event.fromTyped(typed, event).from).toBe(event.from)
    expect(forms.event.fromTyped({ ...typed, from: '' }, event).from).toBeNull()
    expect(forms.event.fromTyped({ ...typed, from: '9/7/2024' }, event).from).toBe('2024-07-09')
  })

  it('take one office a line, without empty ones', () => {
    const value = forms.people.fromTyped(
      { name: ' Lý Văn Chài ', offices: 'Tỉnh uỷ viên\n\n Bí thư ' },
      forms.people.empty,
    )
    expect(value).toEqual({ name: 'Lý Văn Chài', offices: ['Tỉnh uỷ viên', 'Bí thư'] })
  })

  it('read bylines set apart by semicolons or commas', () => {
    expect(namesOf('Thu Hà; Quốc Việt, ')).toEqual(['Thu Hà', 'Quốc Việt'])
  })
})
