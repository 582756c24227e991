import fc from 'fast-check'
import type { Entity } from '../../../generator/model/entity.ts'
import { enumNamed, fieldOf } from '../../../generator/model/lookup.ts'
import type { Model } from '../../../generator/model/model.ts'
import type { PathVariable, S3Object } from '../../../generator/model/s3.ts'

export const anyUlid: fc.Arbitrary<string> = fc.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
const wholeDay = fc.integer({ min: -719_162, max: 2_932_896 }).map((days) => new Date(days * 86_400_000))

/** Values that a variable of a path may have, by the spec's model. */
function valuesOf(variable: PathVariable, entity: Entity, model: Model): fc.Arbitrary<unknown> {
  const field = fieldOf(entity.postgres ?? entity.mongo ?? { fields: [] }, variable.name)
  switch (variable.form) {
    case 'ulid':
      return anyUlid
    case 'uuid':
      return fc.uuid()
    case 'object_id':
      return fc.stringMatching(/^[0-9a-f]{24}$/)
    case 'int':
      return field?.type.kind === 'scalar' && field.type.scalar === 'bigint'
        ? fc.bigInt({ min: 0n, max: 2n ** 63n - 1n })
        : fc.maxSafeNat()
    case 'date':
      return wholeDay
    case 'enum':
      return fc.constantFrom(...enumNamed(model, variable.enum ?? '').values.map(({ name }) => name))
    case 'slug':
      return fc.stringMatching(new RegExp(field?.pattern ?? '^[a-z]+$')).filter((text) => /^[\w~-][\w.~-]*$/.test(text))
  }
}

export function variablesOf({ path }: S3Object): readonly PathVariable[] {
  return path.flat().flatMap((piece) => (piece.kind === 'variable' ? [piece.variable] : []))
}

/** What a key of an object is built from; the tenant may be null where the entity's records may have none. */
export function parametersOf(object: S3Object, entity: Entity, model: Model): fc.Arbitrary<Record<string, unknown>> {
  const isShared = entity.tenancy.mode === 'shared'
  const entries = variablesOf(object).map((variable) => {
    const values = valuesOf(variable, entity, model)
    const isTenant = variable.name === model.project.tenancy?.field
    return [variable.member, isShared && isTenant ? fc.option(values) : values] as const
  })
  return fc.record(Object.fromEntries(entries), { noNullPrototype: true })
}

/** The key that the model's path makes of plain texts: written without the package. */
export function expectedKey(
  object: S3Object,
  entity: Entity,
  model: Model,
  parameters: Record<string, unknown>,
): string {
  const { tenancy } = model.project
  const text = (segments: S3Object['path']): string =>
    segments
      .map((segment) =>
        segment
          .map((piece) => (piece.kind === 'literal' ? piece.text : textOf(parameters[piece.variable.member])))
          .join(''),
      )
      .join('/')
  const tenant = variablesOf(object).find(({ name }) => name === tenancy?.field)?.member ?? ''
  if (entity.tenancy.mode !== 'shared' || parameters[tenant] !== null) return text(object.path)
  const prefix = (tenancy?.prefix ?? '').split('/').filter((segment) => segment !== '').length
  return `shared/${text(object.path.slice(prefix))}`
}

function textOf(value: unknown): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}
