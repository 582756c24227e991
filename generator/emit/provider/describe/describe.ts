import type { Description } from '../../../../runtime/src/description/description.ts'
import type { EntityDescription } from '../../../../runtime/src/description/entity.ts'
import type { FieldDescription } from '../../../../runtime/src/description/field.ts'
import { oncePer } from '../../../base/once-per.ts'
import { entityNamed, fieldNamed } from '../../../model/lookup.ts'
import type { Model, ValueType } from '../../../model/model.ts'
import type { AuditSlot } from '../../../model/project.ts'
import { entityMember } from '../../typescript/data-members.ts'
import { describedEntities } from './described-entities.ts'
import { describeDocumentField } from './field.ts'

/** What the data layer is told of a spec: plain data, the same whether it is printed or used at once. */
export const describeProvider: (model: Model) => Description = oncePer((model) => {
  const { project } = model
  const s3 = project.stores.s3
  return {
    project: project.name,
    entities: Object.fromEntries(
      [...describedEntities(model)].map(([name, described]): [string, EntityDescription] => [
        entityMember(model, name),
        described,
      ]),
    ),
    valueTypes: Object.fromEntries(
      model.valueTypes.map((one): [string, readonly FieldDescription[]] => [one.name, describeValueType(one, model)]),
    ),
    enums: Object.fromEntries(model.enums.map(({ name, values }) => [name, values.map((value) => value.name)])),
    ...(project.tenancy === undefined ? {} : { tenancy: describeTenancy(project.tenancy, model) }),
    ...(project.audit === undefined ? {} : { audit: describeAudit(project.audit, model) }),
    ...(s3 === undefined ? {} : { s3: describeS3(s3) }),
    urls: {
      ...(project.stores.postgres === undefined ? {} : { postgres: project.stores.postgres.url }),
      ...(project.stores.mongo === undefined ? {} : { mongo: project.stores.mongo.url }),
    },
  }
})

export function describeValueType({ fields }: ValueType, model: Model): readonly FieldDescription[] {
  return fields.map((field) => describeDocumentField(field, { model }))
}

type Project = Model['project']

function describeTenancy(tenancy: NonNullable<Project['tenancy']>, model: Model): NonNullable<Description['tenancy']> {
  const { entity, user, field, roles } = tenancy
  return {
    entity: entityMember(model, entity),
    ...(user === undefined ? {} : { user: entityMember(model, user) }),
    parameter: field,
    roles: {
      app: roles.app,
      system: roles.system,
      ...(roles.loader === undefined ? {} : { loader: roles.loader }),
    },
  }
}

/** Its fields are keys of its documents. */
function describeAudit(
  { entity, fields }: NonNullable<Project['audit']>,
  model: Model,
): NonNullable<Description['audit']> {
  const { mongo } = entityNamed(model, entity)
  const key = (slot: AuditSlot): string => (mongo && fieldNamed(mongo, fields[slot]).physical.text) ?? fields[slot]
  return {
    entity: entityMember(model, entity),
    fields: {
      action: key('action'),
      actor: key('actor'),
      entity: key('entity'),
      record: key('entity_ref_id'),
      before: key('before'),
      after: key('after'),
      occurredOn: key('occurred_on'),
      dedupeKey: key('dedupe_key'),
    },
  }
}

function describeS3(s3: NonNullable<Project['stores']['s3']>): NonNullable<Description['s3']> {
  return {
    presignSeconds: s3.presignSeconds,
    pathStyle: s3.pathStyle,
    region: s3.region,
    ...(s3.endpoint === undefined ? {} : { endpoint: s3.endpoint }),
    buckets: Object.fromEntries(
      s3.buckets.map(({ name, env, versioned, lock }) => [
        name,
        {
          env,
          versioned: versioned || lock !== undefined,
          ...(lock === undefined
            ? {}
            : { lock: { mode: lock.mode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE', days: lock.retainDays } }),
        },
      ]),
    ),
  }
}
