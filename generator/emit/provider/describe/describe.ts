import type { Description } from '../../../../runtime/src/description/description.ts'
import type { EntityDescription } from '../../../../runtime/src/description/entity.ts'
import type { FieldDescription } from '../../../../runtime/src/description/field.ts'
import { oncePer } from '../../../base/once-per.ts'
import type { Model } from '../../../model/model.ts'
import { packageNames } from '../../typescript/package-names.ts'
import { describeEntity } from './entity.ts'
import { describeDocumentField } from './field.ts'
import { entityMember } from './member.ts'

/** What the data layer is told of a spec: plain data, the same whether it is printed or used at once. */
export const describeProvider: (model: Model) => Description = oncePer((model) => {
  const { project } = model
  const names = packageNames(model)
  const s3 = project.stores.s3
  return {
    project: project.name,
    entities: Object.fromEntries(
      model.entities.map((entity): [string, EntityDescription] => [
        entityMember(entity.name),
        describeEntity(entity, model, names),
      ]),
    ),
    valueTypes: Object.fromEntries(
      model.valueTypes.map(({ name, fields }): [string, readonly FieldDescription[]] => [
        name,
        fields.map((field) => describeDocumentField(field)),
      ]),
    ),
    enums: Object.fromEntries(model.enums.map(({ name, values }) => [name, values.map((value) => value.name)])),
    ...(project.tenancy === undefined ? {} : { tenancy: describeTenancy(project.tenancy) }),
    ...(s3 === undefined ? {} : { s3: describeS3(s3) }),
    urls: {
      ...(project.stores.postgres === undefined ? {} : { postgres: project.stores.postgres.url }),
      ...(project.stores.mongo === undefined ? {} : { mongo: project.stores.mongo.url }),
    },
  }
})

type Project = Model['project']

function describeTenancy(tenancy: NonNullable<Project['tenancy']>): NonNullable<Description['tenancy']> {
  const { entity, user, field, roles } = tenancy
  return {
    entity: entityMember(entity),
    ...(user === undefined ? {} : { user: entityMember(user) }),
    parameter: field,
    roles: { app: roles.app, system: roles.system },
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
