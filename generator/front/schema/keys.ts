import { fieldNames } from './field.ts'
import { indexedField, logicalName, physicalName } from './forms.ts'
import { either, formed, type JsonObject, list, mapping, named, text, use, word } from './json-schema.ts'

const about: JsonObject = text('What it is for.', 'At most one active plan for each tenant.')

const scalar: JsonObject = { type: ['string', 'number', 'boolean', 'null'] }

/** Which records a key is about. */
export const where: JsonObject = named(
  {
    description:
      'The records it is about: fields and the constant, the list of constants, `null` or `{ not: null }` they have.',
    examples: [
      { status: 'active', revoked_on: null },
      { status: ['draft', 'sent'], paid_on: { not: null } },
    ],
  },
  logicalName,
  either(
    { description: 'The value that the field has.', examples: ['active', ['draft', 'sent'], null, { not: null }] },
    scalar,
    list(
      { description: 'Any of these.', examples: [['draft', 'sent']] },
      { type: ['string', 'number', 'boolean'] },
      { minItems: 1, uniqueItems: true },
    ),
    mapping(
      { description: 'Anything but empty.', examples: [{ not: null }] },
      { not: { description: 'The value it does not have: `null`.', examples: [null], type: 'null' } },
      { required: ['not'] },
    ),
  ),
  { minProperties: 1 },
)

const keyName: JsonObject = formed(
  {
    description: 'Its name in the store, where it is not the one that the conventions give.',
    examples: ['one_active_plan'],
  },
  physicalName,
)

/** A promise that no two records agree in these fields. */
export const uniques: JsonObject = list(
  {
    description: 'Fields in which no two records agree: per tenant and among live records, unless it says otherwise.',
    examples: [[['number']], [{ fields: [], where: { status: 'active' }, name: 'one_active_plan' }]],
  },
  either(
    {
      description: 'Fields, or a mapping with `fields` and more.',
      examples: [['order', 'position'], { fields: ['email'], scope: 'global' }],
    },
    fieldNames('The fields.', { minItems: 1 }),
    mapping(
      {
        description: 'Fields, and among which records they are unique.',
        examples: [{ fields: ['email'], scope: 'global' }],
      },
      {
        fields: fieldNames('The fields; none says "at most one for each tenant".', {}),
        where: use('where'),
        scope: word('Unique within a tenant, or in the whole store.', ['tenant', 'global'], { default: 'tenant' }),
        deleted: word('Whether a deleted record blocks its values.', ['ignored', 'counted'], { default: 'ignored' }),
        name: keyName,
        about,
      },
      { required: ['fields'] },
    ),
  ),
)

const indexedFields: JsonObject = list(
  {
    description: 'The fields in order, each with ` desc` where it runs down.',
    examples: [['status', 'created_on desc']],
  },
  indexedField,
  { minItems: 1, uniqueItems: true },
)

export const indexes: JsonObject = list(
  {
    description: 'How records are found and ordered; the tenant is put first.',
    examples: [[['status', 'created_on desc']], [{ fields: ['expires_on'], where: { revoked_on: null } }]],
  },
  either(
    {
      description: 'Fields, or a mapping with `fields` and more.',
      examples: [['status', 'created_on desc'], { fields: ['email'], scope: 'global' }],
    },
    indexedFields,
    mapping(
      {
        description: 'Fields, and the records that are indexed.',
        examples: [{ fields: ['expires_on'], where: { revoked_on: null } }],
      },
      {
        fields: indexedFields,
        where: use('where'),
        scope: word('Whether the tenant is put first.', ['tenant', 'global'], { default: 'tenant' }),
        name: keyName,
        about,
      },
      { required: ['fields'] },
    ),
  ),
)
