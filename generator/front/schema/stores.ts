import { bucketName, days, duration, environmentVariable } from './forms.ts'
import { flag, formed, type JsonObject, mapping, named, text, whole, word } from './json-schema.ts'

function variable(description: string, example: string): JsonObject {
  return formed(
    {
      description: `The environment variable that holds ${description}; never the secret itself.`,
      examples: [example],
    },
    environmentVariable,
  )
}

const bucket: JsonObject = mapping(
  { description: 'A bucket, and how long it keeps what is in it.', examples: [{ versioned: true, expire: '90d' }] },
  {
    about: text('What is kept in it.', 'Documents that customers get.'),
    env: variable('its real name, `S3_BUCKET_<NAME>` by default', 'S3_BUCKET_DOCUMENTS'),
    versioned: flag('Keeps what was replaced or removed. A lock implies it.'),
    lock: mapping(
      {
        description: 'Object Lock: what is written cannot be changed or removed.',
        examples: [{ mode: 'compliance', retain: '7y' }],
      },
      {
        mode: word('Whether anybody at all can lift the lock: nobody in `compliance`.', ['compliance', 'governance']),
        retain: formed({ description: 'How long an object stays locked.', examples: ['7y'] }, days),
      },
      { required: ['mode', 'retain'] },
    ),
    expire: formed({ description: 'After how long objects are removed.', examples: ['90d'] }, days),
    noncurrent_expire: formed(
      { description: 'After how long replaced versions are removed.', examples: ['30d'] },
      days,
    ),
    abort_uploads: formed(
      { description: 'After how long unfinished uploads are removed.', examples: ['7d'], default: '7d' },
      days,
    ),
  },
)

/** The stores that the spec may use. */
export const stores: JsonObject = mapping(
  {
    description: 'The stores that the spec uses. One that is not declared cannot be used.',
    examples: [{ postgres: { version: 16, url: 'POSTGRES_URL' } }],
  },
  {
    postgres: mapping(
      { description: 'PostgreSQL, for rows.', examples: [{ version: 16, url: 'POSTGRES_URL' }] },
      {
        version: whole('The major version it runs on.', 16, { minimum: 15, maximum: 99 }),
        url: variable('its connection string', 'POSTGRES_URL'),
      },
      { required: ['version', 'url'] },
    ),
    mongo: mapping(
      { description: 'MongoDB, for documents.', examples: [{ version: 7, url: 'MONGO_URL' }] },
      {
        version: whole('The major version it runs on.', 7, { minimum: 6, maximum: 99 }),
        url: variable('its connection string', 'MONGO_URL'),
      },
      { required: ['version', 'url'] },
    ),
    s3: mapping(
      {
        description: 'S3 or a store that speaks its language, for objects.',
        examples: [{ region: 'S3_REGION', buckets: { documents: {} } }],
      },
      {
        endpoint: variable('the URL of a store that is not AWS', 'S3_ENDPOINT'),
        region: variable('its region', 'S3_REGION'),
        path_style: flag("Puts the bucket into the URL's path and not into its host."),
        presign: formed(
          { description: 'How long a pre-signed URL lives.', examples: ['15m'], default: '15m' },
          duration,
        ),
        buckets: named(
          { description: 'The buckets, by the names the spec uses.', examples: [{ documents: { versioned: true } }] },
          bucketName,
          bucket,
          { minProperties: 1 },
        ),
      },
      { required: ['region', 'buckets'] },
    ),
  },
  { minProperties: 1 },
)
