import { inS3 } from '../../model/lookup.ts'
import type { Rule } from '../rule.ts'
import { checkDeclaredNames } from './declared-names.ts'

export const objectCase: Rule = {
  code: 'naming/object-case',
  severity: 'error',
  preset: 'recommended',
  summary: 'the S3 objects of an entity are named in the case of the convention',
  fixable: true,
  check(model, report) {
    const convention = model.project.conventions.spec.object
    for (const { name: owner, s3 } of inS3(model)) {
      const names = s3.objects.map(({ name, span }) => ({
        name,
        title: `object \`${name}\``,
        span,
        key: `object:${owner}.${name}`,
      }))
      const space = s3.objects.map(({ name }) => name)
      checkDeclaredNames(model, names, space, convention, report)
    }
  },
}
