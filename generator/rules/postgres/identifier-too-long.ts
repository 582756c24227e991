import { inPostgres } from '../../model/lookup.ts'
import type { PhysicalName } from '../../model/name.ts'
import { placeKey } from '../../source/source-file.ts'
import { postgresLimits } from '../../stores/postgres.ts'
import type { Rule, RuleReport } from '../rule.ts'

const limit = postgresLimits.identifierBytes

/** Derived names are shortened by the compiler; what the spec names is taken as it stands. */
export const identifierTooLong: Rule = {
  code: 'postgres/identifier-too-long',
  scope: 'entity',
  severity: 'error',
  preset: 'minimal',
  summary: 'no name that the spec gives to something in PostgreSQL is longer than 63 bytes',
  fixable: false,
  check(model, report) {
    const seen = new Set<string>()
    for (const { postgres } of inPostgres(model)) {
      checkName('table', postgres.table, seen, report)
      for (const { physical } of postgres.fields) checkName('column', physical, seen, report)
      for (const { name } of postgres.uniques) checkName('constraint', name, seen, report)
      for (const { name } of postgres.indexes) checkName('index', name, seen, report)
    }
  },
}

function checkName(noun: string, { text, source, span }: PhysicalName, seen: Set<string>, report: RuleReport): void {
  // Names are ASCII, so characters are bytes.
  if (source !== 'declared' || span === undefined || text.length <= limit) return
  const place = placeKey(span)
  if (seen.has(place)) return
  seen.add(place)
  report({
    message: `the name of this ${noun} has ${text.length} bytes; PostgreSQL cuts it after ${limit} without a word`,
    span,
    label: 'another name with the same beginning would be taken for this one',
    help: 'shorten it, or leave it out: derived names are shortened so that they stay distinct',
  })
}
