import type { Entity } from '../../model/entity.ts'
import { hasTable, inPostgres, type PostgresEntity } from '../../model/lookup.ts'
import { recalling } from '../../model/memory/recalling.ts'
import type { Enum, Mixin, Model, ValueType } from '../../model/model.ts'
import type { Statement } from '../../print/typescript/tree.ts'
import type { Emitter, OutputFile } from '../emitter.ts'
import { sourceFile } from '../typescript/generated-file.ts'
import { Imports } from '../typescript/imports.ts'
import { type PackageNames, packageNames } from '../typescript/package-names.ts'
import { type ValueUse, valueUse } from '../typescript/value-use.ts'
import { enumStatements } from './enums.ts'
import { lifecycleStatement } from './lifecycles.ts'
import { mixinStatement, mixinsOfRows } from './mixins.ts'
import { rowStatement } from './rows.ts'
import { valueTypeStatement } from './value-types.ts'

/** The types that all stores share: enums, value types, mixins, rows and life cycles, one file a domain. */
export const typesEmitter: Emitter = {
  name: 'types',
  summary: 'TypeScript types: enums, value types, base fields, rows, life cycles',
  emit,
}

/** What a file is made of; mixins are in a file of their own. */
interface Content {
  readonly enums: Enum[]
  readonly valueTypes: ValueType[]
  readonly mixins: Mixin[]
  readonly entities: PostgresEntity[]
}

const recalled = recalling<OutputFile>()

function* emit(model: Model): Iterable<OutputFile> {
  const names = packageNames(model)
  const values = valueUse(model)
  const contents = contentsOf(model, names)
  for (const [path, content] of contents) {
    const { enums, valueTypes, mixins, entities } = content
    const inputs = [...enums, ...valueTypes, ...mixins, ...entities]
    yield recalled(model, path, inputs, () => typesFile(path, content, model, names, values))
  }
  const modules = [
    'json.ts',
    ...(model.entities.some(hasLifecycle) ? ['lifecycle.ts'] : []),
    ...(model.entities.some(hasTable) ? ['row.ts'] : []),
  ]
  const listed = [...modules, ...[...contents.keys()].map((path) => path.slice('types/'.length))].sort()
  const index = listed.map((file): Statement => ({ kind: 'export', moduleSpecifier: `./${file}` }))
  yield sourceFile('types/index.ts', index)
}

function hasLifecycle({ postgres }: Entity): boolean {
  return postgres?.lifecycle !== undefined
}

function contentsOf(model: Model, names: PackageNames): ReadonlyMap<string, Content> {
  const contents = new Map<string, Content>()
  const contentOf = (file: string): Content => {
    const known = contents.get(file)
    if (known !== undefined) return known
    const content: Content = { enums: [], valueTypes: [], mixins: [], entities: [] }
    contents.set(file, content)
    return content
  }
  for (const declared of model.enums) contentOf(names.enum(declared.name).file).enums.push(declared)
  for (const declared of model.valueTypes) contentOf(names.valueType(declared.name).file).valueTypes.push(declared)
  for (const mixin of mixinsOfRows(model)) contentOf(names.mixin(mixin.name).file).mixins.push(mixin)
  for (const entity of inPostgres(model)) contentOf(names.row(entity).file).entities.push(entity)
  return contents
}

function typesFile(path: string, content: Content, model: Model, names: PackageNames, values: ValueUse): OutputFile {
  const imports = new Imports(path)
  const context = { imports, names, values }
  const statements: readonly Statement[] = [
    ...content.enums.flatMap((declared) => enumStatements(declared, names.enum(declared.name).name)),
    ...content.valueTypes.map((declared) => valueTypeStatement(declared, context)),
    ...content.mixins.map((mixin) => mixinStatement(mixin, context)),
    ...content.entities.flatMap((entity): readonly Statement[] => {
      const { lifecycle } = entity.postgres
      const row = rowStatement(entity, model, context)
      return lifecycle === undefined ? [row] : [row, lifecycleStatement(entity, lifecycle, imports, names)]
    }),
  ]
  const sources = content.entities.map(({ name }) => name)
  return sourceFile(path, [...imports.declarations(), ...statements], sources)
}
