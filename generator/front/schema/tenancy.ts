import { keyPrefix, logicalName, roleName } from './forms.ts'
import { formed, type JsonObject, mapping, word } from './json-schema.ts'

function role(description: string, example: string): JsonObject {
  return formed({ description, examples: [example] }, roleName)
}

/** How every record carries its tenant. */
export const tenancy: JsonObject = mapping(
  {
    description: 'How every record carries its tenant. Without it no record does.',
    examples: [{ entity: 'Tenant', field: 'tenant', user: 'User', prefix: 'tenants/{tenant}/', enforce: 'rls' }],
  },
  {
    entity: formed(
      { description: 'The entity whose records are the tenants; its tenancy is `self`.', examples: ['Tenant'] },
      logicalName,
    ),
    field: formed(
      { description: 'The field that every record gets for its tenant.', examples: ['tenant'] },
      logicalName,
    ),
    user: formed(
      {
        description: 'The entity of the people who act: references to it have the role `user_ref`.',
        examples: ['User'],
      },
      logicalName,
    ),
    prefix: formed(
      { description: 'What every key in S3 starts with; it knows the tenant alone.', examples: ['tenants/{tenant}/'] },
      keyPrefix,
    ),
    enforce: word('Who keeps tenants apart: row level security, or the application alone.', ['rls', 'application'], {
      default: 'rls',
    }),
    roles: mapping(
      {
        description: "PostgreSQL's roles, `<name>_owner` and so on by default.",
        examples: [{ owner: 'shop_owner', app: 'shop_app' }],
      },
      {
        owner: role('Owns the tables and runs the migrations; `<name>_owner` by default.', 'shop_owner'),
        app: role('Serves requests, one tenant at a time; `<name>_app` by default.', 'shop_app'),
        system: role('Works across tenants, for jobs; `<name>_system` by default.', 'shop_system'),
        loader: role(
          'Loads historic rows, one tenant at a time, with the states and times they had; there is none by default.',
          'shop_loader',
        ),
        backup: role('Reads everything, for dumps; `<name>_backup` by default.', 'shop_backup'),
      },
      { minProperties: 1 },
    ),
  },
  { required: ['entity', 'field'] },
)
