import type { Description } from '../../../runtime/src/description/description.ts'
import { toCase } from '../../base/casing.ts'
import type { Entity } from '../../model/entity.ts'
import type { Enum, Model, ValueType } from '../../model/model.ts'
import {
  type Expression,
  identifier,
  member,
  type ObjectMember,
  object,
  type Plain,
  plain,
  property,
} from '../../print/typescript/index.ts'
import type { OutputFile } from '../emitter.ts'
import { entityMember } from '../typescript/data-members.ts'
import { sourceFile } from '../typescript/generated-file.ts'
import { Imports } from '../typescript/imports.ts'
import { NameTable } from '../typescript/name-table.ts'
import { type Named, packageNames } from '../typescript/package-names.ts'
import { support } from './context.ts'
import { describeValueType } from './describe/describe.ts'
import { describedEntities } from './describe/described-entities.ts'

/** What of a spec is described in one file. */
export interface DomainContent {
  readonly entities: readonly Entity[]
  readonly enums: readonly Enum[]
  readonly valueTypes: readonly ValueType[]
}

type Part = 'entities' | 'valueTypes' | 'enums'

const root = 'provider/description/index.ts'

/** What a domain's constant is called, by the name of its file without ending; they are seen by the root file alone. */
export function descriptionNames(stems: Iterable<string>): ReadonlyMap<string, Named> {
  const names = new NameTable(['description', 'Description'])
  return new Map(
    [...stems].map((stem) => {
      const wish = `${toCase(stem, 'camelCase')}Description`
      const name = names.claim(/^[0-9]/.test(wish) ? `_${wish}` : wish)
      return [stem, { name, file: `provider/description/${stem}.ts` }]
    }),
  )
}

/** One domain's part of the description, as data. */
export function domainDescription({ name, file }: Named, content: DomainContent, model: Model): OutputFile {
  const imports = new Imports(file)
  const names = packageNames(model)
  const type = imports.type('DomainDescription', support.domain)
  const described = describedEntities(model)
  const entities = content.entities.map((entity) =>
    property(entityMember(model, entity.name), plain(data(described.get(entity.name)))),
  )
  const valueTypes = content.valueTypes.map((one) => property(one.name, plain(data(describeValueType(one, model)))))
  const enums = content.enums.map((one) => {
    const declared = names.enum(one.name)
    return property(one.name, identifier(imports.value(declared.name, declared.file)))
  })
  const initializer = object(
    {
      entities: object(entities, 'expanded'),
      valueTypes: object(valueTypes, 'expanded'),
      enums: object(enums, 'expanded'),
    },
    'expanded',
  )
  const sources = content.entities.map((entity) => entity.name)
  return sourceFile(
    file,
    [
      ...imports.declarations(),
      {
        kind: 'variable',
        name,
        isExported: true,
        type,
        initializer,
      },
    ],
    sources,
  )
}

/** The whole description: the domains' parts and what is the project's. */
export function wholeDescription(description: Description, domains: readonly Named[]): OutputFile {
  const imports = new Imports(root)
  const type = imports.type('Description', '@stowage/runtime')
  for (const { name, file } of domains) imports.value(name, file)
  const joined = (part: Part): Expression =>
    object(
      domains.map(({ name }): ObjectMember => ({ kind: 'spread', expression: member(name, part) })),
      'expanded',
    )
  const { project, entities, valueTypes, enums, ...others } = description
  return sourceFile(root, [
    ...imports.declarations(),
    {
      kind: 'variable',
      name: 'description',
      isExported: true,
      doc: 'What the data layer is told of the spec.',
      type,
      initializer: object(
        [
          property('project', plain(project)),
          property('entities', joined('entities')),
          property('valueTypes', joined('valueTypes')),
          property('enums', joined('enums')),
          ...Object.entries(others).map(([name, value]) => property(name, plain(data(value)))),
        ],
        'expanded',
      ),
    },
  ])
}

/** A description is plain data by its types, which interfaces do not show. */
function data(value: object | undefined): Plain {
  return value as Plain
}
