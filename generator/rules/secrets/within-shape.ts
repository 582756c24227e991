import { isEncrypted } from '../../model/encrypted.ts'
import type { Entity } from '../../model/entity.ts'
import type { Field } from '../../model/field.ts'
import { valueTypeNamed } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { heldValueTypes } from '../../model/value-order.ts'
import type { Rule } from '../rule.ts'

/** Where a shape is part of a record. */
interface Place {
  readonly entity: Entity
  readonly field: Field
}

export const withinShape: Rule = {
  code: 'secrets/within-shape',
  severity: 'error',
  preset: 'minimal',
  summary: 'a secret that has to be encrypted is a field of a record, not of a shape',
  fixable: false,
  check(model, report) {
    const shapes = model.valueTypes.filter(({ fields }) => fields.some((field) => isEncrypted(field)))
    if (shapes.length === 0) return
    const places = firstPlaces(model)
    for (const { name, fields } of shapes) {
      const place = places.get(name)
      if (place === undefined) continue
      const { entity, field: holder } = place
      for (const field of fields) {
        if (!isEncrypted(field)) continue
        report({
          message: `\`${field.name}\` of \`${name}\` is a secret within a shape; a secret is a field of a record`,
          span: field.span,
          label: 'nothing encrypts what lies inside a shape, so the data layer refuses every value',
          related: [{ span: holder.typeSpan, label: `part of \`${entity.name}\` here` }],
          help: `make it a field of \`${entity.name}\`, beside \`${holder.name}\`; a digest is kept as it is, once it has a \`pattern\``,
        })
      }
    }
  },
}

/** The first record that each shape is part of, directly or within others. */
function firstPlaces(model: Model): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (const entity of model.entities) {
    for (const field of [...(entity.postgres?.fields ?? []), ...(entity.mongo?.fields ?? [])]) {
      const open = [...heldValueTypes([field])]
      for (let name = open.pop(); name !== undefined; name = open.pop()) {
        if (places.has(name)) continue
        places.set(name, { entity, field })
        open.push(...heldValueTypes(valueTypeNamed(model, name).fields))
      }
    }
  }
  return places
}
