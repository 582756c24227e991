import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prismaEmitter } from '../../../generator/emit/prisma/index.ts'
import { inPostgres } from '../../../generator/model/lookup.ts'
import { referenceModel } from './cases.ts'
import { packageFiles, Workshop } from './generated-package.ts'

const model = referenceModel()
const workshop = new Workshop()
const name = model.project.output.package
const consumer = join('consumer/node_modules', name)

const settings = {
  target: 'es2024',
  lib: ['es2024'],
  module: 'nodenext',
  types: ['node'],
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
}

/** The examples of the package's page, each as a file. */
function examples(): readonly { readonly path: string; readonly text: string }[] {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/generated-package.md'), 'utf8')
  return [...page.matchAll(/```ts\n(.*?)```/gs)].map(([, text = ''], index) => ({
    path: `src/example-${index}.ts`,
    text,
  }))
}

/** Two rows that are not each other's: the check must see it. */
function mismatch(): string {
  const [one, two] = inPostgres(model)
  return `// @ts-expect-error another entity's row
export type Mismatch = Sure<Fits<${one?.name}Row, client.${two?.name}>>`
}

/** Says of every row that it has the members of Prisma's, each of a type that Prisma's takes. */
function rowChecks(): string {
  const rows = inPostgres(model).map((entity) => entity.name)
  return `import type { ${rows.map((row) => `${row}Row`).join(', ')} } from '${name}/types'
import type { Prisma } from '${name}/prisma'
import type * as client from '${name}/prisma'

type Json = Prisma.JsonValue
type Fits<Row, Known> = [Exclude<keyof Row, keyof Known>, Exclude<keyof Known, keyof Row>] extends [never, never]
  ? { [K in keyof Known]: K extends keyof Row ? (Json extends NonNullable<Known[K]> | null ? true : Row[K] extends Known[K] ? true : K) : K }[keyof Known]
  : [Exclude<keyof Row, keyof Known>, Exclude<keyof Known, keyof Row>]
type Sure<T extends true> = T
${rows.map((row) => `export type Of${row} = Sure<Fits<${row}Row, client.${row}>>`).join('\n')}
${mismatch()}
`
}

describe('the package, packed', { tags: ['full'] }, () => {
  /** Packs the package as a person would and unpacks it where a project that uses it would have it. */
  beforeAll(() => {
    workshop.write([...packageFiles(model), ...prismaEmitter.emit(model)], 'packed')
    const { output, status } = workshop.run(
      'npm',
      ['pack', '--silent', '--pack-destination', '..'],
      'packed/provider-db',
    )
    if (status !== 0) throw new Error(output)
    const archive = readdirSync(join(workshop.folder, 'packed')).find((file) => file.endsWith('.tgz'))
    workshop.run('tar', ['-xzf', archive ?? ''], 'packed')
    mkdirSync(join(workshop.folder, consumer, '..'), { recursive: true })
    renameSync(join(workshop.folder, 'packed/package'), join(workshop.folder, consumer))
  }, 240_000)
  afterAll(() => workshop.remove())

  test('a project that uses it compiles in strict mode: the examples of its page, and every row as Prisma has it', {
    timeout: 240_000,
  }, () => {
    expect(examples().length).toBeGreaterThan(4)
    workshop.write(
      [
        ...examples(),
        { path: 'src/rows.ts', text: rowChecks() },
        { path: 'package.json', text: '{ "type": "module" }' },
        { path: 'tsconfig.json', text: JSON.stringify({ compilerOptions: settings, include: ['src'] }) },
      ],
      'consumer',
    )
    expect(workshop.compile('consumer')).toBe('')
  })

  test('it runs: a key, a model, a client', { timeout: 60_000 }, () => {
    const program = `
import mongoose from 'mongoose'
import * as root from '${name}'
import { models } from '${name}/mongoose'
import { objects } from '${name}/s3'
import { PrismaClient } from '${name}/prisma'
import { PrismaPg } from '@prisma/adapter-pg'
const refId = root.newRefId()
const object = root.newUlid()
const stored = objects['Contract.pdf']
const parameters = { tenant: refId, refId, object }
const read = stored.parse(stored.key(parameters))
const bound = models(mongoose.createConnection())
const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: 'postgresql://nobody@127.0.0.1:1/none' }) })
console.log(JSON.stringify({ same: JSON.stringify(read) === JSON.stringify(parameters), models: Object.keys(bound).length, client: typeof client.activity.findMany }))
`
    workshop.write([{ path: 'run.js', text: program }], 'consumer')
    const { output, status } = workshop.run(process.execPath, ['run.js'], 'consumer')
    expect(status, output).toBe(0)
    expect(JSON.parse(output)).toEqual({
      same: true,
      models: model.entities.filter(({ mongo }) => mongo).length,
      client: 'function',
    })
  })

  test('it holds compiled JavaScript and declarations, and no source', () => {
    const files = readdirSync(join(workshop.folder, consumer), { recursive: true, encoding: 'utf8' })
    expect(files).toEqual(
      expect.arrayContaining(['dist/index.js', 'dist/index.d.ts', 'dist/prisma-client/client.js', 'README.md']),
    )
    expect(files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))).toEqual([])
  })
})
