import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { MigrationsBusyError } from '../../generator/live/postgres/migration-lock.ts'
import { MigrationFailedError } from '../../generator/live/postgres/run-migration.ts'
import { prismaDeploy, prismaStatus } from '../support/prisma-engine-live.ts'
import { failing, first, halfKept, history, second, third, told, withPlace } from './brewery/migrations.ts'

const tableOfHistory = `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS needed,
  pg_get_expr(d.adbin, d.adrelid) AS start, (SELECT pg_get_constraintdef(c.oid) FROM pg_constraint AS c WHERE c.conrelid = a.attrelid AND c.contype = 'p') AS key
  FROM pg_attribute AS a LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attrelid = '_prisma_migrations'::regclass AND a.attnum > 0 ORDER BY a.attnum`

describe('Prisma Migrate and Stowage are interchangeable', () => {
  test('they keep the same record', async () => {
    await withPlace(async (ours) => {
      await withPlace(async (theirs) => {
        await ours.apply([first, second])
        expect(await prismaDeploy(theirs.url, [first, second])).toEqual(['0001_init', '0002_notes'])
        expect(await ours.run(tableOfHistory)).toEqual(await theirs.run(tableOfHistory))
        expect(await ours.run(history)).toEqual(await theirs.run(history))
      })
    })
  })

  test('what Stowage applied is applied for Prisma, and the other way round', async () => {
    await withPlace(async ({ url, apply }) => {
      await apply([first])
      expect(await prismaDeploy(url, [first])).toEqual([])
      expect(await prismaDeploy(url, [first, second])).toEqual(['0002_notes'])
      expect(told(await apply([first, second, third]))).toEqual([
        'keep migration 0001_init',
        'keep migration 0002_notes',
        'create migration 0003_more',
      ])
      expect(await prismaDeploy(url, [first, second, third])).toEqual([])
      expect(await prismaStatus(url, [first, second, third])).toMatchObject({ edited: [], failed: [] })
    })
  })

  test('they agree on what was edited, and that other line ends are no edit', async () => {
    await withPlace(async ({ url, apply }) => {
      await apply([first, second])
      const windows = { ...second, sql: second.sql.replaceAll('\n', '\r\n') }
      expect(told(await apply([first, windows]))).toEqual(['keep migration 0001_init', 'keep migration 0002_notes'])
      expect((await prismaStatus(url, [first, windows])).edited).toEqual([])
      const edited = { ...second, sql: `${second.sql}-- more\n` }
      expect((await prismaStatus(url, [first, edited])).edited).toEqual(['0002_notes'])
      const report = await apply([first, edited, third])
      expect(told(report)).toEqual([
        'keep migration 0001_init',
        'keep migration 0002_notes',
        'migration 0002_notes: checksum of migration.sql',
      ])
      expect(report.differences[0]?.help).toContain('put back what was applied')
    })
  })

  test('what has to stand outside a transaction is applied by both', async () => {
    const index = {
      name: '0003_index',
      sql: '-- made while others write\nCREATE INDEX CONCURRENTLY notes_idx ON notes (id);\n',
    }
    await withPlace(async (ours) => {
      await withPlace(async (theirs) => {
        expect(told(await ours.apply([first, second, index]))).toContain('create migration 0003_index')
        expect(await prismaDeploy(theirs.url, [first, second, index])).toContain('0003_index')
        expect(await ours.run(history)).toEqual(await theirs.run(history))
      })
    })
  })

  test('what fails outside a transaction is left for a person to look at', async () => {
    const index = { name: '0003_index', sql: 'CREATE UNIQUE INDEX CONCURRENTLY notes_key ON notes ((id - id));\n' }
    await withPlace(async ({ apply, run }) => {
      await apply([first, second])
      await run('INSERT INTO notes VALUES (2)')
      await expect(apply([first, second, index])).rejects.toMatchObject({ undone: false })
      expect(await run("SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = 'notes_key'::regclass")).toEqual([
        { valid: false },
      ])
      expect(told(await apply([first, second, index]))).toContain('migration 0003_index: state')
    })
  })

  test('they wait for each other', { tags: ['full'] }, async () => {
    await withPlace(async ({ url, apply }) => {
      const holder = new pg.Client({ connectionString: url })
      await holder.connect()
      await holder.query('SELECT pg_advisory_lock(72707369)')
      try {
        await expect(apply([first])).rejects.toThrow(MigrationsBusyError)
      } finally {
        await holder.end()
      }
      expect(told(await apply([first]))).toEqual(['create migration 0001_init'])
    })
  })
})

describe('a migration that fails', () => {
  test('leaves nothing behind but its record, and may be mended and applied by either', async () => {
    await withPlace(async ({ url, apply, run }) => {
      const error = await apply([first, failing, third]).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(MigrationFailedError)
      expect(error).toMatchObject({ migration: '0002_broken', undone: true, message: 'division by zero' })
      expect(await run("SELECT to_regclass('kept') AS kept, to_regclass('more_notes') AS more")).toEqual([
        { kept: null, more: null },
      ])
      expect(await run(history)).toMatchObject([
        { name: '0001_init', finished: true },
        { name: '0002_broken', finished: false, undone: true, logs: 'division by zero' },
      ])
      expect((await prismaStatus(url, [first, failing])).failed).toEqual([])
      const mended = { ...failing, sql: 'CREATE TABLE kept (id integer);\n' }
      expect(await prismaDeploy(url, [first, mended])).toEqual(['0002_broken'])
      expect(told(await apply([first, mended, third]))).toContain('create migration 0003_more')
    })
  })

  test('stands in the way where a part of it was kept, for Prisma too', async () => {
    await withPlace(async ({ url, apply, run }) => {
      await expect(apply([first, halfKept])).rejects.toMatchObject({ undone: false })
      expect(await run("SELECT to_regclass('half') IS NOT NULL AS kept")).toEqual([{ kept: true }])
      const report = await apply([first, halfKept, third])
      expect(told(report)).toEqual(['keep migration 0001_init', 'migration 0002_half: state'])
      expect(report.differences[0]).toMatchObject({ found: expect.stringContaining('division by zero') })
      expect((await prismaStatus(url, [first, halfKept])).failed).toEqual(['0002_half'])
      await expect(prismaDeploy(url, [first, halfKept, third])).rejects.toThrow()
    })
  })

  test('under Prisma stands in the way of Stowage', async () => {
    await withPlace(async ({ url, apply }) => {
      await expect(prismaDeploy(url, [first, failing])).rejects.toThrow()
      const report = await apply([first, failing, third])
      expect(told(report)).toEqual(['keep migration 0001_init', 'migration 0002_broken: state'])
      expect(report.differences[0]?.help).toContain('prisma migrate resolve --rolled-back 0002_broken')
    })
  })

  test('is told with all that the server said', async () => {
    await withPlace(async ({ apply, run }) => {
      const refused = {
        name: '0002_refused',
        sql: "DO $$ BEGIN RAISE EXCEPTION 'no' USING DETAIL = 'since it is late', HINT = 'try tomorrow'; END $$;",
      }
      await expect(apply([first, refused])).rejects.toThrow('no\ndetail: since it is late\nhint: try tomorrow')
      expect((await run(history))[1]?.logs).toContain('since it is late')
    })
  })
})
