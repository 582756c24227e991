import type { Lifecycle } from '../../model/lifecycle.ts'
import type { PostgresEntity } from '../../model/lookup.ts'
import { array, asConst, identifier, literal, object, property } from '../../print/typescript/index.ts'
import type { VariableStatement } from '../../print/typescript/tree.ts'
import type { Imports } from '../typescript/imports.ts'
import type { PackageNames } from '../typescript/package-names.ts'

/** The legal moves of an entity's status as a typed constant. */
export function lifecycleStatement(
  entity: PostgresEntity,
  lifecycle: Lifecycle,
  imports: Imports,
  names: PackageNames,
): VariableStatement {
  const states = names.enum(lifecycle.enum)
  return {
    kind: 'variable',
    name: names.lifecycle(entity).name,
    isExported: true,
    doc: `The legal moves of ${entity.name}'s \`${lifecycle.field}\`; a state without any is terminal.`,
    initializer: asConst(
      object(
        {
          start: literal(lifecycle.start),
          states: identifier(imports.value(states.name, states.file)),
          allow: object(
            lifecycle.states.map(({ name, to, about }) =>
              property(name, array(to.map(({ state }) => literal(state))), about),
            ),
            'expanded',
          ),
        },
        'expanded',
      ),
      `${imports.type('Lifecycle', 'types/lifecycle.ts')}<${imports.value(states.name, states.file)}>`,
    ),
  }
}
