import { domainName, logicalName } from './forms.ts'
import { formed, type JsonObject, mapping, named, text, use } from './json-schema.ts'
import { include } from './project.ts'

/** Every file but the project file: a subject area, or mixins, types and enums for all of them. */
export const domain: JsonObject = mapping(
  {
    description: 'A file of the spec: a subject area, or what several of them share.',
    examples: [{ domain: 'Billing', entities: { Invoice: { postgres: { fields: { number: 'string(20)' } } } } }],
  },
  {
    domain: formed(
      { description: 'The subject area: one diagram, one chapter, one Prisma file.', examples: ['Billing'] },
      domainName,
    ),
    about: text('What the subject area is about.', 'From an order to its payment.'),
    include,
    mixins: named(
      {
        description: 'Fields that entities share.',
        examples: [{ base_fields: { fields: { created_on: 'timestamp' } } }],
      },
      logicalName,
      use('mixin'),
    ),
    enums: named(
      { description: 'Closed sets of values.', examples: [{ InvoiceStatus: ['draft', 'sent'] }] },
      logicalName,
      use('enum'),
    ),
    types: named(
      { description: 'Shapes that are embedded.', examples: [{ Address: { fields: { city: 'string(80)' } } }] },
      logicalName,
      use('type'),
    ),
    entities: named(
      {
        description: 'The things of the domain.',
        examples: [{ Invoice: { postgres: { fields: { number: 'string(20)' } } } }],
      },
      logicalName,
      use('entity'),
    ),
  },
)
