import { packageName, projectName, relativeFolder, webFolder } from './forms.ts'
import { filled, flag, formed, type JsonObject, list, mapping, set, text, use, word } from './json-schema.ts'

const placement: JsonObject = list(
  {
    description: "The project's rules of thumb for which store holds what, for its documentation.",
    examples: [[{ when: 'large files', store: 's3' }]],
  },
  mapping(
    { description: 'One rule of thumb.', examples: [{ when: 'large files', store: 's3' }] },
    {
      when: text('The kind of data.', 'relational data that is counted or joined'),
      store: word('The store that holds it.', ['postgres', 'mongo', 's3']),
    },
    { required: ['when', 'store'] },
  ),
)

/** Files of the spec, by globs. Any file may have it. */
export const include: JsonObject = set(
  {
    description: 'Further files of the spec, as globs relative to this file.',
    examples: [['base.yaml', 'domains/*.yaml']],
  },
  { ...filled },
)

/** The project file. */
export const project: JsonObject = mapping(
  {
    description: 'The project file: what holds for the whole spec.',
    examples: [{ stowage: 1, name: 'web-shop', stores: { postgres: { version: 16, url: 'POSTGRES_URL' } } }],
  },
  {
    stowage: { description: 'The version of the language.', examples: [1], type: 'integer', const: 1 },
    name: formed({ description: "The project's name, in kebab-case.", examples: ['web-shop'] }, projectName),
    about: text('What the system is, in one sentence.', 'A shop with many merchants.'),
    include,
    output: mapping(
      { description: 'Where the output goes.', examples: [{ root: 'generated', package: '@acme/provider-db' }] },
      {
        root: formed(
          {
            description: "The folder of the output, relative to the project's folder.",
            examples: ['generated'],
            default: 'generated',
          },
          relativeFolder,
        ),
        package: formed(
          {
            description: 'The name of the generated npm package; `@<name>/provider-db` by default.',
            examples: ['@acme/provider-db'],
          },
          packageName,
        ),
        drawings: flag('Whether diagrams are drawn as SVG beside their texts, and shown by the pages as pictures.'),
      },
    ),
    docs: mapping(
      {
        description: 'Where the documentation of this spec is published.',
        examples: [{ url: 'https://docs.example.com/', source: 'https://github.com/acme/shop/blob/main/' }],
      },
      {
        url: formed(
          {
            description: 'The address of the site that `stowage docs` builds; reports link to it.',
            examples: ['https://docs.example.com/storage/'],
          },
          webFolder,
        ),
        source: formed(
          {
            description: "Where the project's files are shown; pages link to it.",
            examples: ['https://github.com/acme/shop/blob/main/'],
          },
          webFolder,
        ),
      },
    ),
    stores: use('stores'),
    tenancy: use('tenancy'),
    audit: use('audit'),
    conventions: use('conventions'),
    placement,
    rules: use('rules'),
  },
  { required: ['stowage', 'name', 'stores'] },
)
