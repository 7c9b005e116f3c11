import { digestOf } from '#archive/catalogue'
import { versionOfDigest } from '#core/corrections/marks'
import type { OperationContext } from '../context'

/** The digest of a record as the marks of a workbook carry it. */
export const versionOf =
  ({ platform }: OperationContext) =>
  async (record: object): Promise<string> =>
    versionOfDigest(await digestOf(record, platform.digests))
