import type { Model } from '../../generator/model/model.ts'
import { analyzeText } from './analyze-text.ts'

/** A spec of so many tables and collections in one domain; each refers to the next, the last to the first. */
export function largeModel(tables: number, collections: number, fields: number = 4): Model {
  const lines = ['entities:']
  const columns = (label: string): string =>
    Array.from({ length: fields }, (_, index) => `${label}_${index}: string(40)`).join(', ')
  for (let at = 0; at < tables; at += 1) {
    const next = `Table${(at + 1) % tables}`
    lines.push(
      `  Table${at}: { use: [base_fields], postgres: { fields: { next: ref(${next})?, ${columns('column')} } } }`,
    )
  }
  for (let at = 0; at < collections; at += 1) {
    const next = `Paper${(at + 1) % collections}`
    lines.push(`  Paper${at}: { use: [base_fields], mongo: { fields: { next: ref(${next})?, ${columns('entry')} } } }`)
  }
  return modelOf(lines)
}

/** A spec in which so many tables refer to one. */
export function hubModel(referrers: number): Model {
  const lines = ['entities:', '  Hub: { use: [base_fields], postgres: { fields: { label: string(40) } } }']
  for (let at = 0; at < referrers; at += 1) {
    lines.push(`  Spoke${at}: { use: [base_fields], postgres: { fields: { hub: ref(Hub) } } }`)
  }
  return modelOf(lines)
}

function modelOf(lines: readonly string[]): Model {
  const { diagnostics, model } = analyzeText(lines.join('\n'))
  const error = diagnostics.find(({ severity }) => severity === 'error')
  if (model === undefined || error !== undefined) throw new Error(error?.message ?? 'no model')
  return model
}
