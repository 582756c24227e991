import { analyze } from '../../../generator/analyze.ts'
import { prismaEmitter } from '../../../generator/emit/prisma/index.ts'
import type { Model } from '../../../generator/model/model.ts'
import type { PrismaFiles } from '../../support/prisma-engine.ts'

const project = `
stowage: 1
name: shop
include: [shop.yaml]
stores:
  postgres: { version: 16, url: SHOP_POSTGRES_URL }
  mongo: { version: 7, url: SHOP_MONGO_URL }
`

const tenancy = `
tenancy: { entity: Tenant, field: tenant, user: User, prefix: "tenants/{tenant}/", enforce: rls }
`

/** Mixins, a tenant and a user: what most specs start with. */
export const basis = `
domain: Shop
mixins:
  base_fields:
    role: base
    fields:
      id: { type: uuid, primary: true, default: uuid7 }
      ref_id: { type: ulid, public_id: true, default: ulid }
      created_on: { type: timestamp, default: now, immutable: true }
      created_by: ref(User)?
  mutable_fields:
    role: mutable
    fields:
      updated_on: { type: timestamp, default: now, on_update: now }
      updated_by: ref(User)?
      revision: { type: int, default: 0, on_update: increment }
  soft_delete_fields:
    role: soft_delete
    fields: { deleted_on: timestamp?, deleted_by: ref(User)? }
enums:
  OrderStatus: [draft, sent]
types:
  Line: { fields: { title: string(20), amount: "decimal(12,2)" } }
entities:
  Tenant:
    use: [base_fields]
    tenancy: { mode: self, why: itself }
    postgres: { why: counted, fields: { name: string(100) } }
  User:
    use: [base_fields, mutable_fields, soft_delete_fields]
    postgres: { why: counted, fields: { email: { type: email, unique: true, lookup: global } } }
`

/**
 * The model of a spec of one file, which must be sound but for its names, and what is said of it by `spared`. `settings` are added
 * to the project's file.
 */
export function modelOf(text: string, settings: string = tenancy, spared: readonly string[] = []): Model {
  const { model, diagnostics } = analyze([
    { path: 'stowage.yaml', text: project + settings },
    { path: 'shop.yaml', text },
  ])
  const errors = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && !code.startsWith('naming/') && !spared.includes(code),
  )
  if (model === undefined || errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'))
  return model
}

/** The schema that is emitted for a model, as Prisma's engine takes it. */
export function prismaFilesOf(model: Model): PrismaFiles {
  return [...prismaEmitter.emit(model)].flatMap(({ path, text }) =>
    path.endsWith('.prisma') ? [[path, text] as const] : [],
  )
}

/** The text of one model of the schema, its documentation excluded. */
export function modelText(model: Model, name: string): string {
  const all = prismaFilesOf(model).map(([, text]) => text)
  return new RegExp(`^model ${name} \\{\\n.*?^\\}$`, 'ms').exec(all.join('\n'))?.[0] ?? ''
}
