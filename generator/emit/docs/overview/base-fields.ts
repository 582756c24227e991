import { storedColumnType } from '../../../figures/type-words.ts'
import type { MixinRole } from '../../../model/field.ts'
import { inMongo, inPostgres } from '../../../model/lookup.ts'
import { code, type Inline } from '../../../print/markdown/inline.ts'
import type { Site } from '../site.ts'
import { type Table, tableOf } from '../table.ts'
import { sentence } from '../words.ts'

interface BaseFieldView {
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
export function baseFields(site: Site): Table | undefined {
  return tableOf(baseFieldViews(site), [
    ['Field', ({ field }) => field],
    ['PostgreSQL', ({ postgres }) => postgres],
    ['MongoDB', ({ mongo }) => mongo],
    ['Type', ({ type }) => type],
    ['From', ({ mixin }) => mixin],
    ['On', (view) => view.who],
    ['Meaning', ({ meaning }) => meaning],
  ])
}

function baseFieldViews(site: Site): readonly BaseFieldView[] {
  const { model } = site
  const hasTables = inPostgres(model).length > 0
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
      const inDocuments = documentNames.get(field.name)
      views.push({
        mixin: code(mixin.name),
        field: code(field.name),
        postgres: hasTables ? code(field.physical.text) : '',
        mongo: inDocuments === undefined ? '' : code(inDocuments),
        type: [code(storedColumnType(field)), field.optional ? ', optional' : ''],
        who: who[mixin.role],
        meaning: sentence(field.about),
      })
    }
  }
  return views
}
