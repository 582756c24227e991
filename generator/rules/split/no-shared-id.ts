import type { Rule } from '../rule.ts'

export const noSharedId: Rule = {
  code: 'split/no-shared-id',
  scope: 'entity',
  severity: 'error',
  preset: 'minimal',
  summary: 'every record of a split entity carries the public id that its parts share',
  fixable: false,
  check(model, report) {
    for (const { name, split, root, postgres, mongo } of model.entities) {
      if (!split) continue
      for (const part of [postgres, mongo]) {
        if (part === undefined || part.fields.some(({ publicId }) => publicId)) continue
        report({
          message: `the ${part.store === 'postgres' ? 'PostgreSQL' : 'MongoDB'} part of \`${name}\` has no public id`,
          span: part.span,
          label: 'cannot be matched with the other parts, when one is restored or looked for',
          help:
            part.store === root
              ? 'use a mixin with `ref_id: { type: ulid, public_id: true, default: ulid }`, or write that field here'
              : 'put the public id into a mixin of role `base`: every part of a split entity carries it',
        })
      }
    }
  },
}
