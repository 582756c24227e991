import type { Lifecycle } from '../../model/lifecycle.ts'
import { array, identifier, literal, object } from '../../print/typescript/index.ts'
import type { VariableStatement } from '../../print/typescript/tree.ts'
import type { Imports } from '../typescript/imports.ts'
import type { PackageNames } from '../typescript/package-names.ts'

/** The legal moves of an entity's status as a typed constant. */
export function lifecycleStatement(
  entity: string,
  lifecycle: Lifecycle,
  imports: Imports,
  names: PackageNames,
): VariableStatement {
  const states = names.enum(lifecycle.enum)
  return {
    kind: 'variable',
    name: names.lifecycle(entity).name,
    isExported: true,
    doc: `The legal moves of ${entity}'s \`${lifecycle.field}\`; a state without any is terminal.`,
    initializer: {
      kind: 'as',
      expression: object(
        {
          start: literal(lifecycle.start),
          states: identifier(imports.value(states.name, states.file)),
          allow: object(
            lifecycle.states.map(({ name, to, about }) => ({
              kind: 'property',
              name,
              value: array(to.map(({ state }) => literal(state))),
              ...(about === undefined ? {} : { doc: about }),
            })),
            'expanded',
          ),
        },
        'expanded',
      ),
      asConst: true,
      satisfies: `${imports.type('Lifecycle', 'types/lifecycle.ts')}<${imports.value(states.name, states.file)}>`,
    },
  }
}
