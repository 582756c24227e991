import { counted } from '../../../base/plural.ts'
import { append } from '../../../figures/append.ts'
import { inPostgres } from '../../../model/lookup.ts'
import { recalling } from '../../../model/memory/recalling.ts'
import { indexing } from '../../../model/memory/traced-maps.ts'
import type { Enum } from '../../../model/model.ts'
import { anchor, code, type Inline, joined } from '../../../print/markdown/inline.ts'
import type { Template } from '../../../print/template/render.ts'
import { linkTo, type Site } from '../site.ts'
import { type Table, tableOf } from '../table.ts'
import { templates } from '../templates.ts'
import { trail } from '../trail.ts'
import { list, sentence, sentences } from '../words.ts'
import { contentsByDomain, declaredIn } from './chapters.ts'
import type { Occurrence } from './occurrence.ts'
import { keyUses, keyWords, type ObjectKey, typeUses, usesWords } from './type-uses.ts'

interface EnumsView {
  readonly trail: Inline
  readonly lead: Inline
  readonly contents: readonly Inline[]
  readonly enums: readonly EnumView[]
}

interface EnumView {
  readonly id: string
  readonly name: string
  readonly about: Inline
  readonly values: Table | undefined
  readonly lifecycles: Inline
  /** Where it is used, and where it is declared. */
  readonly used: Inline
}

const template: Template<EnumsView> = templates.named<EnumsView>('register-enums')
const page = 'enums'

const recalled = recalling<EnumView>()

/** A glossary: every enum with what its values mean and where it is used. */
export function enumsPage(site: Site): string {
  const { model } = site
  const { enums } = model
  const uses = typeUses(model)
  const keys = keyUses(model)
  const cycles = lifecyclesOf(model)
  const values = enums.reduce((sum, one) => sum + one.values.length, 0)
  return template.render({
    trail: trail(site, page, undefined, []),
    lead: `${counted(enums.length, 'enum')} with ${counted(values, 'value')} in all, by name.`,
    contents: contentsByDomain(site, page, enums, site.enum),
    enums: enums.map((declared) => {
      const { name } = declared
      const inputs = [declared, uses.get(name), keys.get(name), cycles.get(name)]
      return recalled(model, name, inputs, () =>
        enumView(site, declared, uses.get(name) ?? [], keys.get(name) ?? [], cycles.get(name) ?? []),
      )
    }),
  })
}

function enumView(
  site: Site,
  declared: Enum,
  uses: readonly Occurrence[],
  keys: readonly ObjectKey[],
  cycles: readonly string[],
): EnumView {
  const used = [...usesWords(site, page, uses), ...keys.map((key) => keyWords(site, page, key))]
  return {
    id: site.enum(declared.name).anchor ?? '',
    name: declared.name,
    about: sentence(declared.about),
    values: valueTable(site, declared),
    lifecycles: lifecycleWords(site, cycles),
    used: sentences([
      used.length === 0 ? 'No field is of it.' : ['Used in ', joined(used), '.'],
      declaredIn(site, page, declared.domain),
    ]),
  }
}

function valueTable(site: Site, { name, values }: Enum): Table | undefined {
  return tableOf(values, [
    ['Value', (value) => [anchor(site.enumValue(name, value.name).anchor ?? ''), code(value.name)]],
    ['Meaning', ({ about }) => sentence(about)],
  ])
}

/** The entities whose life cycles run over the values of an enum, by its name. */
const lifecyclesOf = indexing((model) => {
  const found = new Map<string, string[]>()
  for (const { name, postgres } of inPostgres(model)) {
    if (postgres.lifecycle !== undefined) append(found, postgres.lifecycle.enum, name)
  }
  return found
})

function lifecycleWords(site: Site, entities: readonly string[]): Inline {
  if (entities.length === 0) return ''
  const noun = entities.length === 1 ? 'life cycle' : 'life cycles'
  return [`Drives the ${noun} of `, list(entities.map((name) => linkTo(page, name, site.lifecycle(name)))), '.']
}
