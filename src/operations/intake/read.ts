import { toContract } from '#core/press/contract'
import { readPress } from '#core/press/read'
import type { Handler } from '../runner'
import { readRelease } from './take-release'

/** Reads one file as `kho read` prints it; the file is only looked at. */
export const readFile: Handler<'intake.read'> = async (context, { path }, work) => {
  const read = await readRelease(context, path, work.signal)
  return toContract(readPress(read.source, await context.vocabulary()), path)
}
