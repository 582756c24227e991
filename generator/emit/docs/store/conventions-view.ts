import type { Model } from '../../../model/model.ts'
import type { NameConvention } from '../../../model/project.ts'
import { code, type Inline, joined } from '../../../print/markdown/inline.ts'

export interface ConventionView {
  readonly where: string
  readonly what: string
  readonly rule: Inline
}

/** The naming conventions of the stores that the project uses, as it has set them. */
export function conventionViews(model: Model): readonly ConventionView[] {
  const { mongo, postgres, s3, spec } = model.project.conventions
  const { stores } = model.project
  const all: readonly (readonly [string, boolean, readonly (readonly [string, NameConvention])[]])[] = [
    [
      'Spec',
      true,
      [
        ['entity', spec.entity],
        ['field', spec.field],
        ['enum', spec.enum],
        ['value of an enum', spec.enumValue],
        ['value type', spec.valueType],
        ['mixin', spec.mixin],
        ['object', spec.object],
      ],
    ],
    [
      'PostgreSQL',
      stores.postgres !== undefined,
      [
        ['table', postgres.table],
        ['column', postgres.column],
        ['constraint', postgres.constraint],
        ['index', postgres.index],
        ['view', postgres.view],
        ['timestamp', postgres.roles.timestamp],
        ['reference to a user', postgres.roles.userRef],
        ['id of an outside system', postgres.roles.externalId],
        ['key of an object', postgres.roles.objectKey],
        ['foreign key', postgres.roles.foreignKey],
        ['pointer to another store', postgres.roles.storeRef],
        ['internal id, for foreign keys only', postgres.roles.internalId],
        ['public id, for APIs and URLs', postgres.roles.publicId],
      ],
    ],
    [
      'MongoDB',
      stores.mongo !== undefined,
      [
        ['collection', mongo.collection],
        ['field', mongo.field],
        ['index', mongo.index],
        ['reference', mongo.reference],
      ],
    ],
    [
      'S3',
      stores.s3 !== undefined,
      [
        ['segment of a key', s3.segment],
        ['bucket', s3.bucket],
      ],
    ],
  ]
  return all.flatMap(([where, used, rules]) =>
    used
      ? rules.flatMap(([what, convention]) => {
          const rule = ruleWords(convention)
          return rule === undefined ? [] : [{ where, what, rule }]
        })
      : [],
  )
}

function ruleWords(convention: NameConvention): Inline | undefined {
  const items: Inline[] = []
  if (convention.name !== undefined) items.push(['is ', code(convention.name)])
  if (convention.case !== undefined) items.push(code(convention.case))
  if (convention.number !== undefined) items.push(convention.number)
  if (convention.prefix !== undefined) items.push(['starts with ', code(convention.prefix)])
  if (convention.suffix !== undefined) items.push(['ends in ', code(convention.suffix)])
  return items.length === 0 ? undefined : joined(items)
}
