import type { Entity } from '../../model/entity.ts'
import { documentPointers, objectPointers } from '../../model/pointers.ts'
import type { S3Object } from '../../model/s3.ts'
import type { Rule, RuleReport } from '../rule.ts'

export const danglingPart: Rule = {
  code: 'split/dangling-part',
  scope: 'entity',
  severity: 'error',
  preset: 'minimal',
  summary: 'every document and object of a split entity can be found from its record of truth',
  fixable: false,
  check(model, report) {
    for (const entity of model.entities) {
      checkDocument(entity, report)
      checkObjects(entity, report)
    }
  },
}

function checkDocument(entity: Entity, report: RuleReport): void {
  const { name, postgres, mongo } = entity
  if (postgres === undefined || mongo === undefined || documentPointers(entity).length > 0) return
  report({
    message: `no row of \`${name}\` points to its document`,
    span: mongo.span,
    label: `documents in \`${mongo.collection.text}\` that nothing leads to`,
    related: [{ span: postgres.span, label: 'no field here has the type `part(mongo)`' }],
    help: 'add a field such as `content: part(mongo)?` to the `postgres` block',
  })
}

function checkObjects(entity: Entity, report: RuleReport): void {
  const pointers = objectPointers(entity)
  for (const object of entity.s3?.objects ?? []) {
    if (pointers.has(object.name) || isRebuilt(object)) continue
    const record = entity.postgres ?? entity.mongo
    report({
      message: `no record of \`${entity.name}\` points to its object \`${object.name}\``,
      span: object.span,
      label: 'its key holds a fresh `{object}`, which nothing keeps',
      ...(record === undefined
        ? {}
        : { related: [{ span: record.span, label: `no field here has the type \`key(${object.name})\`` }] }),
      help:
        record === undefined
          ? `give \`${entity.name}\` a \`postgres\` or \`mongo\` part with a field of the type \`key(${object.name})\``
          : `add a field such as \`${object.name}_s3_key: key(${object.name})?\` to the \`${record.store}\` block`,
    })
  }
}

/** Whether the key follows from the record alone, so that no pointer is needed to find the bytes. */
function isRebuilt({ path }: S3Object): boolean {
  return !path.flat().some((piece) => piece.kind === 'variable' && piece.variable.name === 'object')
}
