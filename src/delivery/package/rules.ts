import type { ExcelForm } from '#core/model/forms'
import rules from '#resources/delivery/package.json'

/** How a transfer package is laid out. */
export type PackageRules = Omit<typeof rules, 'forms'> & { forms: { transfer: ExcelForm[]; dossier: ExcelForm[] } }

export const shippedPackageRules = rules as PackageRules
