import { describe, expect, test } from 'vitest'
import { docsEmitter } from '../../../generator/emit/docs/index.ts'
import { inPostgres } from '../../../generator/model/lookup.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { sectionOf, textOf } from './sections.ts'

const model = soundModel('spec')
const pages = [...docsEmitter.emit(model)]

test('both directions of a relation are told: where the record is, and where it is referred to', () => {
  let told = 0
  for (const { name, postgres } of inPostgres(model)) {
    for (const { physical, relation, type } of postgres.fields) {
      if (type.kind !== 'ref' || type.mode !== 'foreign_key' || relation?.inverse === undefined) continue
      const here = sectionOf(pages, name, 'relations')
      expect(here.split('### What refers to it')[0]).toMatch(
        new RegExp(`^\\| \\[${type.entity}\\]\\(.*\`${physical.text}\``, 'm'),
      )
      const there = sectionOf(pages, type.entity, 'relations').split('### What refers to it')[1]
      expect(there, `${name}.${physical.text}`).toMatch(
        new RegExp(`^\\| \\[${name}\\]\\([a-z0-9-]+\\.md\\) \\| .*\\[\`${physical.text}\`\\]`, 'm'),
      )
      told += 1
    }
  }
  expect(told).toBeGreaterThan(20)
})

test('what nearly every table has is counted, not listed', () => {
  const relations = sectionOf(pages, 'Tenant', 'relations')
  expect(relations).toMatch(/By fields that nearly every record has: .*`tenant_id` of \d+ tables/)
  expect(relations.split('\n').length).toBeLessThan(30)
})

describe('a split entity', () => {
  test('has all its stores in one table, with the reason of each', () => {
    const where = sectionOf(pages, 'Strategy', 'where')
    expect(where).toMatch(/PostgreSQL.*`strategies`.*The record of truth: .*approval and replacement/)
    expect(where).toMatch(/MongoDB.*`strategies_content`.*chapters differ/)
    expect(where).toMatch(/S3.*`narrative`.*`content`.*a document of two to ten thousand words/)
  })

  test('is told with what leads from part to part', () => {
    const stores = sectionOf(pages, 'Strategy', 'stores')
    expect(stores).toMatch(/`strategies`.*`content_ref`.*`_id`.*`strategies_content`/)
    expect(stores).toMatch(/`strategies_content`.*`s3Key`.*key.*`narrative`/)
  })

  test('a document that is a part of a row has the id of the row, not one of its own', () => {
    for (const name of ['ToolCall', 'Strategy', 'OnboardingRun']) {
      const line = sectionOf(pages, name, 'collection').match(/^.*`refId` \|.*$/m)?.[0]
      expect(line).not.toContain('new ULID')
      expect(line).toContain('Always that of its row in [')
    }
    expect(sectionOf(pages, 'Skill', 'collection')).toMatch(/^.*`refId` \|.*new ULID/m)
  })
})

describe('what guards a record, and how long it is kept', () => {
  test('a reason follows what it is the reason of', () => {
    expect(sectionOf(pages, 'Plan', 'guards')).toContain(
      '- Tenant: none; the records belong to no tenant: One price list for all customers.\n',
    )
  })

  test('a look-up before the tenant is known names its function', () => {
    expect(sectionOf(pages, 'User', 'guards')).toContain(
      'Looked up before the tenant is known, for ids only: by [`email`](#column-email) (function `find_users_by_email`).',
    )
  })

  test('locks, expiries and partitions are told', () => {
    expect(sectionOf(pages, 'Contract', 'retention')).toContain('nobody can remove an object for 7y (2,555 days)')
    expect(sectionOf(pages, 'ToolCall', 'retention')).toContain('MongoDB removes a document 90 days after `createdOn`')
    expect(sectionOf(pages, 'LlmCall', 'retention')).toContain('a partition for each month of `created_on`')
    expect(sectionOf(pages, 'Strategy', 'retention')).toContain('the view `live_strategies`')
  })

  test('what is classified is named among the guards', () => {
    expect(sectionOf(pages, 'Session', 'guards')).toMatch(
      /^- (?:\[Personal data\]\(.*\)|Personal data) in PostgreSQL: \[`ip_address`\]/m,
    )
    expect(sectionOf(pages, 'Session', 'guards')).toContain(
      '- Secret in PostgreSQL: [`token_hash`](#column-token-hash).',
    )
  })

  test('what is classified says so in a column of its own, and no other table has that column', () => {
    expect(sectionOf(pages, 'User', 'table')).toMatch(/^\| Column .*\| Classified \|$/m)
    expect(sectionOf(pages, 'User', 'table')).toMatch(/`email` \|.*\| personal data \|$/m)
    expect(sectionOf(pages, 'Goal', 'table')).not.toContain('| Classified |')
  })
})

test('a search is told with the tenant that it begins with', () => {
  expect(sectionOf(pages, 'Skill', 'collection')).toContain(
    '| `by_text` | `tenantId`, `name` × 10, `summary` × 5, `content` × 1 | Full-text search, with the weight of each field; of no language, so that a word is found as it is written. |',
  )
})

test('nothing is promised that there is not', () => {
  expect(pages.map(({ text }) => text).join('\n')).not.toContain('consistency check')
})

test('a unique of documents says that those without a value do not collide', () => {
  const library = [...docsEmitter.emit(soundModel('test/emit/conformance/library'))]
  const section = sectionOf(library, 'Wish', 'collection')
  expect(section).toContain('agree in `isbn`, where `isbn` is filled.')
  expect(section).toMatch(/agree in `title`\./)
})

test('buckets that stand in the path of an address are told', () => {
  const lead = (folder: string): string =>
    [...docsEmitter.emit(soundModel(folder))].find(({ path }) => path === 'docs/s3.md')?.text.slice(0, 400) ?? ''
  expect(lead('test/cases/clinic/spec')).toContain('in the path of an address')
  expect(lead('spec')).not.toContain('in the path of an address')
})

test('an entity that leads nowhere has no empty section', () => {
  expect(textOf(pages, 'Plan')).not.toMatch(/What it refers to\n\n#/)
})
