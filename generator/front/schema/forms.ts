import type { JsonObject } from './json-schema.ts'

/** The forms that texts of the language take, each with the words a report uses for it. */
function form(pattern: string, expected: string): JsonObject {
  return { type: 'string', pattern, 'x-expected': expected }
}

/** Names of entities, fields, enums, values, types, mixins, objects: safe as identifiers everywhere. */
export const logicalName: JsonObject = form(
  '^[A-Za-z][A-Za-z0-9_]{0,62}$',
  'a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`',
)

/** Names in a store. Longer than any store allows: the store's own limit has its own report. */
export const physicalName: JsonObject = form(
  '^[A-Za-z_][A-Za-z0-9_]{0,119}$',
  'a name of letters, digits and underscores that starts with a letter, such as `tool_call_logs`',
)

export const roleName: JsonObject = form(
  '^[a-z_][a-z0-9_]{0,62}$',
  'a role of at most 63 lower-case letters, digits and underscores, such as `myapp_owner`',
)

export const domainName: JsonObject = form(
  '^[A-Za-z]([A-Za-z0-9_ -]{0,61}[A-Za-z0-9])?$',
  'a name of at most 63 letters, digits, spaces, hyphens and underscores that starts with a letter, such as `Billing`',
)

export const projectName: JsonObject = form(
  '^(?=.{1,63}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  'a kebab-case name: lower-case letters and digits, with hyphens between words, such as `web-shop`',
)

/** A bucket as the spec calls it; its real name is in an environment variable. */
export const bucketName: JsonObject = form(
  '^(?=.{1,63}$)[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*$',
  'a name of letters and digits, with hyphens between words, such as `raw-uploads`',
)

export const packageName: JsonObject = form(
  '^(?=.{1,214}$)(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*$',
  'the name of an npm package, such as `@acme/provider-db`',
)

export const environmentVariable: JsonObject = form(
  '^[A-Z][A-Z0-9_]{0,119}$',
  'the name of an environment variable in capitals, digits and underscores, such as `POSTGRES_URL`',
)

export const relativeFolder: JsonObject = form(
  '^\\.?[A-Za-z0-9_-][A-Za-z0-9_.-]*(/\\.?[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$',
  "a folder below the project's folder with `/` between its parts and no `..`, such as `generated`",
)

export const keyPrefix: JsonObject = form(
  '^([^\\s/]+/)+$',
  'the start of a key, which ends with `/`, such as `tenants/{tenant}/`',
)

export const keyPath: JsonObject = form(
  '^[^\\s/]+(/[^\\s/]+)*$',
  'a path without spaces and without a `/` at its ends, such as `reports/{ref_id}/{object}.pdf`',
)

export const contentType: JsonObject = form(
  '^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}(; ?charset=[A-Za-z0-9_-]{1,40})?$',
  'a media type in lower case, such as `text/markdown`',
)

/** A field and perhaps its order, in an index. */
export const indexedField: JsonObject = form(
  '^[A-Za-z][A-Za-z0-9_]{0,62}( (asc|desc|text))?$',
  'the name of a field with nothing, ` asc`, ` desc` or, in MongoDB, ` text` behind it, such as `created_on desc`',
)

export const duration: JsonObject = form('^[1-9][0-9]{0,8}[smhdy]$', 'a duration such as `15m`, `12h`, `90d` or `7y`')

/** S3 and Object Lock count in days. */
export const days: JsonObject = form('^[1-9][0-9]{0,4}[dy]$', 'a number of days or years such as `30d` or `7y`')

export const affix: JsonObject = form('^[A-Za-z0-9_]{1,32}$', 'letters, digits and underscores, such as `_on`')

export const ruleName: JsonObject = form(
  '^[a-z0-9]+/[a-z0-9]+(-[a-z0-9]+)*$',
  'the code of a rule, such as `naming/timestamp-suffix`',
)

export const count: JsonObject = {
  anyOf: [
    { type: 'integer', minimum: 0, maximum: 1_000_000_000_000 },
    form('^[0-9]{1,12}((\\.[0-9]{1,6})?[kMG])?$', 'a count such as `200`, `80k` or `2M`'),
  ],
}

export const size: JsonObject = {
  anyOf: [
    { type: 'integer', minimum: 0, maximum: 1_000_000_000_000 },
    form('^[0-9]{1,12}(B|(\\.[0-9]{1,6})?(kB|MB|GB|TB))?$', 'a size such as `400`, `6kB`, `1MB` or `2GB`'),
  ],
}

export const webFolder: JsonObject = form(
  '^https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~@%+-]+)*/$',
  'an address that starts with `https://` and ends with `/`, such as `https://docs.example.com/`',
)
