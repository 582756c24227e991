import { describe, expect, test } from 'vitest'
import { analyze } from '../../../generator/analyze.ts'
import { inPostgres } from '../../../generator/model/lookup.ts'
import { sourcesIn } from '../../support/analyze-folder.ts'
import { query, startPostgres } from '../../support/postgres-server.ts'
import { withTexts } from '../../support/with-texts.ts'
import { load, sqlOf } from './sql-of.ts'

const hostile = [
  `it's "quoted" and \`ticked\` \\n \\`,
  `'; DROP SCHEMA public CASCADE; --`,
  'first\nsecond\r\nthird\rfourth\n\nlast',
  '$body$ $$ $roles$ */ /*',
  'line\u2028separator \u202Etxet\u202C \ufeff tab\tend',
  'null\u0000 half \ud800 bell\u0007',
  'ä ß 漢字 😀',
]

describe('what the spec says of a table and its columns comes back from PostgreSQL byte for byte', () => {
  test.each(hostile)('%j', async (text) => {
    const { model } = analyze(withTexts(sourcesIn('test/cases/clinic/spec'), text))
    if (model === undefined) throw new Error('no model')
    const server = await startPostgres()
    try {
      await load(server.url, sqlOf(model))
      const rows = await query(
        server.url,
        `SELECT relname AS table, attname AS column, description FROM pg_description
         JOIN pg_class ON pg_class.oid = objoid AND classoid = 'pg_class'::regclass
         LEFT JOIN pg_attribute ON attrelid = objoid AND attnum = objsubid AND objsubid > 0
         WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
      )
      const found = new Map(rows.map(({ table, column, description }) => [`${table}.${column ?? ''}`, description]))
      const wanted = new Map(
        inPostgres(model).flatMap(({ postgres, about }) =>
          [{ name: '', about }, ...postgres.fields.map((field) => ({ name: field.physical.text, about: field.about }))]
            .filter((one) => one.about !== undefined)
            .map((one): [string, unknown] => [`${postgres.table.text}.${one.name}`, one.about?.trim()]),
        ),
      )
      const held = (value: unknown): string => String(value).replaceAll('\0', '\uFFFD').toWellFormed()
      expect(found).toEqual(new Map([...wanted].map(([place, about]) => [place, held(about)])))
      expect([...found.values()].filter((value) => value === held(text.trim())).length).toBeGreaterThan(5)
    } finally {
      await server.stop()
    }
  })
})
