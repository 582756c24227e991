import { logicalName } from './forms.ts'
import { either, formed, type JsonObject, mapping } from './json-schema.ts'

function field(description: string, byDefault: string): JsonObject {
  return formed({ description, examples: [byDefault], default: byDefault }, logicalName)
}

/** The entity that keeps what was done. */
export const audit: JsonObject = either(
  {
    description:
      'The entity of MongoDB that keeps what was done: every move of a life cycle becomes one of its records.',
    examples: ['AuditLog', { entity: 'AuditLog', fields: { occurred_on: 'happened_on' } }],
  },
  formed({ description: 'The entity, whose fields have the names by default.', examples: ['AuditLog'] }, logicalName),
  mapping(
    {
      description: 'The entity, and which of its fields holds what.',
      examples: [{ entity: 'AuditLog', fields: { occurred_on: 'happened_on' } }],
    },
    {
      entity: formed({ description: 'The entity of MongoDB.', examples: ['AuditLog'] }, logicalName),
      fields: mapping(
        { description: 'Its fields, where they are called otherwise.', examples: [{ occurred_on: 'happened_on' }] },
        {
          action: field('What was done: a `string`.', 'action'),
          actor: field('Who did it: a type with `kind` and `id`, or `json`.', 'actor'),
          entity: field('What kind of record it was done to: a `string`.', 'entity'),
          entity_ref_id: field('The public id of that record: a `ulid`.', 'entity_ref_id'),
          before: field('What changed, as it was: `json`.', 'before'),
          after: field('What changed, as it is: `json`.', 'after'),
          occurred_on: field('When it was done: a `timestamp`.', 'occurred_on'),
          dedupe_key: field('Tells a second delivery from another event: a `string` that is unique.', 'dedupe_key'),
        },
        { minProperties: 1 },
      ),
    },
    { required: ['entity'] },
  ),
)
