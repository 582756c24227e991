import { type Analysis, analyze } from '../../generator/analyze.ts'
import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'

const project = `stowage: 1
name: bakery
stores:
  postgres: { version: 16, url: POSTGRES_URL }
  mongo: { version: 7, url: MONGO_URL }
  s3: { region: S3_REGION, buckets: { photos: { versioned: true } } }
tenancy: { entity: Bakery, field: bakery, user: Baker, prefix: "bakeries/{bakery}/" }
rules: { extends: minimal }
`

/** The same project, with the rules that are on where nobody chooses. */
export const recommendedProject: string = project.replace('extends: minimal', 'extends: recommended')

const base = `domain: Staff
mixins:
  base_fields:
    role: base
    fields:
      id: { type: uuid, primary: true, default: uuid7 }
      ref_id: { type: ulid, public_id: true, default: ulid }
      created_on: { type: timestamp, default: now, immutable: true }
      created_by: ref(Baker)?
  soft_delete_fields:
    role: soft_delete
    fields: { deleted_on: timestamp?, deleted_by: ref(Baker)? }
entities:
  Bakery: { use: [base_fields], tenancy: { mode: self, why: it is the tenant }, postgres: { fields: { name: string(120) } } }
  Baker: { use: [base_fields], postgres: { fields: { name: string(120) } } }
`

/** Analyses one domain file beside a small project with a tenant, a user and all three stores. */
export function analyzeText(text: string, projectText: string = project, folder = ''): Analysis {
  return analyze([
    { path: `${folder}stowage.yaml`, text: projectText },
    { path: `${folder}base.yaml`, text: base },
    { path: `${folder}orders.yaml`, text: `domain: Orders\n${text}` },
  ])
}

/** The text under a diagnostic's carets. */
export function underCarets(diagnostic: Diagnostic | undefined): string | undefined {
  const span = diagnostic?.span
  return span?.file.text.slice(span.start, span.end)
}

export function errorsOf(analysis: Analysis): readonly Diagnostic[] {
  return analysis.diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
}
