import { describe, expect, test } from 'vitest'
import { analyze } from '../../generator/analyze.ts'
import { applyFixes } from '../../generator/diagnostic/apply-fixes.ts'
import { analyzeText, underCarets } from '../support/analyze-text.ts'

const project = `stowage: 1
name: bakery
stores: { postgres: { version: 16, url: POSTGRES_URL }, mongo: { version: 7, url: MONGO_URL } }
tenancy: { entity: Bakery, field: bakery, user: Baker }
`

/** What the rules say of the fields of one entity: its name and the name that the fix would give, or why there is none. */
function proposals(fields: string, more = ''): readonly (readonly [string | undefined, string])[] {
  const { diagnostics } = analyzeText(
    `entities:\n  Order:\n    use: [base_fields]\n    postgres:\n      fields: ${fields}\n${more}`,
    `${project}rules: { levels: { postgres/foreign-key-unindexed: off } }\n`,
  )
  return diagnostics.map((diagnostic) => {
    const texts = new Set(diagnostic.fixes?.flatMap(({ edits }) => edits.map(({ text }) => text)))
    return [underCarets(diagnostic), texts.size === 0 ? (diagnostic.help ?? '') : [...texts].join(' ')]
  })
}

describe('the proposed name', () => {
  test.each([
    ['completed_at', 'completed_on'],
    ['start_date', 'start_on'],
    ['read_timestamp', 'read_on'],
    ['expires', 'expires_on'],
    ['at', 'at_on'],
    ['on', undefined],
    ['paid_on', undefined],
  ])('of the timestamp %s is %s', (from, to) => {
    expect(proposals(`{ ${from}: timestamp? }`)).toEqual(to === undefined ? [] : [[from, to]])
  })

  test.each([
    ['reviewer', 'reviewed_by'],
    ['author', 'authored_by'],
    ['sender', 'sent_by'],
    ['reviewed_by_id', 'reviewed_by'],
    ['approved_by_user', 'approved_by'],
    ['assignee', 'assignee_by'],
    ['user', 'user_by'],
    ['sold_by', undefined],
  ])('of the reference %s to a user is %s', (from, to) => {
    expect(proposals(`{ ${from}: ref(Baker)? }`)).toEqual(to === undefined ? [] : [[from, to]])
  })

  test.each([
    ['campaign_id', 'external_campaign_id'],
    ['campaign_external_id', 'external_campaign_id'],
    ['ext_campaign_id', 'external_campaign_id'],
    ['external_id', undefined],
  ])('of the outside identifier %s is %s', (from, to) => {
    expect(proposals(`{ ${from}: external_id? }`)).toEqual(to === undefined ? [] : [[from, to]])
  })

  test('mends case and role at once, so that one run is enough', () => {
    expect(proposals('{ readyAt: timestamp? }')).toEqual([
      ['readyAt', 'ready_on'],
      ['readyAt', 'ready_on'],
    ])
  })

  test('is not reported for its role where only the case is wrong', () => {
    expect(proposals('{ readyOn: timestamp? }')).toEqual([['readyOn', 'ready_on']])
  })
})

describe('a rename that would meet another name', () => {
  test('is left to a person', () => {
    expect(proposals('{ ready_at: timestamp?, ready_on: timestamp? }')).toEqual([
      ['ready_at', '`ready_on` would follow the convention but is taken: choose another name'],
    ])
  })

  test('is left to a person where both names are wrong', () => {
    const help = '`ready_on` would follow the convention but is taken: choose another name'
    expect(proposals('{ ready_at: timestamp?, ready_date: timestamp? }')).toEqual([
      ['ready_at', help],
      ['ready_date', help],
    ])
  })

  test('looks at every part that carries a field of a mixin', () => {
    const mixin = 'mixins: { timed: { fields: { ready_at: timestamp? } } }\n'
    const entity = (fields: string): string =>
      `entities:\n  Order: { use: [base_fields, timed], postgres: { fields: ${fields} } }\n  Cake: { use: [base_fields, timed], postgres: { fields: { size: int } } }\n`
    const fixesOf = (fields: string): number | undefined =>
      analyzeText(mixin + entity(fields), project).diagnostics[0]?.fixes?.length
    expect(fixesOf('{ size: int }')).toBe(1)
    expect(fixesOf('{ ready_on: timestamp? }')).toBe(0)
  })

  test('knows that entities, enums and value types share one space', () => {
    const { diagnostics } = analyzeText(
      'enums: { cake_size: [small] }\ntypes: { CakeSize: { fields: { grams: int } } }\nentities:\n  Cake: { use: [base_fields], postgres: { fields: { size: cake_size, box: CakeSize } } }\n',
      project,
    )
    expect(diagnostics.map(({ code, fixes }) => [code, fixes?.length])).toEqual([['naming/enum-case', 0]])
  })
})

describe('a rename', () => {
  test('reaches a mixin field in every file that uses it, and keeps quotes and comments', () => {
    const files = [
      { path: 'stowage.yaml', text: project },
      {
        path: 'a.yaml',
        text: `domain: People
mixins:
  record:
    role: base
    fields:
      id: { type: uuid, primary: true, default: uuid7 }
      ref_id: { type: ulid, public_id: true, default: ulid }
      "createdAt": { type: timestamp, default: now } # when
entities:
  Bakery: { use: [record], postgres: { fields: { name: string(20) } } }
  Baker: { use: [record], postgres: { fields: { name: string(20) }, indexes: [['createdAt desc']] } }
`,
      },
      {
        path: 'b.yaml',
        text: `domain: Logs
entities:
  Log:
    use: [record]
    mongo:
      fields: { text: string(20) }
      expire: { after: 9d, from: "createdAt" }
      indexes:
        - [createdAt]
        - { fields: [text], where: { 'createdAt': { not: null } } }
`,
      },
    ]
    const { files: changed } = applyFixes(files, analyze(files).diagnostics)
    expect(changed.map(({ text }) => text)).toEqual(
      files.slice(1).map(({ text }) => text.replaceAll('createdAt', 'created_on')),
    )
    expect(analyze([files[0] ?? { path: '', text: '' }, ...changed]).diagnostics).toEqual([])
  })
})
