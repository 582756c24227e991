import { objectsOf } from '../../model/lookup.ts'
import type { S3Object } from '../../model/s3.ts'
import type { Rule } from '../rule.ts'

export const keyWithoutTenant: Rule = {
  code: 's3/key-without-tenant',
  severity: 'error',
  preset: 'minimal',
  summary: 'the key of an object of a tenant names that tenant',
  fixable: false,
  check(model, report) {
    const { tenancy } = model.project
    if (tenancy === undefined) return
    const nameless = objectsOf(model).filter(
      ({ entity, object }) => entity.tenancy.mode !== 'none' && !namesTenant(object, tenancy),
    )
    const first = nameless[0]
    if (first === undefined) return
    // The prefix stands before every key, so one line is to be mended, however many keys lack the tenant.
    report({
      message: `the prefix \`${tenancy.prefix}\` does not name the tenant: \`{${tenancy.field}}\` is missing`,
      span: tenancy.prefixSpan ?? tenancy.span,
      related: [
        { span: first.object.pathSpan, label: `this key of \`${first.entity.name}\` would be shared by all tenants` },
      ],
      help: `write \`prefix: ${withTenant(tenancy.prefix, tenancy.field)}\`: access is granted by prefix`,
    })
  },
}

function namesTenant({ path }: S3Object, tenancy: { readonly field: string; readonly entity: string }): boolean {
  return path.some((segment) =>
    segment.some(
      (piece) =>
        piece.kind === 'variable' && (piece.variable.name === tenancy.field || piece.variable.idOf === tenancy.entity),
    ),
  )
}

function withTenant(prefix: string, field: string): string {
  return `${prefix.replace(/\/?$/, '/')}{${field}}/`
}
