import { describe, expect, test } from 'vitest'
import { describeProvider } from '../../../generator/emit/provider/describe/describe.ts'
import { documentRepository } from '../../../runtime/src/documents/repository.ts'
import { Forbidden } from '../../../runtime/src/errors/errors.ts'
import type { Context } from '../../../runtime/src/scoped/context.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import { splitRepository } from '../../../runtime/src/split/repository.ts'
import { analyzeText } from '../../support/analyze-text.ts'
import { handle, type Repository } from '../support/db.ts'

/** Recipes with a picture and no row: one that the spec lets change and be hidden, and one that is only added to. */
function recipe(name: string, use: string, settings: string): string {
  const collection = name.toLowerCase()
  return `  ${name}:
    use: [${use}]
    mongo:
      collection: ${collection}
      ${settings}
      fields: { title: string(40), picture_s3_key: key(picture)? }
    s3:
      objects:
        picture:
          bucket: photos
          path: ${collection}/{ref_id}/{object}.png
          content_type: image/png
          max_size: 1kB
`
}

const { model } = analyzeText(`entities:
${recipe('Changing', 'base_fields, soft_delete_fields', 'why: it changes')}${recipe('Fixed', 'base_fields', 'append_only: true')}`)
if (model === undefined) throw new Error('the spec has no model')
const description = describeProvider(model)

/** Nothing of a store is touched by what is refused. */
const untouched = new Proxy({}, { get: (_, name) => (name === 'description' ? description : fail(name)) })

function fail(name: string | symbol): never {
  throw new Error(`${String(name)} was asked for`)
}

const context = {
  stores: untouched,
  scope: { kind: 'system', reason: 'a look' },
  observer: silent,
  secrets: {},
  model: () => Promise.reject(new Error('a model was asked for')),
} as unknown as Context

const refId = '01JZ0000000000000000000000'

describe.each(['changing', 'fixed'])('a record of a document with bytes and no row (%s)', (member) => {
  const root = documentRepository(context, member)
  const repository = splitRepository(context, member, root) as Repository
  const picture = handle({ [member]: repository } as never, member, 'picture')

  test.each<readonly [string, () => Promise<unknown>]>([
    ['update', () => repository.update(refId, { title: 'Other' })],
    ['update with a key', () => repository.update(refId, { title: 'Other' }, { revision: 0, idempotencyKey: 'k' })],
    ['updateMany', () => repository.updateMany({ where: {}, data: { title: 'Other' } })],
    ['delete', () => repository.delete(refId)],
    ['deleteMany', () => repository.deleteMany({ where: {} })],
    ['restore', () => repository.restore(refId)],
    ['purge', () => repository.purge(refId)],
    ['attach', () => picture.attach(refId, { key: 'stowage-staging/x' })],
  ])('is never changed: %s', async (_, change) => {
    const error = await change().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Forbidden)
    expect(error).toMatchObject({ advice: expect.stringContaining('row in PostgreSQL'), facts: { entity: member } })
  })

  test('takes no upload', async () => {
    await expect(picture.uploadUrl(refId, { size: 1 })).rejects.toThrow(Forbidden)
  })

  test('has no input for changes', async () => {
    const result = await root.schema.update['~standard'].validate({ title: 'Other' })
    expect(result.issues).toMatchObject([{ message: 'is never changed once it is written' }])
  })
})
