import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { PrismaPg } from '@prisma/adapter-pg'
import mongoose from 'mongoose'
import pg from 'pg'
import { objectKeys } from '../../runtime/src/keys/object-keys.ts'
import { type Db, type Row, repository } from '../../test/runtime/support/db.ts'
import { Records } from '../../test/runtime/support/records.ts'
import type { SeededTenant } from '../../test/runtime/support/seed.ts'
import type { World } from '../../test/runtime/support/world.ts'
import type { Pair } from './paired.ts'

export interface OpenPairs {
  readonly pairs: readonly Pair[]
  close(): Promise<void>
}

/** A little data of one tenant, and the bare libraries on the same servers. */
export async function openPairs(world: World): Promise<OpenPairs> {
  const tenant = await world.tenant()
  const provider = world.provider()
  const records = new Records(world.description, tenant)
  const { book, guide } = await provider.withTenant(tenant.refId, async (db) => {
    const input = await records.input(db, 'book')
    const guides = repository(db, 'styleGuide')
    return {
      book: await repository(db, 'book').create(input),
      // Without a secret: what that takes to be opened is no question of access.
      guide: await guides.create({ key: 'house', title: 'House style', body: 'Short words. '.repeat(100) }),
    }
  })
  // A scope that stays open for as long as is measured, as a request's does.
  const scope = Promise.withResolvers<void>()
  const opened = Promise.withResolvers<Db>()
  const during = provider.withTenant(tenant.refId, async (db) => {
    opened.resolve(db)
    await scope.promise
  })
  const db = await opened.promise
  const bareRow = openBareRow(world, tenant, book.refId)
  const bareDocument = await openBareDocument(world, tenant, guide.refId)
  const s3 = bareS3(world)
  return {
    pairs: [
      {
        title: 'a row by its public id, in a scope',
        goal: 1.25,
        times: 100,
        ours: () => repository(db, 'book').get(book.refId),
        bare: bareRow.find,
      },
      {
        title: 'a row by its public id, with its scope',
        goal: 1.25,
        times: 100,
        ours: () => provider.withTenant(tenant.refId, (own) => repository(own, 'book').get(book.refId)),
        bare: bareRow.find,
      },
      {
        title: 'a document by its public id',
        goal: 1.1,
        times: 100,
        ours: () => repository(db, 'styleGuide').get(guide.refId),
        bare: bareDocument.find,
      },
      keyPair(world, tenant, book),
      {
        title: 'a pre-signed GET',
        goal: 1.1,
        times: 100,
        ours: () => world.stores.objects.presignGet({ bucket: s3.bucket, key: 'a/b' }, { seconds: 900 }),
        bare: () =>
          getSignedUrl(s3.client, new GetObjectCommand({ Bucket: s3.bucket, Key: 'a/b' }), { expiresIn: 900 }),
      },
    ],
    close: async () => {
      scope.resolve()
      await during
      await bareRow.close()
      await bareDocument.close()
      s3.client.destroy()
    },
  }
}

/** What is used of Prisma's client here. */
interface Transaction {
  $queryRawUnsafe(text: string, ...values: readonly unknown[]): Promise<unknown>
  readonly book: { findFirst(args: object): Promise<Row | null> }
}

interface Client {
  $transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  $disconnect(): Promise<void>
}

/** The least that does the same by hand: a transaction, role and tenant, and the row that lives. */
function openBareRow(
  { parts, facts, description }: World,
  tenant: SeededTenant,
  refId: string,
): { find(): Promise<unknown>; close(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: facts.postgresUrl, max: 10 })
  const client = parts.prismaClient?.(new PrismaPg(pool)) as Client
  const role = description.tenancy?.roles.app
  return {
    find: () =>
      client.$transaction(async (transaction) => {
        await transaction.$queryRawUnsafe(
          `select set_config('app.tenant_id', $1, true), set_config('role', $2, true)`,
          tenant.id,
          role,
        )
        return await transaction.book.findFirst({ where: { refId, houseId: tenant.id, deletedOn: null } })
      }),
    close: async () => {
      await client.$disconnect()
      await pool.end()
    },
  }
}

/** Mongoose without documents of its own: the data layer gives plain objects too. */
async function openBareDocument(
  { parts, facts }: World,
  tenant: SeededTenant,
  refId: string,
): Promise<{ find(): Promise<unknown>; close(): Promise<void> }> {
  const connection = await mongoose.createConnection(facts.mongoUrl).asPromise()
  const models = (parts.models?.(connection) ?? {}) as Readonly<Record<string, mongoose.Model<object>>>
  const model = models.styleGuide
  if (model === undefined) throw new TypeError('the package has no model styleGuide')
  return {
    find: () => model.findOne({ refId, houseId: tenant.refId, deletedOn: null }).lean().exec(),
    close: () => connection.close(),
  }
}

function keyPair({ description }: World, { refId: house }: SeededTenant, { refId }: Row): Pair {
  const object = description.entities.manuscript?.objects.body
  if (object === undefined) throw new TypeError('the spec has no body of a manuscript')
  const keys = objectKeys(object, description.tenancy?.parameter)
  return {
    title: 'the key of an object',
    microseconds: 1,
    times: 100_000,
    ours: () => keys.build({ house, refId, version: 3, object: refId }),
  }
}

function bareS3({ facts: { s3 } }: World): { readonly client: S3Client; readonly bucket: string } {
  const { endpoint, region, credentials, buckets } = s3
  const client = new S3Client({
    endpoint,
    region,
    credentials: { ...credentials },
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  })
  return { client, bucket: buckets.texts ?? '' }
}
