import type { Rule } from '../rule.ts'
import { checkDeclaredNames } from './declared-names.ts'

export const bucket: Rule = {
  code: 'naming/bucket',
  severity: 'error',
  preset: 'recommended',
  summary: 'buckets are named in the case of the convention',
  fixable: true,
  check(model, report) {
    const buckets = model.project.stores.s3?.buckets ?? []
    const names = buckets.map(({ name, span }) => ({ name, title: `bucket \`${name}\``, span, key: `bucket:${name}` }))
    const space = buckets.map(({ name }) => name)
    checkDeclaredNames(model, names, space, model.project.conventions.s3.bucket, report)
  },
}
