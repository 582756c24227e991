import { logicalName } from './forms.ts'
import { either, type JsonObject, list, mapping, named, set, text, use, word } from './json-schema.ts'

/** Fields that entities share. */
export const mixin: JsonObject = mapping(
  {
    description: 'Fields that entities share.',
    examples: [{ about: 'What every record carries.', role: 'base', fields: { created_on: 'timestamp' } }],
  },
  {
    about: text('What the fields are for.', 'What every record carries.'),
    role: word(
      'What the mixin gives, which decides the parts of a split entity that carry it: every part carries `base`, the record of truth alone `mutable` and `soft_delete`.',
      ['base', 'mutable', 'soft_delete', 'plain'],
      { default: 'plain' },
    ),
    use: use('use'),
    fields: use('fields'),
  },
  { minProperties: 1 },
)

/** Mixins by name, in order. */
export const useList: JsonObject = set(
  {
    description: 'Mixins to take fields from, in order; a later one beats an earlier one.',
    examples: [['base_fields', 'mutable_fields']],
  },
  logicalName,
)

export const valueType: JsonObject = mapping(
  {
    description: 'A shape that is embedded: a sub-document in MongoDB, `jsonb` in PostgreSQL.',
    examples: [{ about: 'Where something is sent.', fields: { street: 'string(200)', city: 'string(80)' } }],
  },
  {
    about: text('What it stands for.', 'Where something is sent.'),
    fields: { ...use('fields'), type: 'object', minProperties: 1 },
  },
  { required: ['fields'] },
)

const values: JsonObject = list({ description: 'The values, in order.', examples: [['draft', 'sent']] }, logicalName, {
  minItems: 1,
})

export const enumeration: JsonObject = either(
  {
    description: 'A closed set of values: a list, or a mapping with `about` and `values`.',
    examples: [['draft', 'sent'], { about: 'Where an invoice stands.', values: { draft: 'Not sent yet.' } }],
  },
  values,
  mapping(
    { description: 'An enum that says what its values mean.', examples: [{ values: { draft: 'Not sent yet.' } }] },
    {
      about: text('What the enum tells apart.', 'Where an invoice stands.'),
      values: either(
        {
          description: 'The values, with or without what each means.',
          examples: [{ draft: 'Not sent yet.' }, ['draft']],
        },
        values,
        named(
          { description: 'Values with what each means.', examples: [{ draft: 'Not sent yet.' }] },
          logicalName,
          text('What the value means.', 'Not sent yet.'),
          { minProperties: 1 },
        ),
      ),
    },
    { required: ['values'] },
  ),
)
