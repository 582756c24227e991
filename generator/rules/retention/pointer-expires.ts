import { madeOptional } from '../../diagnostic/text-edit.ts'
import type { Field } from '../../model/field.ts'
import { inMongo, referencesTo } from '../../model/lookup.ts'
import type { MongoPart } from '../../model/mongo.ts'
import { documentPointers } from '../../model/pointers.ts'
import { placeKey } from '../../source/source-file.ts'
import type { Finding, Rule } from '../rule.ts'

export const pointerExpires: Rule = {
  code: 'retention/pointer-expires',
  severity: 'error',
  preset: 'minimal',
  summary: 'a reference to a document that expires is optional',
  fixable: true,
  check(model, report) {
    const seen = new Set<string>()
    for (const entity of inMongo(model)) {
      const { expire } = entity.mongo
      if (expire === undefined) continue
      const pointers = [
        ...documentPointers(entity),
        ...(entity.root === 'mongo' ? referencesTo(model, entity.name).map(({ field }) => field) : []),
      ]
      for (const field of pointers) {
        const place = placeKey(field.span)
        if (field.optional || field.list || seen.has(place)) continue
        seen.add(place)
        report(finding(field, entity.mongo, expire))
      }
    }
  },
}

function finding(field: Field, { collection }: MongoPart, expire: NonNullable<MongoPart['expire']>): Finding {
  return {
    message: `\`${field.name}\` is required, but the document it points to expires after ${expire.after}`,
    span: field.typeSpan,
    label: 'would point to nothing then',
    related: [{ span: expire.span, label: `documents of \`${collection.text}\` expire` }],
    help: 'make it optional: a reader then knows that the document may be gone',
    fixes: madeOptional(field.name, field.typeSpan),
  }
}
