import { logicalName, physicalName } from './forms.ts'
import { flag, formed, type JsonObject, list, mapping, named, text, use, word } from './json-schema.ts'

const state: JsonObject = logicalName

const lifecycle: JsonObject = mapping(
  {
    description: 'The states of a record and the moves between them, which the database enforces.',
    examples: [{ field: 'status', start: 'draft', allow: { draft: ['sent'] } }],
  },
  {
    field: formed(
      { description: 'The field that holds the state; its type is an enum.', examples: ['status'] },
      logicalName,
    ),
    start: formed({ description: 'The state in which a record is made.', examples: ['draft'] }, state),
    allow: named(
      {
        description: 'The states that may follow each state. One that is not listed is terminal.',
        examples: [{ draft: ['sent', 'cancelled'] }],
      },
      state,
      list({ description: 'The states that may follow.', examples: [['sent', 'cancelled']] }, state, {
        uniqueItems: true,
      }),
    ),
    about: named(
      { description: 'What each state means.', examples: [{ draft: 'Not sent yet.' }] },
      state,
      text('What the state means.', 'Not sent yet.'),
    ),
  },
  { required: ['field', 'start', 'allow'] },
)

/** The rows of an entity. */
export const postgres: JsonObject = mapping(
  {
    description: 'What PostgreSQL holds of the entity: one table.',
    examples: [{ why: 'counted and joined', fields: { number: 'string(20)' }, indexes: [['number']] }],
  },
  {
    table: formed(
      { description: "The table's name, where it is not the one that the conventions give.", examples: ['invoices'] },
      physicalName,
    ),
    why: text(
      'Why it is in this store: it feeds the documentation and answers the placement rules.',
      'counted and joined',
    ),
    append_only: flag(
      'Rows are added and never changed or removed, by whoever writes: grants lack it and triggers refuse it.',
    ),
    partition: mapping(
      {
        description: 'Cuts the table into one partition for each month. Nothing can refer to such a table.',
        examples: [{ by: 'created_on', every: 'month' }],
      },
      {
        by: formed(
          {
            description: 'The timestamp that decides the partition; it never changes (`immutable: true`).',
            examples: ['created_on'],
          },
          logicalName,
        ),
        every: word('How long a partition is.', ['month']),
      },
      { required: ['by', 'every'] },
    ),
    fields: use('fields'),
    unique: use('uniques'),
    indexes: use('indexes'),
    lifecycle,
    volume: use('volume'),
  },
)
