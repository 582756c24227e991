import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Expression } from '../../../generator/print/sql/expression.ts'
import { printCondition, printExpression } from '../../../generator/print/sql/print-expression.ts'
import { type PostgresServer, startPostgres } from '../../support/postgres-server.ts'

let server: PostgresServer
let client: pg.Client

beforeAll(async () => {
  server = await startPostgres()
  client = new pg.Client({ connectionString: server.url })
  await client.connect()
})

afterAll(async () => {
  await client?.end()
  await server?.stop()
})

type Row = Readonly<Record<'a' | 'b' | 'end', number | null>>
type Truth = boolean | null

/** A condition over three columns, with what it is for a row, worked out by hand in SQL's logic of three values. */
interface Known {
  readonly expression: Expression
  readonly holds: (row: Row) => Truth
}

const column = (name: keyof Row): Expression => ({ kind: 'column', name, type: 'integer' })
const number = (value: number): Expression => ({ kind: 'literal', value, type: 'integer' })
const names = fc.constantFrom<keyof Row>('a', 'b', 'end')

const compared = fc
  .tuple(names, fc.constantFrom('=', '<>', '<', '>=', 'is distinct from'), fc.integer({ min: -2, max: 2 }))
  .map(
    ([name, operator, value]): Known => ({
      expression: { kind: 'compare', operator, left: column(name), right: number(value) } as Expression,
      holds: (row) => {
        const found = row[name]
        if (operator === 'is distinct from') return found !== value
        if (found === null) return null
        return operator === '='
          ? found === value
          : operator === '<>'
            ? found !== value
            : operator === '<'
              ? found < value
              : found >= value
      },
    }),
  )

const empty = fc.tuple(names, fc.boolean()).map(
  ([name, not]): Known => ({
    expression: { kind: 'is_null', of: column(name), not },
    holds: (row) => (row[name] === null) !== not,
  }),
)

const listed = fc.tuple(names, fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 3 })).map(
  ([name, values]): Known => ({
    expression: { kind: 'one_of', of: column(name), values: values.map(number) },
    holds: (row) => {
      const found = row[name]
      return found === null ? null : values.includes(found)
    },
  }),
)

function joined(kind: 'and' | 'or', parts: readonly Known[]): Known {
  const strong = kind === 'or'
  return {
    expression: { kind, of: parts.map(({ expression }) => expression) },
    holds: (row) => {
      const found = parts.map(({ holds }) => holds(row))
      return found.includes(strong) ? strong : found.includes(null) ? null : !strong
    },
  }
}

/** Whether a condition is true, put where PostgreSQL compares conditions with one another. */
function compares(of: Known): Known {
  return {
    expression: { kind: 'compare', operator: '=', left: of.expression, right: { kind: 'constant', value: true } },
    holds: of.holds,
  }
}

const { condition } = fc.letrec<{ condition: Known }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    compared,
    empty,
    listed,
    fc
      .tuple(fc.constantFrom<'and' | 'or'>('and', 'or'), fc.array(tie('condition'), { minLength: 2, maxLength: 3 }))
      .map(([kind, parts]) => joined(kind, parts)),
    tie('condition').map(compares),
  ),
}))

const rows: readonly Row[] = [-2, 0, 1, null].flatMap((a) =>
  [-1, 2, null].flatMap((b) => [1, null].map((end): Row => ({ a, b, end }))),
)
const table = rows.map(({ a, b, end }) => `(${a}::integer, ${b}::integer, ${end}::integer)`).join(', ')

test('a condition means to PostgreSQL what its tree says, on one line and on many', async () => {
  await fc.assert(
    fc.asyncProperty(condition, async ({ expression, holds }) => {
      const broken = printCondition('', expression, '', '').join('\n')
      const { rows: found } = await client.query<{ one: Truth; many: Truth }>(
        `SELECT (${printExpression(expression)}) AS one, ${broken} AS many FROM (VALUES ${table}) AS t (a, b, "end")`,
      )
      expect(found.map(({ one }) => one)).toEqual(rows.map(holds))
      expect(found.map(({ many }) => many)).toEqual(rows.map(holds))
    }),
    { numRuns: 200 },
  )
})

test('each other kind means what it says', async () => {
  const items: Expression = { kind: 'column', name: 'items', type: 'integer[]' }
  const texts: Expression = { kind: 'column', name: 'texts', type: 'text[]' }
  const word: Expression = { kind: 'literal', value: "it's", type: 'text' }
  const expressions: readonly (readonly [Expression, unknown])[] = [
    [{ kind: 'every', operator: '<=', left: number(1), list: items }, true],
    [{ kind: 'every', operator: '<=', left: number(2), list: items }, false],
    [{ kind: 'all_of', of: texts, values: [word, { kind: 'literal', value: 'b', type: 'text' }] }, true],
    [{ kind: 'all_of', of: texts, values: [word] }, false],
    [{ kind: 'call', name: 'array_position', arguments: [items, { kind: 'null', type: 'integer' }] }, null],
    [{ kind: 'compare', operator: '~', left: { kind: 'collate', of: word, collation: 'C' }, right: word }, true],
    [{ kind: 'empty_list', type: 'jsonb' }, '[]'],
    [{ kind: 'empty_list', type: 'text[]' }, '{}'],
    [{ kind: 'current_tenant' }, null],
    [{ kind: 'current_tenant', type: 'character' }, null],
    [{ kind: 'constant', value: false }, false],
  ]
  for (const [expression, wanted] of expressions) {
    const { rows: found } = await client.query<{ value: unknown }>(
      `SELECT ${printExpression(expression)} AS value FROM (VALUES (ARRAY[1, 2], ARRAY['b', 'it''s'])) AS t (items, texts)`,
    )
    expect([expression, found[0]?.value]).toEqual([expression, wanted])
  }
  const id = '00000000-0000-7000-8000-000000000001'
  await client.query(`SELECT set_config('app.tenant_id', $1, false)`, [id])
  const { rows: found } = await client.query(`SELECT ${printExpression({ kind: 'current_tenant' })} AS value`)
  expect(found).toEqual([{ value: id }])
})
