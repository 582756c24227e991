import type { SourceFile } from '../../generator/source/source-file.ts'

const project = `stowage: 1
name: bakery
include: [base.yaml, orders.yaml]
stores:
  postgres: { version: 16, url: POSTGRES_URL }
  s3: { region: S3_REGION, buckets: { photos: { versioned: true } } }
tenancy: { entity: Bakery, field: bakery, user: Baker, prefix: "bakeries/{bakery}/" }
`

const base = `domain: Staff
mixins:
  base_fields:
    role: base
    fields:
      id:         { type: uuid, primary: true, default: uuid7 }
      ref_id:     { type: ulid, public_id: true, default: ulid }
      created_on: { type: timestamp, default: now, immutable: true }
entities:
  Bakery:
    use: [base_fields]
    tenancy: { mode: self, why: it is the tenant }
    postgres: { fields: { name: string(120) } }
  Baker:
    use: [base_fields]
    postgres: { fields: { name: string(120) } }
`

/** A sound file with every sort of comment and layout that a mend could hurt. */
export const orders = `# What is baked and who asked for it.
domain: Orders

enums:
  OrderStatus: [open, baked, paid] # in this order

entities:
  # What is on the price list.
  Cake:
    about: What can be ordered.
    use: [base_fields]
    postgres: { fields: { name: string(80) } }

  Order:
    about: What a customer asks for.
    use: [base_fields]
    postgres:
      why: counted and joined
      fields:
        customer:     string(120)        # as they say it
        total:        { type: "decimal(12,2)", min: 0 }
        status:       { type: OrderStatus, default: open }
        urgent:       { type: boolean, default: false }
        # not before it is in the oven
        baked_by:     ref(Baker)?
        cake:         ref(Cake)
        paid_on:      timestamp?
        photo_s3_key: key(photo)?
      indexes:
        - [status, created_on desc] # the list of the day
        - [baked_by]
        - [cake]

    s3:
      objects:
        photo: { bucket: photos, path: "orders/{ref_id}/{object}.jpg", content_type: image/jpeg }
`

/** The bakery's spec with another text of the file that people work on. */
export function bakery(text: string): readonly SourceFile[] {
  return [
    { path: 'stowage.yaml', text: project },
    { path: 'base.yaml', text: base },
    { path: 'orders.yaml', text },
  ]
}
