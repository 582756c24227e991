import type { Enum } from '../../model/model.ts'
import { array, asConst, literal } from '../../print/typescript/index.ts'
import type { Statement } from '../../print/typescript/tree.ts'

/** The values as an array, and their union under the same name. */
export function enumStatements({ about, values }: Enum, name: string): readonly Statement[] {
  const meanings = values.filter((value) => value.about !== undefined)
  const lines = meanings.map((value) => `- \`${value.name}\`: ${value.about?.replace(/\s+/g, ' ')}`)
  const doc = [...(about === undefined ? [] : [about]), ...(lines.length === 0 ? [] : ['', ...lines])].join('\n')
  return [
    {
      kind: 'variable',
      name,
      isExported: true,
      ...(doc === '' ? {} : { doc }),
      initializer: asConst(array(values.map((value) => literal(value.name)))),
    },
    { kind: 'typeAlias', name, isExported: true, joined: true, type: `(typeof ${name})[number]` },
  ]
}
