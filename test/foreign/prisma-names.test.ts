import { describe, expect, test } from 'vitest'
import { brief, lintTexts, modelOf, projectWith } from './lint.ts'

const postgres = 'datasource db {\n  provider = "postgresql"\n}\n'
const mongo = 'datasource db {\n  provider = "mongodb"\n}\n'

/** What is found behind the data source, in lines counted from it. */
async function found(schema: string, head = postgres): Promise<readonly string[]> {
  const { diagnostics } = await lintTexts({ 's.prisma': schema, 'base.prisma': head })
  return diagnostics.map(brief)
}

describe('each kind of name is held to its convention, at its token', () => {
  test.each([
    ['model Loaf {\n  id Int @id\n}', ['1:7 naming/table Loaf']],
    ['model Loaf {\n  id Int @id\n  @@map("loaf")\n}', ['3:9 naming/table "loaf"']],
    ['model loaves {\n  id Int @id\n}', ['1:7 naming/entity-case loaves']],
    ['model Loaf {\n  id Int @id\n  bakedBy String\n  @@map("loaves")\n}', ['3:3 naming/column bakedBy']],
    [
      'model Loaf {\n  id Int @id\n  b DateTime @map(name: "baked_at")\n  @@map("loaves")\n}',
      ['3:25 naming/timestamp-suffix "baked_at"'],
    ],
    ['model Loaf {\n  id Int @id\n  Kind String @map("kind")\n  @@map("loaves")\n}', ['3:3 naming/field-case Kind']],
    ['model Loaf {\n  code Int @id\n  @@map("loaves")\n}', ['2:3 naming/internal-id code']],
    ['model Loaf {\n  id Int @id(map: "PK")\n  @@map("loaves")\n}', ['2:19 naming/constraint "PK"']],
    ['model Loaf {\n  id Int @id\n  @@map("loaves")\n  @@index([id], map: "IX")\n}', ['4:22 naming/index "IX"']],
    [
      'model Loaf {\n  id Int @id\n  shop Int\n  Of Loaf @relation("x", fields: [shop], references: [id])\n  all Loaf[] @relation("x")\n  @@map("loaves")\n}',
      ['3:3 naming/foreign-key-suffix shop', '4:3 naming/field-case Of'],
    ],
    [
      'enum kind {\n  rye\n  RYE\n  Oat @map("oat")\n}',
      ['1:6 naming/enum-case kind', '3:3 naming/enum-value-case RYE'],
    ],
    ['enum Kind {\n  rye\n  @@map("kind")\n}', []],
    ['model Loaf {\n  id Int @id\n  class_ String @map("class")\n  @@map("loaves")\n}', []],
    ['view FreshLoaf {\n  id Int @unique\n  @@map("fresh_loaf")\n}', []],
    ['model Loaf {\n  id Int @id\n  p Unsupported("point")?\n  @@map("loaves")\n}', []],
    ['', []],
  ])('%j', async (schema, expected) => {
    expect(await found(schema)).toEqual(expected.map((each) => `s.prisma:${each}`))
  })

  test('a schema of MongoDB by the conventions of documents', async () => {
    const schema = `model Loaf {
  id String @id @map("_id")
  baked_at DateTime
  shop String
  of Shop @relation(fields: [shop], references: [id])
  @@map("Loaf")
}
model Shop {
  id String @id @map("_id")
  loaves Loaf[]
  place place
  @@map("shops")
}
type place {
  Lat Float
}
`
    expect(await found(schema, mongo)).toEqual([
      's.prisma:3:3 naming/document-field baked_at',
      's.prisma:3:3 naming/field-case baked_at',
      's.prisma:3:3 naming/timestamp-suffix baked_at',
      's.prisma:4:3 naming/store-ref-suffix shop',
      's.prisma:6:9 naming/collection "Loaf"',
      's.prisma:14:6 naming/type-case place',
      's.prisma:15:3 naming/document-field Lat',
      's.prisma:15:3 naming/field-case Lat',
    ])
  })
})

describe('the help says what to write', () => {
  const by = 'and rename it in the database by a migration written by hand: the one that Prisma writes would drop it'

  test.each([
    ['model Loaf {\n  id Int @id\n}', `write \`@@map("loaves")\` ${by}`],
    ['model Loaf {\n  id Int @id\n  bakedAt DateTime\n  @@map("loaves")\n}', `write \`@map("baked_on")\` ${by}`],
    ['model loaves {\n  id Int @id\n}', 'rename it to `Loaf`, and keep its name in the database by `@@map("loaves")`'],
    ['model ryeLoaf {\n  id Int @id\n  @@map("loaves")\n}', 'rename it to `RyeLoaf`'],
    [
      'model Loaf {\n  id Int @id\n  baked_on DateTime\n  @@map("loaves")\n}',
      'rename it to `bakedOn`, and keep its name in the database by `@map("baked_on")`',
    ],
    ['model Loaf {\n  id Int @id(map: "PK_loaf")\n  @@map("loaves")\n}', 'write `map: "pk_loaf"`'],
  ])('%j', async (schema, expected) => {
    const { diagnostics } = await lintTexts({ 's.prisma': postgres + schema })
    expect(new Set(diagnostics.map(({ help }) => help))).toEqual(new Set([expected]))
  })

  test('and nothing is mended by itself', async () => {
    const { diagnostics } = await lintTexts({ 's.prisma': `${postgres}model loaf {\n  Id Int @id\n}` })
    expect(diagnostics.length).toBeGreaterThan(2)
    expect(diagnostics.flatMap(({ fixes = [] }) => fixes)).toEqual([])
  })
})

test('a comment answers for the next line', async () => {
  const schema = `${postgres}// stowage-ignore-next-line naming/table -- the till asks for it\nmodel Loaf {\n  id Int @id\n}\n`
  const { diagnostics, suppressed } = await lintTexts({ 's.prisma': schema })
  expect(diagnostics).toEqual([])
  expect(suppressed.map(({ suppression }) => suppression.reason)).toEqual(['the till asks for it'])
})

describe('what is no schema of Prisma', () => {
  test('is told at its word, and all other blocks and files are read', async () => {
    const broken = 'model Bun {\n  id Int @id(\n}\nmodel Loaf {\n  id Int @id\n}\n'
    const { diagnostics } = await lintTexts({
      'a.prisma': broken,
      'b.prisma': 'model Cake {\n  id Int @id\n}\n',
    })
    expect(diagnostics.map(brief)).toEqual([
      'a.prisma:3:1 foreign/prisma-syntax }',
      'a.prisma:4:7 naming/table Loaf',
      'b.prisma:1:7 naming/table Cake',
    ])
  })

  test.each([
    ['modle Loaf {\n}', '1:1 foreign/prisma-syntax modle'],
    ['model Loaf {\n  id\n}', '2:5 foreign/prisma-syntax \n'],
    ['model Loaf {\n  id Int @id', '1:7 foreign/prisma-syntax Loaf'],
    ['model Loaf {\n  id Int @id ;\n}', '2:14 foreign/prisma-syntax ;'],
    ['model {\n  id Int\n}', '1:7 foreign/prisma-syntax {'],
    ['model Loaf {\n  id Int @map("x)\n}', '2:15 foreign/prisma-syntax "x)'],
    ['CREATE TABLE x (a int);', '1:1 foreign/prisma-syntax CREATE'],
    ['enum', '1:4 foreign/prisma-syntax m'],
  ])('%j', async (schema, expected) => {
    expect((await found(schema))[0]).toBe(`s.prisma:${expected}`)
  })
})

test("conventions of the project's own", async () => {
  const model = modelOf(
    projectWith('conventions: { postgres: { column: { case: camelCase }, table: { number: singular } } }\n'),
  )
  const schema = `${postgres}model Loaf {\n  id Int @id\n  bakedOn DateTime\n  @@map("loaf")\n}\n`
  expect((await lintTexts({ 's.prisma': schema }, model)).diagnostics).toEqual([])
})
