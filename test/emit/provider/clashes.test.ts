import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { describeProvider } from '../../../generator/emit/provider/describe/describe.ts'
import type { Model } from '../../../generator/model/model.ts'
import { analyzeText, errorsOf } from '../../support/analyze-text.ts'
import { Workshop } from '../package/generated-package.ts'

/** Entities called like what a scope has, and twice the same in camelCase; objects called like what a repository has. */
const spec = `entities:
  Transaction: { use: [base_fields], postgres: { fields: { then: string(20), to_string: string(20)? } } }
  Then: { use: [base_fields], postgres: { fields: { transaction: ref(Transaction) }, indexes: [[transaction]] } }
  ABTest: { use: [base_fields], postgres: { fields: { name: string(20) } } }
  AbTest: { use: [base_fields], postgres: { table: other_tests, fields: { name: string(20), other: ref(ABTest)? }, indexes: [[other]] } }
  ABTestUpdate: { use: [base_fields], mongo: { collection: ab_test_updates, fields: { at: timestamp } } }
  Letter:
    use: [base_fields, soft_delete_fields]
    postgres:
      fields: { read_s3_key: key(read)?, with_deleted_s3_key: key(with_deleted)?, scan_s3_key: key(scan)? }
    s3:
      objects:
        read: { bucket: photos, path: "read/{ref_id}/{object}", content_type: text/plain, max_size: 1kB }
        with_deleted: { bucket: photos, path: "with/{ref_id}/{object}", content_type: text/plain, max_size: 1kB }
        scan: { bucket: photos, path: "scan/{ref_id}/{object}", content_type: text/plain, max_size: 1kB }
`

const workshop = new Workshop()
afterAll(() => workshop.remove())

function clashing(): Model {
  const analysis = analyzeText(spec)
  const errors = errorsOf(analysis).filter(({ code }) => !code.startsWith('naming/'))
  if (analysis.model === undefined || errors.length > 0) throw new Error(errors.map((one) => one.message).join('\n'))
  return analysis.model
}

test('what is called like something else gives way to it, and no two are called alike', () => {
  const { entities } = describeProvider(clashing())
  const members = Object.fromEntries(Object.entries(entities).map(([member, { name }]) => [name, member]))
  expect(members).toMatchObject({
    Transaction: 'transaction_',
    Then: 'then_',
    ABTest: 'abTest',
    AbTest: 'abTest_',
    Letter: 'letter',
  })
  const handles = Object.values(entities.letter?.objects ?? {}).map(({ member }) => member)
  expect(handles).toEqual(['read_', 'withDeleted_', 'scan'])
})

test('references go by the names that the entities have in the end', () => {
  const { entities } = describeProvider(clashing())
  const referred = (member: string): readonly string[] =>
    (entities[member]?.table?.fields ?? []).flatMap(({ type, kept }) =>
      type.kind === 'ref' && kept === undefined ? [type.entity] : [],
    )
  expect(referred('then_')).toEqual(['transaction_'])
  expect(referred('abTest_')).toEqual(['abTest'])
  for (const { table } of Object.values(entities)) {
    for (const { entity } of Object.values(table?.relations ?? {})) expect(Object.keys(entities)).toContain(entity)
  }
})

test('its package passes the strict compiler', { timeout: 120_000, tags: ['full'] }, async () => {
  await workshop.writeWithClient(clashing(), 'clashes')
  expect(workshop.compile(join('clashes', 'provider-db'))).toBe('')
})
