import { count, size } from './forms.ts'
import { formed, type JsonObject, mapping } from './json-schema.ts'

/** How much there will be. */
export const volume: JsonObject = mapping(
  {
    description: 'How much there will be, for the capacity report and the placement rules.',
    examples: [{ per_tenant_month: '200k', bytes: 400 }],
  },
  {
    total: formed({ description: 'Records that there are in all, however many tenants.', examples: ['2M'] }, count),
    per_tenant: formed({ description: 'Records that each tenant has and keeps.', examples: [10] }, count),
    per_tenant_month: formed({ description: 'New records for each tenant and month.', examples: ['200k', 30] }, count),
    bytes: formed({ description: 'Mean size of one record.', examples: [400, '6kB'] }, size),
  },
  { minProperties: 1 },
)
