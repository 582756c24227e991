import * as engine from '@prisma/prisma-schema-wasm'
import { describe, expect, test } from 'vitest'
import { camelCase } from '../../bench/model/camel-case.ts'
import { type Dialect, dialects } from '../../bench/model/dialects.ts'
import { type Model, syntheticModel } from '../../bench/model/model.ts'
import { analyze } from '../../generator/analyze.ts'
import { prismaEmitter } from '../../generator/emit/prisma/index.ts'
import { format } from '../../generator/format/format.ts'
import type { Model as ResolvedModel } from '../../generator/model/model.ts'
import type { PrismaModel } from '../support/prisma-engine.ts'

const model = syntheticModel(40)
const ring = syntheticModel(40, 'ring')
const shapes = [
  ['tree', model],
  ['ring', ring],
] as const

/** What the one file of a dialect says. */
function textOf(dialect: Dialect, of: Model = model): string {
  const [file] = dialects[dialect](of)
  if (file === undefined) throw new Error(`${dialect} has no file`)
  return file.text
}

describe('the model', () => {
  test.each([40, 400, 2000])(
    'of %d entities has a tenth of enums and of split entities, and two relations each',
    (size) => {
      const { entities, enums } = syntheticModel(size)
      expect(entities).toHaveLength(size)
      expect(enums).toHaveLength(size / 10)
      expect(entities.filter(({ split }) => split)).toHaveLength(size / 10)
      expect(new Set(entities.map(({ columns }) => columns.length))).toEqual(new Set([12, 14]))
      expect(entities.every(({ indexes, relations }) => relations.length === 2 && indexes.length === 2)).toBe(true)
    },
  )

  test('is a tree, or a ring in which each entity belongs to the next and the last to the first', () => {
    expect(model.entities.slice(1).every(({ number, relations }) => relations.every(({ to }) => to < number))).toBe(
      true,
    )
    expect(ring.entities.map(({ relations: [owner] }) => owner?.to)).toEqual(
      [...Array(39).keys()].map((at) => at + 1).concat(0),
    )
  })

  test.each(Object.keys(dialects) as Dialect[])('is written in %s the same way each time', (dialect) => {
    expect(dialects[dialect](syntheticModel(40))).toEqual(dialects[dialect](model))
  })
})

describe("Stowage's spec", () => {
  test.each(shapes)('of a %s has no findings and the layout of the formatter', (_, of) => {
    const files = dialects.stowage(of)
    expect(analyze(files).diagnostics).toEqual([])
    expect(files.filter((file) => ![undefined, file.text].includes(format(file)))).toEqual([])
  })

  test('has fifty files; twelve where fifty would be empty', () => {
    expect(dialects.stowage(syntheticModel(2000))).toHaveLength(50)
    expect(dialects.stowage(model)).toHaveLength(12)
  })

  test('keeps a document and an object for each split entity', () => {
    const kept = [...resolved(model).entities.values()].filter(
      ({ mongo, s3 }) => mongo !== undefined && s3 !== undefined,
    )
    expect(kept.map(({ name }) => name).sort()).toEqual(
      model.entities.flatMap(({ name, split }) => (split ? [name] : [])).sort(),
    )
  })
})

function resolved(of: Model): ResolvedModel {
  const { model: found } = analyze(dialects.stowage(of))
  if (found === undefined) throw new Error('the spec is broken')
  return found
}

interface Datamodel {
  readonly models: readonly PrismaModel[]
  readonly indexes: readonly { readonly model: string }[]
}

function datamodelOf(files: readonly { readonly path: string; readonly text: string }[]): Datamodel {
  const { datamodel }: { readonly datamodel: Datamodel } = JSON.parse(
    engine.get_dmmf(JSON.stringify({ prismaSchema: files.map(({ path, text }) => [path, text]) })),
  )
  return datamodel
}

/** Tables, columns with their types and defaults, relations, uniques and indexes, by name; comments left out. */
function comparable({ indexes, models }: Datamodel): object {
  return {
    models: Object.fromEntries(
      models.map(({ documentation: _, fields, ...rest }) => [
        rest.name,
        {
          ...rest,
          fields: Object.fromEntries(
            fields.map(({ documentation: _comment, ...field }) => [
              field.name,
              // Stowage keeps an enum as text with a check, which PostgreSQL can change more easily.
              field.kind === 'enum' ? { ...field, kind: 'scalar', type: 'String', nativeType: null } : field,
            ]),
          ),
        },
      ]),
    ),
    indexes: Object.groupBy(indexes, ({ model: name }) => name),
  }
}

describe("the peers' dialects", () => {
  test.each(shapes)(
    'Prisma has the tables, columns, relations, uniques and indexes of our output, as a %s',
    (_, of) => {
      const emitted = [...prismaEmitter.emit(resolved(of))].filter(({ path }) => path.endsWith('.prisma'))
      expect(comparable(datamodelOf(emitted))).toEqual(comparable(datamodelOf(dialects.prisma(of))))
    },
  )

  test('prisma-markdown and ZenStack have the same models and enums', () => {
    const declared = (text: string): string => text.slice(text.indexOf('enum '))
    expect(declared(textOf('prisma-markdown'))).toBe(declared(textOf('prisma')))
    expect(declared(textOf('zmodel'))).toBe(declared(textOf('prisma')))
  })

  /** An entity as `name: column! column ... -> relation:target ...`, where `!` is a column that is always there. */
  const expected = model.entities.map(({ columns, name, relations }) => {
    const own = columns.map((column) => `${camelCase(column.name)}${column.optional ? '' : '!'}`)
    return `${name}: ${own.join(' ')} -> ${relations.map(({ name: by, to }) => `${by}:${model.entities[to]?.name}`).join(' ')}`
  })

  interface JsonSchema {
    readonly required: readonly string[]
    readonly properties: Readonly<Record<string, { readonly $ref?: string }>>
  }

  function entitiesOf(schemas: Readonly<Record<string, Partial<JsonSchema>>>): readonly string[] {
    return Object.entries(schemas).flatMap(([name, { properties, required = [] }]) => {
      if (properties === undefined) return []
      const targets = Object.entries(properties).map(([key, { $ref }]) => [key, $ref?.split('/').at(-1)] as const)
      const [relations, own] = [true, false].map((is) =>
        targets.filter(([, to]) => (to?.startsWith('Item') ?? false) === is),
      )
      const columns = own?.map(([key]) => `${key}${required.includes(key) ? '!' : ''}`)
      return [`${name}: ${columns?.join(' ')} -> ${relations?.map((pair) => pair.join(':')).join(' ')}`]
    })
  }

  test('OpenAPI and JSON Schema have every entity with its columns and relations', () => {
    expect(entitiesOf(JSON.parse(textOf('openapi')).components.schemas)).toEqual(expected)
    expect(entitiesOf(JSON.parse(textOf('json-schema')).definitions)).toEqual(expected)
  })

  test('TypeSpec has them', () => {
    const found = [...textOf('typespec').matchAll(/^model (\w+) \{\n(.*?)\n\}/gms)].map(([, name, body = '']) => {
      const properties = [...body.matchAll(/^.*?(\w+)(\??): (\w+)/gm)]
      const [relations, own] = [true, false].map((is) =>
        properties.filter(([, , , to = '']) => to.startsWith('Item') === is),
      )
      const columns = own?.map(([, key, optional]) => `${key}${optional === '?' ? '' : '!'}`)
      return `${name}: ${columns?.join(' ')} -> ${relations?.map(([, key, , to]) => `${key}:${to}`).join(' ')}`
    })
    expect(found).toEqual(expected)
  })

  test('DBML has them, with uniques and indexes', () => {
    const tables = [...textOf('dbml').matchAll(/^Table (\w+) \{\n(.*?)\n\n {2}indexes \{\n(.*?)\n {2}\}/gms)]
    const found = tables.map(([, table, body = '', indexes = '']) => ({
      table,
      columns: body
        .split('\n')
        .map((line) => [line.trim().split(' ')[0], /not null|pk/.test(line), line.includes('unique')]),
      relations: [...body.matchAll(/^ {2}(\w+) .*ref: > (\w+)\.id/gm)].map(([, column, to]) => [column, to]),
      indexes: [...indexes.matchAll(/\((.*)\)/g)].map(([, columns = '']) => columns.split(', ')),
    }))
    expect(found).toEqual(
      model.entities.map(({ columns, indexes, relations, table }) => ({
        table,
        columns: columns.map(({ name, optional, type }) => [name, !optional, type === 'ulid']),
        relations: relations.map(({ name, to }) => [`${name}_id`, model.entities[to]?.table]),
        indexes,
      })),
    )
  })
})
