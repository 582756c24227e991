import type { Entity } from '../../model/entity.ts'
import type { Field } from '../../model/field.ts'
import type { Model } from '../../model/model.ts'
import { placeKey } from '../../source/source-file.ts'
import type { Rule, RuleReport } from '../rule.ts'
import { declaredFields, embeddedFields } from './embedded.ts'
import { placementHelp } from './framework.ts'

export const binaryOutsideS3: Rule = {
  code: 'placement/binary-outside-s3',
  severity: 'warning',
  preset: 'recommended',
  summary: 'bytes are kept in S3, with their key in the record',
  fixable: false,
  check(model, report) {
    const reported = new Set<string>()
    const seen = new Set<string>()
    for (const entity of model.entities) {
      for (const store of ['postgres', 'mongo'] as const) checkPart(entity, store, model, { reported, seen }, report)
    }
  },
}

function checkPart(
  entity: Entity,
  store: 'postgres' | 'mongo',
  model: Model,
  { reported, seen }: { readonly reported: Set<string>; readonly seen: Set<string> },
  report: RuleReport,
): void {
  const part = entity[store]
  if (part === undefined || part.why !== undefined) return
  for (const field of declaredFields(part)) {
    for (const binary of [field, ...embeddedFields(field, model, seen)].filter(isBinary)) {
      const place = placeKey(binary.span)
      if (reported.has(place)) continue
      reported.add(place)
      report({
        message: `\`${binary.name}\` keeps bytes in ${store === 'postgres' ? 'PostgreSQL' : 'MongoDB'}`,
        span: binary.typeSpan,
        label: 'loaded whole with its record, and never served by a signed URL',
        ...(binary === field ? {} : { related: [{ span: field.typeSpan, label: `part of \`${entity.name}\` here` }] }),
        help: placementHelp(model, 'declare an S3 object and keep its `key(...)` here', 's3', store),
      })
    }
  }
}

function isBinary({ type }: Field): boolean {
  return type.kind === 'scalar' && type.scalar === 'bytes'
}
