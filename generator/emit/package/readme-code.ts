import type { UsedStores } from './stores.ts'

/** The first lines of an application that uses the package. */
export function application(name: string, stores: UsedStores): readonly string[] {
  return [
    ...(stores.postgres ? ["import { PrismaPg } from '@prisma/adapter-pg'"] : []),
    ...(stores.mongo ? ["import mongoose from 'mongoose'"] : []),
    `import { newRefId } from '${name}'`,
    ...(stores.mongo ? [`import { models } from '${name}/mongoose'`] : []),
    ...(stores.postgres ? [`import { PrismaClient } from '${name}/prisma'`] : []),
    ...(stores.s3 ? [`import { bucketName, buckets } from '${name}/s3'`] : []),
    '',
    'const id = newRefId()',
    ...(stores.postgres
      ? ['const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: postgresUrl }) })']
      : []),
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
