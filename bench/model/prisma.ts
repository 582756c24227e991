import { camelCase } from './camel-case.ts'
import type { Column, ColumnDefault, ColumnType, Entity, Model } from './model.ts'
import type { WrittenFile } from './written-file.ts'

/** The model as one schema of Prisma, with the client's generator. */
export function prismaFiles(model: Model): readonly WrittenFile[] {
  const client = `generator client {
  provider            = "prisma-client"
  output              = "./client"
  moduleFormat        = "esm"
  importFileExtension = "ts"
}`
  return [{ path: 'schema.prisma', text: schema(model, client) }]
}

/** The same schema with the generator of prisma-markdown alone. */
export function prismaMarkdownFiles(model: Model): readonly WrittenFile[] {
  const markdown = `generator markdown {
  provider = "prisma-markdown"
  output   = "./markdown/ERD.md"
  title    = "Synthetic"
}`
  return [{ path: 'schema.prisma', text: schema(model, markdown) }]
}

/** The model as a schema of ZenStack 3, whose models and enums are written as Prisma's are. */
export function zmodelFiles(model: Model): readonly WrittenFile[] {
  const source = `datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
}`
  return [{ path: 'schema.zmodel', text: `${source}\n\n${declarations(model)}\n` }]
}

function schema(model: Model, generator: string): string {
  return `datasource db {\n  provider = "postgresql"\n}\n\n${generator}\n\n${declarations(model)}\n`
}

function declarations(model: Model): string {
  const enums = model.enums.map(({ name, values }) => `enum ${name} {\n  ${values.join('\n  ')}\n}`)
  return [...enums, ...model.entities.map((entity) => modelText(model, entity))].join('\n\n')
}

function modelText(model: Model, entity: Entity): string {
  const relations = entity.relations.map(({ name, optional, to }) => {
    const target = model.entities[to]
    if (target === undefined) throw new Error(`${entity.name}.${name} leads nowhere`)
    const said = refersTwice(entity, target.number) ? `"${entity.name}.${name}", ` : ''
    const actions = 'onDelete: Restrict, onUpdate: NoAction'
    return `${name} ${target.name}${optional ? '?' : ''} @relation(${said}fields: [${name}Id], references: [id], ${actions})`
  })
  const lists = entity.referrers.map(({ from, relation }) => {
    const list = `item${from.number + 1}s`
    return refersTwice(from, entity.number)
      ? `${list}${relation === 'owner' ? 'Owner' : 'Parent'} ${from.name}[] @relation("${from.name}.${relation}")`
      : `${list} ${from.name}[]`
  })
  return [
    `/// ${entity.about}`,
    `model ${entity.name} {`,
    ...[...entity.columns.map((column) => fieldText(entity, column)), ...relations, ...lists].map(
      (line) => `  ${line}`,
    ),
    '',
    ...entity.indexes.map((columns) => `  @@index([${columns.map(camelCase).join(', ')}])`),
    `  @@map("${entity.table}")`,
    '}',
  ].join('\n')
}

/** Two relations between the same two models need names. */
function refersTwice(entity: Entity, to: number): boolean {
  return entity.relations.every((relation) => relation.to === to)
}

function fieldText(entity: Entity, { default: value, name, optional, type }: Column): string {
  const field = camelCase(name)
  const [scalar, native] = type === 'enum' ? [entity.enumName, ''] : types[type]
  const key = name === 'id' ? ' @id' : type === 'ulid' ? ' @unique' : ''
  const given = value === undefined ? '' : ` @default(${defaults[value]})`
  const mapped = field === name ? '' : ` @map("${name}")`
  return `${field} ${scalar}${optional ? '?' : ''}${key}${given}${mapped}${native}`
}

const types: Readonly<Record<Exclude<ColumnType, 'enum'>, readonly [scalar: string, native: string]>> = {
  uuid: ['String', ' @db.Uuid'],
  ulid: ['String', ' @db.Char(26)'],
  name: ['String', ' @db.VarChar(200)'],
  text: ['String', ' @db.VarChar(4000)'],
  int: ['Int', ''],
  decimal: ['Decimal', ' @db.Decimal(12, 2)'],
  boolean: ['Boolean', ''],
  timestamp: ['DateTime', ' @db.Timestamptz(3)'],
  pointer: ['String', ' @db.Char(24)'],
  key: ['String', ''],
}

const defaults: Readonly<Record<ColumnDefault, string>> = {
  uuid7: 'uuid(7)',
  ulid: 'ulid()',
  zero: '0',
  true: 'true',
  now: 'now()',
  start: 'draft',
}
