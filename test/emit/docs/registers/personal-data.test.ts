import { expect, test } from 'vitest'
import { personalDataPage } from '../../../../generator/emit/docs/registers/personal-data/personal-data-page.ts'
import { siteOf } from '../../../../generator/emit/docs/site.ts'
import type { Model } from '../../../../generator/model/model.ts'
import { soundModel } from '../../../support/analyze-folder.ts'
import { analyzeText } from '../../../support/analyze-text.ts'

function pageOf(model: Model | undefined): string {
  if (model === undefined) throw new Error('no model')
  return personalDataPage(siteOf(model))
}

/** The rows of the section with an anchor, without those of its heads. */
function rowsOf(page: string, anchor: string): readonly string[] {
  const [, rest = ''] = page.split(`<a id="${anchor}"></a>`)
  const [section = ''] = rest.split('<a id=')
  return section.split('\n').filter((line) => line.startsWith('| ['))
}

const page = pageOf(soundModel('test/cases/documented/spec'))

test('what is personal and cannot be deleted is told, with what stands in the way', () => {
  const rows = rowsOf(page, 'undeletable')
  expect(rows.map((row) => row.slice(0, row.indexOf(']')))).toEqual([
    '| [AccessLog',
    '| [Consent',
    '| [Consent',
    '| [Sample',
  ])
  expect(rows[0]).toContain('collection `access_logs` is append-only')
  expect(rows[2]).toContain('locks it for 10y (3,650 days), compliance mode')
})

test('each class has its own section, and a shape takes its classes to the field that holds it', () => {
  const personal = rowsOf(page, 'personal').join('\n')
  expect(personal).toContain('patients.relatives`](entities/patient.md#column-relatives): Whom to call. In the shape')
  expect(personal).toContain('[`street`](shapes.md#shape-address--street)')
  expect(personal).not.toContain('password_hash')
  expect(rowsOf(page, 'secret').join('\n')).toContain('analysts.password_hash')
  expect(rowsOf(page, 'internal').join('\n')).toContain('analysts.badge')
  expect(rowsOf(page, 'public').join('\n')).toContain('laboratories.licence_number')
})

test('how long it is kept is told of each store by itself', () => {
  const row = (entity: string): string =>
    rowsOf(page, 'personal').find((line) => line.startsWith(`| [${entity}]`)) ?? ''
  expect(row('AccessLog')).toContain('| for ever: append-only |')
  expect(row('Patient')).toContain('| until it is purged: deleting only marks it |')
  expect(row('Sample')).toContain('| until it is deleted by itself |')
})

test('what expires can go, append-only or not', () => {
  const { model } = analyzeText(`entities:
  Visit:
    use: [base_fields]
    mongo: { append_only: true, expire: 30d, fields: { address: { type: text, classify: pii } } }`)
  expect(pageOf(model)).toContain('| 30 days after `createdOn` |')
  expect(pageOf(model)).not.toContain('id="undeletable"')
})

test('objects of records that hold personal data are listed, those of others are not', () => {
  const objects = rowsOf(page, 'objects')
  expect(objects.map((row) => row.match(/#object-(\w+)/)?.[1])).toEqual(['paper', 'finding', 'image'])
  expect(objects[2]).toContain('It expires after 365 days. A version that was replaced or deleted stays for 30 days.')
})

test('shapes that hold shapes that hold shapes are told in good time', () => {
  const levels = 40
  const types = Array.from({ length: levels }, (_, at) => {
    const held = at === 0 ? '{ type: text, classify: pii }' : `Level${at - 1}`
    return `  Level${at}: { fields: { left: ${held}, right: ${held} } }`
  })
  const { model } = analyzeText(`types:\n${types.join('\n')}
entities: { Order: { use: [base_fields], postgres: { fields: { top: Level${levels - 1} } } } }`)
  expect(pageOf(model)).toContain('orders.top`](entities/order.md#column-top): In the shape')
})
