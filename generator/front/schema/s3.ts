import { bucketName, contentType, keyPath, logicalName, size } from './forms.ts'
import { formed, type JsonObject, mapping, named, text, use, word } from './json-schema.ts'

const object: JsonObject = mapping(
  {
    description: 'One kind of object that a record has.',
    examples: [{ bucket: 'documents', path: 'invoices/{ref_id}/{object}.pdf', content_type: 'application/pdf' }],
  },
  {
    about: text('What the object holds.', 'The invoice as it was sent.'),
    bucket: formed(
      { description: "The bucket, by the project file's name for it.", examples: ['documents'] },
      bucketName,
    ),
    path: formed(
      {
        description:
          'The key: text, `{ref_id}`, `{object}` (fresh for each attempt, in the last part) and fields whose values are safe in a key. The tenancy prefix is put before it.',
        examples: ['invoices/{ref_id}/{object}.pdf'],
      },
      keyPath,
    ),
    content_type: formed({ description: 'The media type.', examples: ['application/pdf'] }, contentType),
    max_size: formed({ description: 'The greatest size.', examples: ['1MB', 400_000] }, size),
    write: word("Whether a record's object is written `once`, or replaced by newer `versions`.", ['once', 'versions'], {
      default: 'versions',
    }),
    keep: mapping(
      {
        description:
          "Fields beside the object's key, in the same part, which the data layer fills when it writes the object.",
        examples: [{ sha256: 'pdf_sha256', size: 'size_bytes' }],
      },
      {
        sha256: formed(
          {
            description: 'The `string(64)` that keeps the SHA-256 of its bytes, in hexadecimal.',
            examples: ['pdf_sha256'],
          },
          logicalName,
        ),
        size: formed(
          { description: 'The `int` or `bigint` that keeps how many bytes it has.', examples: ['size_bytes'] },
          logicalName,
        ),
      },
      { minProperties: 1 },
    ),
    volume: use('volume'),
  },
  { required: ['bucket', 'path', 'content_type'] },
)

/** The objects of an entity. */
export const s3: JsonObject = mapping(
  {
    description: 'What S3 holds of the entity: objects.',
    examples: [
      {
        objects: {
          pdf: { bucket: 'documents', path: 'invoices/{ref_id}/{object}.pdf', content_type: 'application/pdf' },
        },
      },
    ],
  },
  {
    why: text('Why it is in this store: it feeds the documentation and answers the placement rules.', 'a large file'),
    objects: named(
      {
        description: 'Kinds of object by name.',
        examples: [
          { pdf: { bucket: 'documents', path: 'invoices/{ref_id}/{object}.pdf', content_type: 'application/pdf' } },
        ],
      },
      logicalName,
      object,
      { minProperties: 1 },
    ),
  },
  { required: ['objects'] },
)
