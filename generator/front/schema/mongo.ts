import { duration, logicalName, physicalName } from './forms.ts'
import { either, flag, formed, type JsonObject, mapping, named, text, use, whole } from './json-schema.ts'

const after: JsonObject = formed({ description: 'How long a document lives.', examples: ['90d'] }, duration)

/** The documents of an entity. */
export const mongo: JsonObject = mapping(
  {
    description: 'What MongoDB holds of the entity: one collection.',
    examples: [{ why: 'its shape differs with each source', fields: { payload: 'json' }, expire: '90d' }],
  },
  {
    collection: formed(
      {
        description: "The collection's name, where it is not the one that the conventions give.",
        examples: ['event_logs'],
      },
      physicalName,
    ),
    why: text(
      'Why it is in this store: it feeds the documentation and answers the placement rules.',
      'its shape differs with each source',
    ),
    append_only: flag('Documents are added and never changed.'),
    expire: either(
      {
        description:
          'When documents are removed by themselves: a duration, or a mapping that names the field it counts from.',
        examples: ['90d', { after: '90d', from: 'created_on' }],
      },
      after,
      mapping(
        { description: 'How long after which timestamp.', examples: [{ after: '90d', from: 'created_on' }] },
        {
          after,
          from: formed({ description: 'The timestamp it counts from.', examples: ['created_on'] }, logicalName),
        },
        { required: ['after'] },
      ),
    ),
    fields: use('fields'),
    unique: use('uniques'),
    indexes: use('indexes'),
    text_index: named(
      {
        description: 'The fields that a text search looks into, each with its weight.',
        examples: [{ title: 10, summary: 5 }],
      },
      logicalName,
      whole('The weight of the field.', 10, { minimum: 1, maximum: 99_999 }),
      { minProperties: 1 },
    ),
    volume: use('volume'),
  },
)
