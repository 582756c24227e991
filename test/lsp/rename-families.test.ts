import { describe, expect, test } from 'vitest'
import { editedFiles } from '../../generator/lsp/edited-files.ts'
import { planRename } from '../../generator/lsp/rename/plan.ts'
import { knownOf } from './snapshot.ts'

const project = `stowage: 1
name: bakery
include: [all.yaml]
stores:
  postgres: { version: 16, url: POSTGRES_URL }
  mongo: { version: 7, url: MONGO_URL }
  s3: { region: S3_REGION, buckets: { photos: { versioned: true } } }
rules: { extends: minimal }
`

const base = `mixins:
  stamped:
    fields: { made_on: { type: timestamp, default: now, immutable: true } }
  base_fields:
    role: base
    use: [stamped]
    fields:
      id: { type: uuid, primary: true, default: uuid7 }
      ref_id: { type: ulid, public_id: true, default: ulid }
  changes:
    role: mutable
    fields: { made_by: string(20)? }
`

/** The texts after a rename at the first place where a text stands; the reason where it is refused. */
function renamed(all: string, at: string, to: string, projectText = project): string | { readonly refused: string } {
  const known = knownOf([
    { path: 'stowage.yaml', text: projectText },
    { path: 'all.yaml', text: all },
  ])
  expect(known.snapshot.diagnostics.map(({ message }) => message)).toEqual([])
  const file = known.snapshot.files.find(({ text }) => text.includes(at))
  const plan = planRename(known, file?.path ?? '', (file?.text.indexOf(at) ?? 0) + 1, to)
  if ('refused' in plan) return plan
  const edited = editedFiles(known.snapshot.files, plan.edits)
  return edited.map(({ text }) => text).join('---\n')
}

describe('fields that stand for one another are renamed together', () => {
  const cake = (mongo: string): string =>
    `domain: Cakes\n${base}entities:\n  Cake:\n    use: [base_fields, changes]\n    postgres: { fields: { made_on: { type: timestamp, default: now }, rest: part(mongo)? } }\n    mongo: { why: it differs, fields: { ${mongo} } }\n`

  test('the own field that takes the place of one from a mixin that a mixin uses', () => {
    const all = cake('note: json')
    expect(renamed(all, 'made_on: { type: timestamp, default: now, imm', 'baked_on')).toBe(
      `${project}---\n${all.replaceAll('made_on', 'baked_on')}`,
    )
  })

  test("also from the entity's side, and in a document that carries the mixin", () => {
    const all = cake('made_on: timestamp')
    expect(renamed(all, 'made_on: { type: timestamp, default: now }, rest', 'baked_on')).toBe(
      `${project}---\n${all.replaceAll('made_on', 'baked_on')}`,
    )
  })

  test('not one in a document that does not carry the mixin: there it is another field', () => {
    const all = cake('made_by: string(20)')
    expect(renamed(all, 'made_by: string(20)?', 'changed_by')).toBe(
      `${project}---\n${all.replace('made_by: string(20)?', 'changed_by: string(20)?')}`,
    )
  })

  test('a new name is taken where any mixin of the entity has it', () => {
    expect(renamed(cake('note: json'), 'made_by', 'made_on')).toEqual({
      refused: '`made_by` cannot be renamed to `made_on`: `Cake` has a field of that name already',
    })
    // A document that is not the root has what every record has, and not who changed it.
    expect(renamed(cake('note: json'), 'note', 'made_by')).toContain('{ made_by: json }')
  })
})

test('what an alias of YAML lets two entities share is renamed for both', () => {
  const key = 'id: { type: uuid, primary: true, default: uuid7 }'
  const all = `domain: Cakes\nentities:
  Cake: { postgres: { fields: &own { ${key}, name: string(20) }, indexes: [[name]] } }
  Bread: { postgres: { fields: *own, unique: [[name]] } }\n`
  expect(renamed(all, 'name: string', 'title')).toBe(`${project}---\n${all.replaceAll('name', 'title')}`)
})

test("the tenant's field is one thing in the prefix, in paths and in keys, whatever its entity is called", () => {
  const named = `${project}tenancy: { entity: Bakery, field: bakery, prefix: "of/{bakery}/" }\n`
  const all = `domain: Cakes\n${base}entities:
  Bakery: { use: [base_fields], tenancy: { mode: self, why: it is the tenant }, postgres: { fields: { name: string(20) } } }
  Cake:
    use: [base_fields]
    postgres: { fields: { name: string(20), photo_s3_key: key(photo)? }, unique: [{ fields: [bakery, name], scope: global }] }
    s3: { objects: { photo: { bucket: photos, path: "a/{bakery}/{ref_id}/{object}", content_type: image/png } } }\n`
  const both = `${named}---\n${all}`
  expect(renamed(all, '[bakery', 'shop', named)).toBe(
    both.replaceAll('{bakery}', '{shop}').replace('field: bakery', 'field: shop').replace('[bakery', '[shop'),
  )
  expect(renamed(all, 'Bakery:', 'BakeHouse', named)).toBe(both.replaceAll('Bakery', 'BakeHouse'))
})
