import type { Expression } from '../../generator/print/sql/expression.ts'
import type { Database, Table } from '../../generator/print/sql/tree.ts'

/** Names and texts as a hostile or a careless spec could hold them. */
const names = [
  'select',
  'Mixed Case',
  'has"quote',
  "has'quote",
  'a.b',
  'x; DROP TABLE y',
  'back\\slash',
  'naïve_ключ_键',
  '1st',
  'json_value',
  'value',
  '$body$',
] as const

const texts = [
  "it's",
  'back\\slash',
  'line\nbreak\ttab',
  '$$ $body$ --',
  '/* no */ -- comment',
  '‮turned round',
  "E'escaped'",
  '💾 %s {}',
  '',
] as const

const text = { type: 'text', optional: false } as const

function column(name: string): Expression {
  return { kind: 'column', name, type: 'text' }
}

function tableNamed(name: string): Table {
  return {
    schema: 'public',
    name,
    about: texts.join(' / '),
    notes: [],
    columns: [
      { name: 'id', type: 'uuid', optional: false },
      ...names.map((own, at) => ({
        ...text,
        name: own,
        about: texts[at % texts.length] ?? '',
        default: { kind: 'literal', value: texts[at % texts.length] ?? '', type: 'text' } as const,
      })),
    ],
    primaryKey: { name: `${name} pkey`, columns: ['id'] },
    uniques: [{ name: `${name} key`, columns: [names[0], names[1]], nullsNotDistinct: true }],
    checks: names.map((own, at) => ({
      name: `${own} check`,
      expression: {
        kind: 'one_of',
        of: column(own),
        values: texts.map((value) => ({ kind: 'literal', value, type: 'text' })),
      },
      ...(at === 0 ? {} : { column: own }),
    })),
    indexes: names.map((own) => ({
      name: `${name} ${own}`,
      unique: false,
      columns: [
        { name: own, order: 'desc' },
        { name: 'id', order: 'asc' },
      ],
      nullsNotDistinct: false,
      where: { kind: 'is_null', of: column(own), not: true },
    })),
    foreignKeys: [
      {
        name: `${name} fkey`,
        columns: ['id'],
        target: { schema: 'public', name },
        targetColumns: ['id'],
        onDelete: 'restrict',
      },
    ],
    triggers: names.map((own) => ({
      name: own,
      about: 'Does nothing.',
      timing: 'before',
      events: ['truncate', 'insert'],
      level: 'statement',
      function: { schema: 'stowage', name: 'do nothing' },
      arguments: texts,
      always: own === 'select',
    })),
    grants: [],
    view: {
      name: `live ${name}`,
      about: 'Its live rows.',
      columns: ['id', ...names],
      where: { kind: 'is_null', of: column(names[2]), not: false },
      grants: [],
    },
  }
}

export const oddDatabase: Database = {
  name: 'odd',
  roles: [],
  schemas: [
    { name: 'public', about: 'What the spec declares.', usage: [] },
    { name: 'stowage', about: 'What makes it hold.', usage: [] },
  ],
  functions: [
    {
      schema: 'stowage',
      name: 'do nothing',
      about: texts.join(' / '),
      arguments: [],
      returns: 'trigger',
      language: 'plpgsql',
      volatility: 'volatile',
      security: 'invoker',
      body: `\nBEGIN\n  -- ${names.join(', ')} $body$ 'quoted'\n  RETURN NULL;\nEND\n`,
      execute: [],
    },
  ],
  internalTables: [
    {
      schema: 'stowage',
      name: 'kept rows',
      notes: [],
      columns: [
        { ...text, name: 'id' },
        { ...text, name: 'Some Text', optional: true },
      ],
      primaryKey: { name: 'kept rows pkey', columns: ['id'] },
      uniques: [],
      checks: [],
      indexes: [],
      foreignKeys: [],
      triggers: [],
      grants: [],
      rows: texts.map((value, at) => [String(at), at === 2 ? null : value]),
    },
  ],
  sections: [{ title: 'Odd things', tables: [tableNamed('Odd "Table"'), tableNamed('order')] }],
  lookups: [],
  calls: [],
}
