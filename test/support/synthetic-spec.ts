import { stringify } from 'yaml'
import type { SourceFile } from '../../generator/source/source-file.ts'

/** How many entities a domain has. */
const domainSize = 20

const project = {
  stowage: 1,
  name: 'synthetic-works',
  about: 'A spec that is large and otherwise like any other.',
  include: ['domains/*.yaml'],
  output: { root: 'generated', drawings: true },
  stores: {
    postgres: { version: 16, url: 'POSTGRES_URL' },
    mongo: { version: 7, url: 'MONGO_URL' },
    s3: { region: 'S3_REGION', buckets: { files: { about: 'What is large.', versioned: true } } },
  },
  tenancy: { entity: 'Site', field: 'site', user: 'Worker', prefix: 'sites/{site}/' },
  rules: { extends: 'minimal' },
}

const base = {
  domain: 'Staff',
  about: 'Sites and those who work there.',
  mixins: {
    base_fields: {
      role: 'base',
      fields: {
        id: { type: 'uuid', primary: true, default: 'uuid7' },
        ref_id: { type: 'ulid', public_id: true, default: 'ulid' },
        created_on: { type: 'timestamp', default: 'now', immutable: true },
        created_by: 'ref(Worker)?',
      },
    },
  },
  entities: {
    Site: {
      about: 'A site; nobody sees into another.',
      use: ['base_fields'],
      tenancy: { mode: 'self', why: 'it is the tenant' },
      postgres: { fields: { name: 'string(120)' } },
    },
    Worker: {
      about: 'Someone who works at a site.',
      use: ['base_fields'],
      postgres: { fields: { name: { type: 'string(120)', classify: 'pii' } } },
    },
  },
}

/**
 * A project of so many entities, in domains of twenty, over three stores: of each ten, six in PostgreSQL (one of them with a
 * life cycle), two in MongoDB, one split over both and one with an object in S3. Each refers to two others of its domain, and
 * one in five to an entity of another domain too, as grown systems do.
 */
export function syntheticSpec(entities: number): readonly SourceFile[] {
  const own = Math.max(0, entities - Object.keys(base.entities).length)
  const domains = Math.ceil(own / domainSize)
  const files = Array.from({ length: domains }, (_, domain) => {
    const size = Math.min(domainSize, own - domain * domainSize)
    const numbers = Array.from({ length: size }, (_unused, at) => domain * domainSize + at)
    return {
      path: `domains/area-${domain + 1}.yaml`,
      text: stringify(
        {
          domain: `Area ${domain + 1}`,
          about: `Work of area ${domain + 1}.`,
          enums: { [`State${domain + 1}`]: { about: 'Where it stands.', values: ['open', 'running', 'closed'] } },
          entities: Object.fromEntries(numbers.map((number) => [nameOf(number), entityOf(number, domain, size)])),
        },
        { aliasDuplicateObjects: false },
      ),
    }
  })
  return [
    { path: 'stowage.yaml', text: stringify(project) },
    { path: 'domains/base.yaml', text: stringify(base) },
    ...files,
  ]
}

function nameOf(number: number): string {
  return `Item${number + 1}`
}

function entityOf(number: number, domain: number, size: number): object {
  const first = domain * domainSize
  const within = (step: number): string => nameOf(first + ((number - first + step) % size))
  const kind = number % 10
  const plain = {
    title: { type: 'string(200)', about: 'What it is called.' },
    amount: { type: 'int', default: 0, min: 0 },
    note: 'text?',
    due_on: 'timestamp?',
  }
  const references = {
    next: `ref(${within(1)})?`,
    other: `ref(${within(7)})?`,
    ...(number % 5 === 0 && first > 0 ? { elsewhere: `ref(${nameOf(first - 1 - (number % domainSize))})?` } : {}),
  }
  const state = `State${domain + 1}`
  const lifecycle = { field: 'state', start: 'open', allow: { open: ['running', 'closed'], running: ['closed'] } }
  const object = { content_type: 'application/pdf', bucket: 'files', path: `items-${number}/{ref_id}/{object}.pdf` }
  const about = `Item ${number + 1}, which area ${domain + 1} works on.`
  const shared = { about, use: ['base_fields'] }
  const fields = { ...plain, ...references }
  switch (kind) {
    case 0:
      return { ...shared, postgres: { fields: { ...fields, state: { type: state, default: 'open' } }, lifecycle } }
    case 3:
    case 6:
      return { ...shared, mongo: { fields } }
    case 8:
      return {
        ...shared,
        postgres: { fields: { ...fields, body: 'part(mongo)?' } },
        mongo: { fields: { words: 'json' } },
      }
    case 9:
      return {
        ...shared,
        postgres: { fields: { ...fields, file_key: 'key(file)?' } },
        s3: { objects: { file: object } },
      }
    default:
      return { ...shared, postgres: { fields } }
  }
}
