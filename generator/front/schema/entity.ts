import { logicalName } from './forms.ts'
import { either, formed, type JsonObject, mapping, text, use, word } from './json-schema.ts'

const mode: JsonObject = word(
  'Every record has a tenant (`required`); or one without is read by all (`shared`); or none has one (`none`); or these are the tenants themselves (`self`).',
  ['required', 'shared', 'none', 'self'],
  { default: 'required' },
)

const tenancy: JsonObject = either(
  {
    description: 'How records belong to a tenant. What is not `required` says why.',
    examples: ['required', { mode: 'none', why: 'Prices are the same for everybody.' }],
  },
  mode,
  mapping(
    {
      description: 'How records belong to a tenant, and why.',
      examples: [{ mode: 'self', why: 'These are the tenants.' }],
    },
    { mode, why: text('Why it is not `required`.', 'Prices are the same for everybody.') },
    { required: ['mode'] },
  ),
)

/** A thing of the domain, with up to three parts. */
export const entity: JsonObject = mapping(
  {
    description: 'A thing of the domain. The block in which a field stands is the store that holds it.',
    examples: [{ about: 'What a customer owes.', postgres: { fields: { number: 'string(20)' } } }],
  },
  {
    about: text('What it is, in one sentence: it becomes its documentation.', 'What a customer owes.'),
    was: formed({ description: 'Its former name, so that a rename moves the data.', examples: ['Bill'] }, logicalName),
    use: use('use'),
    tenancy,
    postgres: use('postgres'),
    mongo: use('mongo'),
    s3: use('s3'),
  },
)
