import type { CollectionDescription, JsonSchema, RoleDescription } from '../live/mongo/catalog/mongo/description.ts'
import { factsOfDomains } from './domains.ts'
import { factsIn } from './read.ts'

/** A schema in which an embedded shape is called by its name, which says all but the types of BSON. */
interface ShapedField extends Omit<JsonSchema, 'items'> {
  readonly shape?: string
  readonly items?: ShapedField
}
interface ShapedRecord extends JsonSchema {
  readonly properties: Readonly<Record<string, ShapedField>>
}
interface ShapedCollection extends Omit<CollectionDescription, 'validator'> {
  readonly validator: ShapedRecord
}

interface DomainFacts {
  readonly described: readonly ShapedCollection[]
  readonly privileges: RoleDescription['privileges']
}

/** A shape stands behind those that it holds. */
const common = factsIn<{
  readonly shapes: Readonly<Record<string, ShapedRecord>>
  /** Its name. */
  readonly role: string
}>('mongo.json')
const domains = factsOfDomains<DomainFacts>()

const shapes = new Map<string, JsonSchema>()
for (const [name, shape] of Object.entries(common.shapes)) shapes.set(name, schemaOf(shape))

/** What the application may do. */
export const applicationRole: RoleDescription = {
  name: common.role,
  privileges: domains.flatMap(({ privileges }) => privileges),
}

/** Every collection, as the server describes it. */
export const described: readonly CollectionDescription[] = domains
  .flatMap((domain) => domain.described)
  .map((collection) => ({ ...collection, validator: { $jsonSchema: schemaOf(collection.validator) } }))

function schemaOf({ properties, ...record }: ShapedRecord): JsonSchema {
  const fields = Object.entries(properties).map(([name, field]) => [name, fieldSchema(field)] as const)
  return { ...record, properties: Object.fromEntries(fields) }
}

function fieldSchema({ shape, items, ...field }: ShapedField): JsonSchema {
  const known = shape === undefined ? {} : shapes.get(shape)
  return { ...known, ...field, ...(items === undefined ? {} : { items: fieldSchema(items) }) }
}
