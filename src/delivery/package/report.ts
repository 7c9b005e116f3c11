import type { VerificationReport } from '#core/model/custody'
import type { BagVerdict } from '../bag/verify'

/** A verdict as it is kept: the worst findings first, as many as are worth keeping. */
export function reportOf(verdict: BagVerdict, at: string, most: number): VerificationReport {
  const { valid, complete, files, bytes } = verdict
  const sorted = [...verdict.findings].sort((a, b) => rank(a.severity) - rank(b.severity))
  return { at, valid, complete, files, bytes, findings: sorted.slice(0, most), more: Math.max(0, sorted.length - most) }
}

const rank = (severity: 'error' | 'warning') => (severity === 'error' ? 0 : 1)
