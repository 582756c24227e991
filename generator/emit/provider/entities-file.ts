import type { Entity } from '../../model/entity.ts'
import type { Model } from '../../model/model.ts'
import type { Statement } from '../../print/typescript/tree.ts'
import type { OutputFile } from '../emitter.ts'
import { sourceFile } from '../typescript/generated-file.ts'
import { Imports } from '../typescript/imports.ts'
import { packageNames } from '../typescript/package-names.ts'
import { valueUse } from '../typescript/value-use.ts'
import type { EntityContext } from './context.ts'
import { describedEntities } from './describe/described-entities.ts'
import { inputStatements } from './inputs.ts'
import { kindStatements } from './kind.ts'
import { repositoryStatement } from './repository.ts'
import { hasRepository } from './traits.ts'

/** The types of a domain's repositories and of what they take. */
export function entitiesFile(path: string, entities: readonly Entity[], model: Model): OutputFile {
  const described = describedEntities(model)
  const imports = new Imports(path)
  const shared = { model, imports, names: packageNames(model), values: valueUse(model) }
  const statements = entities.flatMap((entity): readonly Statement[] => {
    const one = described.get(entity.name)
    return one === undefined || !hasRepository(one) ? [] : entityStatements({ ...shared, entity, described: one })
  })
  return sourceFile(
    path,
    [...imports.declarations(), ...statements],
    entities.map(({ name }) => name),
  )
}

function entityStatements(context: EntityContext): readonly Statement[] {
  return [...inputStatements(context), ...kindStatements(context), repositoryStatement(context)]
}
