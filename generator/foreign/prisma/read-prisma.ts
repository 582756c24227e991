import type { Report } from '../../diagnostic/diagnostic.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { prismaSyntax } from '../findings.ts'
import type { ForeignColumn, ForeignEnum, ForeignName, ForeignSchema, ForeignTable, TableKind } from '../tree.ts'
import { attributeNamed } from './attributes.ts'
import { constraintsOf, indexesOf } from './keys.ts'
import { memberName, type PlacedBlock, physicalName } from './names.ts'
import { parsePrisma } from './parse.ts'
import type { BlockKeyword, PrismaBlock, PrismaField } from './tree.ts'
import { typeClassOf } from './type-class.ts'

/** What the files of a Prisma schema, taken together, say that its database holds. */
export function readPrisma(files: readonly SourceFile[], report: Report): ForeignSchema {
  const blocks = files.flatMap((file): readonly PlacedBlock[] =>
    parsePrisma(file.text, ({ token, reason }) => {
      // At the end of a file there is nothing to point at but the last thing in it.
      const start = token.kind === 'end' ? Math.max(0, file.text.trimEnd().length - 1) : token.start
      report(prismaSyntax({ file, start, end: Math.max(token.end, Math.min(start + 1, file.text.length)) }, reason))
    }).map((block) => ({ ...block, file })),
  )
  const models = new Map(
    blocks.flatMap((block) => (kinds[block.keyword] === undefined ? [] : [[block.name.text, block]])),
  )
  return {
    store: isMongo(blocks) ? 'mongo' : 'postgres',
    files,
    tables: blocks.flatMap((block) => lowerModel(block, models) ?? []),
    enums: blocks.filter(({ keyword }) => keyword === 'enum').map(lowerEnum),
  }
}

const kinds: Readonly<Partial<Record<BlockKeyword, TableKind>>> = { model: 'table', view: 'view', type: 'embedded' }

function isMongo(blocks: readonly PrismaBlock[]): boolean {
  return blocks.some(({ keyword, settings }) => {
    const provider = keyword === 'datasource' ? settings.get('provider') : undefined
    return provider?.kind === 'string' && provider.text === 'mongodb'
  })
}

function lowerModel(block: PlacedBlock, models: ReadonlyMap<string, PlacedBlock>): ForeignTable | undefined {
  const kind = kinds[block.keyword]
  if (kind === undefined) return undefined
  const columns = columnsOf(block, models)
  const isColumn = new Set(columns.map(({ member }) => member.text))
  const name = physicalName(block.name, block.attributes, block.file)
  return {
    kind,
    qualified: qualified(block, name),
    name,
    member: memberName(block.name, block.file),
    columns,
    constraints: constraintsOf(block, models),
    indexes: indexesOf(block),
    relations: block.fields
      .filter((field) => !isColumn.has(field.name.text))
      .map((field) => memberName(field.name, block.file)),
  }
}

type MemberColumn = ForeignColumn & { readonly member: ForeignName }

/** The fields that are columns: all but those whose type is another model. */
function columnsOf({ fields, file }: PlacedBlock, models: ReadonlyMap<string, PlacedBlock>): readonly MemberColumn[] {
  return fields.flatMap((field) => {
    const of = models.get(field.type ?? '')
    return of !== undefined && of.keyword !== 'type' ? [] : [lowerField(field, file)]
  })
}

function lowerField(field: PrismaField, file: SourceFile): MemberColumn {
  return {
    name: physicalName(field.name, field.attributes, file),
    member: memberName(field.name, file),
    type: typeClassOf(field),
    // Prisma demands no list of the database, and reads none as an empty one.
    nullable: field.optional || field.list,
  }
}

function lowerEnum(block: PlacedBlock): ForeignEnum {
  const { file } = block
  const name = physicalName(block.name, block.attributes, file)
  return {
    qualified: qualified(block, name),
    name,
    member: memberName(block.name, file),
    values: block.fields.map((field) => physicalName(field.name, field.attributes, file)),
  }
}

/** Models of a schema other than the usual one say so. */
function qualified({ attributes }: PrismaBlock, { text }: ForeignName): string {
  const schema = attributeNamed(attributes, 'schema')?.args[0]?.value
  return schema?.kind === 'string' && schema.text !== 'public' ? `${schema.text}.${text}` : text
}
