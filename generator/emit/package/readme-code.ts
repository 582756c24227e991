import type { Model } from '../../model/model.ts'
import { entityMember } from '../typescript/data-members.ts'
import type { UsedStores } from './stores.ts'

/** The first lines of an application that uses the package. */
export function application(model: Model, stores: UsedStores): readonly string[] {
  const { package: name } = model.project.output
  return stores.postgres ? dataLayer(name, model, stores) : pieces(name, stores)
}

function dataLayer(name: string, model: Model, stores: UsedStores): readonly string[] {
  const { tenancy } = model.project
  const tables = model.entities.filter(({ root }) => root === 'postgres')
  const shown = tables.find((entity) => entity.tenancy.mode !== 'self') ?? tables[0]
  const member = shown && entityMember(model, shown.name)
  const options = [
    'postgresUrl',
    ...(stores.mongo ? ['mongoUrl'] : []),
    ...(stores.s3 ? ['s3: { endpoint, region }'] : []),
  ]
  const work = member === undefined ? [] : [tenancy === undefined ? opened(member) : inTenant(member)]
  return [
    `import { createProvider } from '${name}'`,
    '',
    '// What is not given is read from the environment.',
    `const provider = createProvider({ ${options.join(', ')} })`,
    '',
    ...work,
    'await provider.close()',
  ]
}

function opened(member: string): string {
  return `const latest = await provider.open((db) => db.${member}.page({ take: 20 }))`
}

function inTenant(member: string): string {
  return `const latest = await provider.withTenant(tenant, (db) => db.${member}.page({ take: 20 }))`
}

/** Of a spec without tables. */
function pieces(name: string, stores: UsedStores): readonly string[] {
  return [
    ...(stores.mongo ? ["import mongoose from 'mongoose'"] : []),
    `import { newRefId } from '${name}'`,
    ...(stores.mongo ? [`import { models } from '${name}/mongoose'`] : []),
    ...(stores.s3 ? [`import { bucketName, buckets } from '${name}/s3'`] : []),
    '',
    'const id = newRefId()',
    ...(stores.mongo ? ['const db = models(mongoose.createConnection(mongoUrl))'] : []),
    ...(stores.s3 ? ['const names = Object.values(buckets).map((bucket) => bucketName(bucket))'] : []),
  ]
}

/** What brings servers to what the package expects of them; nothing where it has no store. */
export function deployment(name: string, { postgres, mongo, s3 }: UsedStores): readonly string[] {
  const reports = [
    ...(postgres ? ['await applySchema(postgres)'] : []),
    ...(mongo ? ['await applyCollections(connection)'] : []),
    ...(s3 ? ['await applyBuckets(new S3Client({ endpoint, region }))'] : []),
  ]
  if (reports.length === 0) return []
  return [
    ...(s3 ? ["import { S3Client } from '@aws-sdk/client-s3'"] : []),
    ...(mongo ? ["import mongoose from 'mongoose'"] : []),
    ...(postgres ? ["import pg from 'pg'"] : []),
    ...(mongo ? [`import { applyCollections } from '${name}/mongoose'`] : []),
    ...(postgres ? [`import { applySchema } from '${name}/postgres'`] : []),
    ...(s3 ? [`import { applyBuckets } from '${name}/s3'`] : []),
    '',
    ...(postgres
      ? ['const postgres = new pg.Client({ connectionString: postgresUrl })', 'await postgres.connect()']
      : []),
    ...(mongo ? ['const connection = mongoose.createConnection(mongoUrl)'] : []),
    'const reports = [',
    ...reports.map((line) => `  ${line},`),
    ']',
    'for (const { steps, differences } of reports) console.log(steps, differences)',
  ]
}
