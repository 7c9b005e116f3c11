import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take longest, longest first: one of them begun last would run on alone. */
const long = [
  'unit/core/pictures/recall',
  'faults/kill',
  'faults/every-step',
  'property/press',
  'unit/operations/deliveries/pictures',
  'unit/operations/photos/alike',
  'faults/hostile-pictures',
  'faults/package',
  'e2e/looks',
  'e2e/authority',
  'e2e/custody',
  'e2e/two-openers',
  'e2e/templates',
  'e2e/handover',
  'e2e/packaged',
  'e2e/settings',
  'e2e/intake',
  'e2e/accessibility',
]

const place = ({ moduleId }: TestSpecification): number => {
  const at = long.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`))
  return at < 0 ? long.length : at
}

/** The order of the files of a run. Vitest knows how long each took only where it has run before. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => place(one) - place(other))
  }
}
