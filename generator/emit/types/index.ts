import type { Entity } from '../../model/entity.ts'
import { inPostgres } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import type { Statement } from '../../print/typescript/tree.ts'
import type { Emitter, OutputFile } from '../emitter.ts'
import { sourceFile } from '../typescript/generated-file.ts'
import { Imports } from '../typescript/imports.ts'
import { type PackageNames, packageNames } from '../typescript/package-names.ts'
import { type ValueUse, valueUse } from '../typescript/value-use.ts'
import { enumStatements } from './enums.ts'
import { lifecycleStatement } from './lifecycles.ts'
import { mixinStatements } from './mixins.ts'
import { rowStatement } from './rows.ts'
import { valueTypeStatement } from './value-types.ts'

/** The types that all stores share: enums, value types, mixins, rows and life cycles, one file a domain. */
export const typesEmitter: Emitter = {
  name: 'types',
  summary: 'TypeScript types: enums, value types, base fields, rows, life cycles',
  emit,
}

/** What a file is made of. */
interface Content {
  readonly statements: Statement[]
  readonly imports: Imports
  readonly sources: string[]
}

function emit(model: Model): readonly OutputFile[] {
  const names = packageNames(model)
  const values = valueUse(model)
  const contents = new Map<string, Content>()
  const contentOf = (file: string): Content => {
    const content = contents.get(file) ?? { statements: [], imports: new Imports(file), sources: [] }
    contents.set(file, content)
    return content
  }
  fill(model, names, values, contentOf)
  const files = [...contents].map(([path, { statements, imports, sources }]) =>
    sourceFile(path, [...imports.declarations(), ...statements], sources),
  )
  const modules = [
    'json.ts',
    ...(model.entities.some(hasLifecycle) ? ['lifecycle.ts'] : []),
    ...(inPostgres(model).length > 0 ? ['row.ts'] : []),
  ]
  const listed = [...modules, ...[...contents.keys()].map((path) => path.slice('types/'.length))].sort()
  const index = listed.map((file): Statement => ({ kind: 'export', moduleSpecifier: `./${file}` }))
  return [...files, sourceFile('types/index.ts', index)]
}

function hasLifecycle({ postgres }: Entity): boolean {
  return postgres?.lifecycle !== undefined
}

function fill(model: Model, names: PackageNames, values: ValueUse, contentOf: (file: string) => Content): void {
  for (const declared of model.enums) {
    const { name, file } = names.enum(declared.name)
    contentOf(file).statements.push(...enumStatements(declared, name))
  }
  for (const declared of model.valueTypes) {
    const { statements, imports } = contentOf(names.valueType(declared.name).file)
    statements.push(valueTypeStatement(declared, { imports, names, values }))
  }
  for (const mixin of mixinStatements(model, { names, values, importsOf: (file) => contentOf(file).imports })) {
    contentOf(mixin.file).statements.push(mixin.statement)
  }
  for (const entity of inPostgres(model)) {
    const { statements, imports, sources } = contentOf(names.row(entity.name).file)
    statements.push(rowStatement(entity, model, { imports, names, values }))
    sources.push(entity.name)
    if (entity.postgres.lifecycle !== undefined) {
      statements.push(lifecycleStatement(entity.name, entity.postgres.lifecycle, imports, names))
    }
  }
}
