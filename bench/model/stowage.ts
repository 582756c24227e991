import type { Entity, Model } from './model.ts'
import type { WrittenFile } from './written-file.ts'

/** The project file, what all share, and so many domains: fifty files in all. */
const mostDomains = 48
/** A domain of fewer entities than this is nobody's: the smallest model has twelve files for that. */
const fewestEntities = 4

/**
 * The model as a spec of Stowage, in fifty files (twelve at 40 entities). A split entity has a document and an object beside
 * its row, which none of the peers can say.
 */
export function stowageFiles(model: Model): readonly WrittenFile[] {
  const domains = Math.min(mostDomains, Math.ceil(model.entities.length / fewestEntities))
  const from = (domain: number): number => Math.floor((domain * model.entities.length) / domains)
  return [
    { path: 'stowage.yaml', text: project },
    { path: 'base.yaml', text: base },
    ...Array.from({ length: domains }, (_, domain) => ({
      path: `domains/area-${String(domain + 1).padStart(2, '0')}.yaml`,
      text: domainText(model, domain, model.entities.slice(from(domain), from(domain + 1))),
    })),
  ]
}

const project = `stowage: 1
name: synthetic
about: A model that is measured, and means nothing.
include: [base.yaml, domains/*.yaml]
output: { root: generated, drawings: false }

stores:
  postgres: { version: 16, url: POSTGRES_URL }
  mongo: { version: 7, url: MONGO_URL }
  s3:
    region: S3_REGION
    buckets:
      files: { about: What is too large for a row., versioned: true, noncurrent_expire: 30d }

rules: { extends: recommended }
`

const base = `mixins:
  base_fields:
    role: base
    fields:
      id: { type: uuid, primary: true, default: uuid7 }
      ref_id: { type: ulid, public_id: true, default: ulid }
      created_on: { type: timestamp, default: now, immutable: true }
  mutable_fields:
    role: mutable
    fields:
      updated_on: { type: timestamp, default: now, on_update: now }
`

function domainText(model: Model, domain: number, entities: readonly Entity[]): string {
  // An enum stands where it is used first.
  const own = model.enums.filter(({ name }) => {
    const first = (Number(name.slice('Status'.length)) - 1) * 10
    return entities.some(({ number }) => number === first)
  })
  return [
    `domain: Area ${domain + 1}`,
    `about: What area ${domain + 1} works on.`,
    ...(own.length > 0 ? ['', 'enums:', ...own.map(({ name, values }) => `  ${name}: [${values.join(', ')}]`)] : []),
    '',
    'entities:',
    entities.map((entity) => entityText(model, entity)).join('\n\n'),
    '',
  ].join('\n')
}

function entityText(model: Model, { about, enumName, indexes, name, number, relations, split }: Entity): string {
  const referenceTo = (at: number): string => model.entities[relations[at]?.to ?? 0]?.name ?? ''
  return [
    `  ${name}:`,
    `    about: ${about}`,
    '    use: [base_fields, mutable_fields]',
    '    postgres:',
    '      fields:',
    '        name: string(200)',
    '        note: string(4000)?',
    `        status: { type: ${enumName}, default: draft }`,
    '        quantity: { type: int, default: 0 }',
    '        price: { type: "decimal(12,2)", default: 0 }',
    '        active: { type: boolean, default: true }',
    `        owner: ref(${referenceTo(0)})?`,
    `        parent: ref(${referenceTo(1)})?`,
    ...(split ? ['        body: part(mongo)?', '        file_s3_key: key(file)?'] : []),
    '      indexes:',
    ...indexes.map((columns) => `        - [${columns.map((column) => column.replace(/_id$/, '')).join(', ')}]`),
    ...(split
      ? [
          '    mongo:',
          `      collection: item${number + 1}_bodies`,
          '      fields:',
          '        words: json',
          '    s3:',
          '      objects:',
          `        file: { bucket: files, path: "items-${number + 1}/{ref_id}/{object}.pdf", content_type: application/pdf }`,
        ]
      : []),
  ].join('\n')
}
