import { inPostgres, referencesTo } from '../../model/lookup.ts'
import { placeKey } from '../../source/source-file.ts'
import type { Rule } from '../rule.ts'

export const partitionReferenced: Rule = {
  code: 'postgres/partition-referenced',
  scope: 'entity',
  severity: 'error',
  preset: 'minimal',
  summary: 'no foreign key refers to a partitioned table, whose key holds the time too',
  fixable: false,
  check(model, report) {
    for (const { name, postgres } of inPostgres(model)) {
      const { partition } = postgres
      if (partition === undefined) continue
      const seen = new Set<string>()
      for (const { from, field } of referencesTo(model, name)) {
        const place = placeKey(field.span)
        if (field.type.kind !== 'ref' || field.type.mode !== 'foreign_key' || seen.has(place)) continue
        seen.add(place)
        report({
          message: `\`${from.name}\` refers to \`${name}\`, whose table is partitioned by \`${partition.by}\``,
          span: field.typeSpan,
          label: `a foreign key would have to hold \`${partition.by}\` as well`,
          related: [{ span: partition.span, label: 'partitioned here' }],
          help: `keep the public id instead (\`${field.name}_ref_id: ulid\`), or refer to what \`${name}\` refers to`,
        })
      }
    }
  },
}
