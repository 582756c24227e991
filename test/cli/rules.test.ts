import { describe, expect, test } from 'vitest'
import { ruleCodes } from '../../generator/diagnostic/codes.ts'
import { folderWith } from '../output/trees.ts'
import { runCli } from './run-cli.ts'

const quarry = {
  'stowage.yaml': `stowage: 1
name: quarry
include: [stone.yaml]
stores: { postgres: { version: 16, url: POSTGRES_URL } }
rules:
  extends: [strict, ./house.yaml]
  options:
    placement/large-text-in-postgres: { max_characters: 9000 }
    naming/user-ref-suffix: { verbs: { mason: hewn } }
  overrides:
    - files: ["*.yaml"]
      entities: [Old*]
      levels: { naming/table: off }
      options: { placement/large-text-in-postgres: { max_row_bytes: 1 } }
      why: "until it moves\u202E"
`,
  'house.yaml': 'rules: { levels: { naming/column: info } }\n',
  'stone.yaml':
    'domain: Stone\nentities:\n  OldStone: { postgres: { fields: { id: { type: uuid, primary: true } } } }\n',
}

describe('stowage rules', () => {
  test('lists levels, options and overrides as they hold in the project', async () => {
    const { code, out, err } = await runCli(folderWith(quarry), ['rules'])
    expect(code).toBe(0)
    expect(err).toBe(`${ruleCodes.length} rules, ${ruleCodes.length} on (strict)\n`)
    expect(out).toMatch(/^naming\/column +info +recommended +yes/m)
    expect(out).toMatch(/^naming\/table +error/m)
    expect(out).toMatch(/^placement\/large-text-in-postgres +max_characters +9000 /m)
    expect(out).toMatch(/^placement\/large-text-in-postgres +max_row_bytes +2000 /m)
    expect(out).toMatch(/^naming\/user-ref-suffix +verbs +mason: hewn /m)
    expect(out).toMatch(/^naming\/table +Old\* in \*\.yaml +off +until it moves<U\+202E>$/m)
    expect(out).toMatch(/^placement\/large-text-in-postgres +Old\* in \*\.yaml +max_row_bytes: 1 +until/m)
  })

  test('says the same as JSON', async () => {
    const { out } = await runCli(folderWith(quarry), ['rules', '--format', 'json'])
    const listed: readonly { readonly code: string }[] = JSON.parse(out)
    expect(listed.map(({ code }) => code)).toEqual(expect.arrayContaining([...ruleCodes]))
    expect(listed.find(({ code }) => code === 'placement/large-text-in-postgres')).toMatchObject({
      level: 'warning',
      required: false,
      options: [
        { name: 'max_characters', value: 9000, default: 4000 },
        { name: 'max_row_bytes', value: 2000, default: 2000 },
      ],
      overrides: [
        { files: ['*.yaml'], entities: ['Old*'], options: { max_row_bytes: 1 }, why: 'until it moves\u202E' },
      ],
    })
    expect(listed.find(({ code }) => code === 'naming/table')).toMatchObject({ overrides: [{ level: 'off' }] })
    expect(listed.find(({ code }) => code === 'mongo/two-text-indexes')).toMatchObject({ required: true })
  })
})

describe('stowage explain', () => {
  test('ends with the options of the rule, and their values in this project', async () => {
    const { out } = await runCli(folderWith(quarry), ['explain', 'placement/large-text-in-postgres'])
    expect(out).toMatch(/\noption +value +what it is\nmax_characters +9000 .*\nmax_row_bytes +2000 .*\n$/)
  })

  test('says nothing of options where there are none', async () => {
    expect((await runCli(folderWith(), ['explain', 'naming/table'])).out).not.toContain('what it is')
  })
})
