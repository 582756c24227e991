import type { ColumnType, Expression } from '../../generator/print/sql/expression.ts'
import type { Check, Column, Database } from '../../generator/print/sql/tree.ts'

/** A column of each type, by its name. */
const types = {
  words: 'text',
  short: 'character varying',
  code: 'character',
  amount: 'integer',
  large: 'bigint',
  exact: 'numeric',
  inexact: 'double precision',
  yes: 'boolean',
  moment: 'timestamp with time zone',
  day: 'date',
  key: 'uuid',
  data: 'jsonb',
  bytes: 'bytea',
  all_words: 'text[]',
  all_short: 'character varying[]',
  all_amounts: 'integer[]',
  all_large: 'bigint[]',
  all_exact: 'numeric[]',
  all_inexact: 'double precision[]',
} as const satisfies Readonly<Record<string, ColumnType>>

type Name = keyof typeof types

const sizes: Partial<Readonly<Record<Name, string>>> = {
  short: 'character varying(40)',
  code: 'character(26)',
  exact: 'numeric(30,2)',
  moment: 'timestamp(3) with time zone',
}

const numbers = [0, 5, -5, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1, Number.MAX_SAFE_INTEGER, 0.5, -0.5, 1e21, -1e21, 1e-7]
const operators = ['=', '<>', '<', '<=', '>', '>=', 'is distinct from'] as const

function column(name: Name): Expression {
  return { kind: 'column', name, type: types[name] }
}

function literal(value: string | number | boolean, type: ColumnType): Expression {
  return { kind: 'literal', value, type }
}

function call(name: string, ...given: readonly Expression[]): Expression {
  return { kind: 'call', name, arguments: given }
}

const numeric: readonly Name[] = ['amount', 'large', 'exact', 'inexact']
const textual: readonly Name[] = ['words', 'short', 'code']
const lists: readonly Name[] = ['all_amounts', 'all_large', 'all_exact', 'all_inexact']

const expressions: readonly Expression[] = [
  ...numeric.flatMap((name) =>
    numbers.flatMap((value): readonly Expression[] => [
      { kind: 'compare', operator: '>=', left: column(name), right: literal(value, types[name]) },
      { kind: 'compare', operator: '<', left: literal(value, types[name]), right: column(name) },
    ]),
  ),
  ...lists.flatMap((name) =>
    numbers.flatMap((value) =>
      (['<=', '>='] as const).map(
        (operator): Expression => ({ kind: 'every', operator, left: literal(value, types[name]), list: column(name) }),
      ),
    ),
  ),
  ...[...textual, 'key', 'yes'].flatMap((name): readonly Expression[] => {
    const own = name as Name
    const value = own === 'key' ? '00000000-0000-7000-8000-000000000000' : own === 'yes' ? true : "it's"
    return [
      ...operators.map(
        (operator): Expression => ({ kind: 'compare', operator, left: column(own), right: literal(value, types[own]) }),
      ),
      { kind: 'one_of', of: column(own), values: [literal(value, types[own])] },
      { kind: 'one_of', of: column(own), values: [literal(value, types[own]), literal(value, types[own])] },
      { kind: 'compare', operator: 'is distinct from', left: column(own), right: column(own) },
    ]
  }),
  ...(['amount', 'large', 'exact', 'inexact'] as const).map(
    (name): Expression => ({
      kind: 'one_of',
      of: column(name),
      values: [1, -2].map((value) => literal(value, types[name])),
    }),
  ),
  ...textual.flatMap((name): readonly Expression[] => [
    { kind: 'compare', operator: '~', left: column(name), right: literal('^[a-z]\\d$', 'text') },
    { kind: 'compare', operator: '<=', left: call('char_length', column(name)), right: literal(5, 'integer') },
    { kind: 'compare', operator: '<=', left: call('octet_length', column(name)), right: literal(5, 'integer') },
  ]),
  ...(['words', 'short'] as const).map(
    (name): Expression => ({
      kind: 'compare',
      operator: '~',
      left: { kind: 'collate', of: column(name), collation: 'C' },
      right: literal('^\\w+$', 'text'),
    }),
  ),
  ...(Object.keys(types) as Name[]).flatMap((name): readonly Expression[] =>
    [true, false].map((not) => ({ kind: 'is_null', of: column(name), not })),
  ),
  ...(['all_words', 'all_short', 'all_amounts'] as const).map(
    (name): Expression => ({
      kind: 'compare',
      operator: '<=',
      left: call('cardinality', column(name)),
      right: literal(3, 'integer'),
    }),
  ),
  ...(['text', 'character varying', 'integer'] as const).map((type, at): Expression => {
    const of = column((['all_words', 'all_short', 'all_amounts'] as const)[at] ?? 'all_words')
    return { kind: 'is_null', of: call('array_position', of, { kind: 'null', type }), not: false }
  }),
  { kind: 'all_of', of: column('all_words'), values: [literal('a', 'text'), literal('b', 'text')] },
  { kind: 'compare', operator: '=', left: call('jsonb_typeof', column('data')), right: literal('array', 'text') },
  { kind: 'compare', operator: '<=', left: call('octet_length', column('bytes')), right: literal(9, 'integer') },
  { kind: 'compare', operator: '<=', left: column('moment'), right: { kind: 'now', type: types.moment } },
  { kind: 'compare', operator: '=', left: column('key'), right: { kind: 'current_tenant' } },
  { kind: 'compare', operator: '=', left: column('code'), right: { kind: 'current_tenant', type: 'character' } },
  { kind: 'constant', value: true },
  ...(['and', 'or'] as const).flatMap((kind): readonly Expression[] => {
    const other = kind === 'and' ? 'or' : 'and'
    const [one, two, three] = (['words', 'amount', 'key'] as const).map(
      (name): Expression => ({ kind: 'is_null', of: column(name), not: false }),
    )
    if (one === undefined || two === undefined || three === undefined) return []
    return [
      { kind, of: [one] },
      { kind, of: [one, two, three] },
      { kind, of: [{ kind, of: [one, two] }, three] },
      { kind, of: [one, { kind, of: [two, three] }] },
      { kind, of: [{ kind: other, of: [one, two] }, three] },
      { kind, of: [one, { kind: other, of: [two, { kind, of: [three, one] }] }] },
    ]
  }),
]

const columns: readonly Column[] = Object.entries(types).map(([name, type]) => ({
  name,
  type: sizes[name as Name] ?? type,
  optional: true,
}))

/** A default of each type that can have one. */
const defaults: readonly Column[] = [
  ...textual.map((name) => ({ name, value: "it's" as string | number | boolean })),
  ...numeric.flatMap((name) =>
    [0, -5, ...(name === 'exact' || name === 'inexact' ? [0.5, -0.5] : [])].map((value) => ({ name, value })),
  ),
  { name: 'large' as const, value: Number.MAX_SAFE_INTEGER },
  { name: 'yes' as const, value: false },
].map(({ name, value }, at) => ({
  name: `default_${at}`,
  type: sizes[name] ?? types[name],
  optional: false,
  default: literal(value, types[name]),
}))

const emptyAndNow: readonly Column[] = [
  ...(['all_words', 'all_short', 'all_exact', 'data'] as const).map((name, at) => ({
    name: `empty_${at}`,
    type: types[name],
    optional: false,
    default: { kind: 'empty_list', type: types[name] } as const,
  })),
  ...(['moment', 'day'] as const).map((name, at) => ({
    name: `now_${at}`,
    type: sizes[name] ?? types[name],
    optional: false,
    default: { kind: 'now', type: types[name] } as const,
  })),
]

const checks: readonly Check[] = expressions.map((expression, at) => ({ name: `check_${at}`, expression }))

export const expressionDatabase: Database = {
  name: 'expressions',
  roles: [],
  schemas: [
    { name: 'public', about: 'What the spec declares.', usage: [] },
    { name: 'stowage', about: 'What makes it hold.', usage: [] },
  ],
  functions: [],
  internalTables: [],
  sections: [
    {
      title: 'Expressions',
      tables: [
        {
          schema: 'public',
          name: 'expressions',
          notes: [],
          columns: [{ name: 'id', type: 'uuid', optional: false }, ...columns, ...defaults, ...emptyAndNow],
          primaryKey: { name: 'expressions_pkey', columns: ['id'] },
          uniques: [],
          checks,
          // The same conditions as predicates, which PostgreSQL stores in another way.
          indexes: expressions
            .filter(
              (expression) =>
                !JSON.stringify(expression).includes('"now"') && !JSON.stringify(expression).includes('current_tenant'),
            )
            .map((where, at) => ({
              name: `index_${at}`,
              unique: at % 2 === 0,
              columns: [{ name: 'id', order: at % 3 === 0 ? 'desc' : 'asc' }],
              nullsNotDistinct: at % 4 === 0,
              where,
            })),
          foreignKeys: [],
          triggers: [],
          grants: [],
        },
      ],
    },
  ],
  lookups: [],
  calls: [],
}
