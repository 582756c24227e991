import { storedColumnType } from '../../figures/type-words.ts'
import type { Field, MixinRole } from '../../model/field.ts'
import { inMongo } from '../../model/lookup.ts'
import { code, type Inline } from '../../print/markdown/inline.ts'
import type { Site } from './site.ts'
import { sentence } from './words.ts'

export interface BaseFieldView {
  readonly mixin: Inline
  readonly field: Inline
  readonly postgres: Inline
  readonly mongo: Inline
  readonly type: Inline
  readonly who: string
  readonly meaning: Inline
}

const who: Readonly<Record<Exclude<MixinRole, 'plain'>, string>> = {
  base: 'every record',
  mutable: 'records that change',
  soft_delete: 'records that are kept when deleted',
}

/** The fields that mixins give to records at large, each once. */
export function baseFields(site: Site): readonly BaseFieldView[] {
  const { model } = site
  const documentNames = new Map<string, string>()
  for (const { mongo } of inMongo(model)) {
    for (const { name, origin, physical } of mongo.fields) {
      if (origin.kind !== 'own' && !documentNames.has(name)) documentNames.set(name, physical.text)
    }
  }
  const seen = new Set<string>()
  const views: BaseFieldView[] = []
  for (const mixin of model.mixins) {
    if (mixin.role === 'plain') continue
    for (const field of mixin.fields) {
      if (seen.has(field.name)) continue
      seen.add(field.name)
      views.push(view(field, code(mixin.name), who[mixin.role], documentNames.get(field.name)))
    }
  }
  return views
}

function view(field: Field, mixin: Inline, carriedBy: string, inMongoAs: string | undefined): BaseFieldView {
  return {
    mixin,
    field: code(field.name),
    postgres: code(field.physical.text),
    mongo: inMongoAs === undefined ? '' : code(inMongoAs),
    type: [code(storedColumnType(field)), field.optional ? ', optional' : ''],
    who: carriedBy,
    meaning: sentence(field.about),
  }
}
