import type { Schema } from '@mrleebo/prisma-ast'
import { byCodeUnit } from '../../base/order.ts'
import { inPostgres } from '../../model/lookup.ts'
import { recalling } from '../../model/memory/recalling.ts'
import { tracedMaps } from '../../model/memory/traced-maps.ts'
import type { Domain, Model } from '../../model/model.ts'
import { blank, remark, schema } from '../../print/prisma/tree.ts'
import { lowerBase } from './base.ts'
import { lowerEntity, type Surroundings } from './model.ts'
import { namesOf } from './names.ts'
import { type PrismaRelation, relationsOf } from './relations.ts'

/** A file of the schema before it is text. */
export interface LoweredFile {
  /** Without its ending. */
  readonly name: string
  readonly tree: Schema
  /** The entities whose models it holds, sorted. */
  readonly sources: readonly string[]
}

const recalled = recalling<Schema>()
const traced = { outgoing: tracedMaps<readonly PrismaRelation[]>(), incoming: tracedMaps<readonly PrismaRelation[]>() }

/** The schema's files: `base`, then one for each domain that has a table. None where no entity has one. */
export function lowerSchema(model: Model): readonly LoweredFile[] {
  const entities = inPostgres(model)
  if (entities.length === 0) return []
  const relations = relationsOf(model)
  const around: Surroundings = {
    model,
    names: namesOf(model, relations),
    outgoing: traced.outgoing(
      model,
      Map.groupBy(relations, ({ from }) => from.name),
    ),
    incoming: traced.incoming(
      model,
      Map.groupBy(relations, ({ to }) => to.name),
    ),
  }
  const byDomain = Map.groupBy(entities, ({ domain }) => domain)
  const keys = new Set(model.domains.map(({ key }) => key))
  const domains = model.domains.flatMap((domain): readonly LoweredFile[] => {
    const own = byDomain.get(domain.name) ?? []
    if (own.length === 0) return []
    const tree = recalled(model, domain.name, [domain, ...own], () => {
      const models = own.flatMap((entity) => [blank, ...lowerEntity(entity, around)])
      return schema([...remark(heading(domain)), ...models])
    })
    const sources = own.map(({ name }) => name).sort(byCodeUnit)
    return [{ name: fileName(domain.key, keys), tree, sources }]
  })
  return [{ name: 'base', tree: schema(lowerBase(model.project)), sources: [] }, ...domains]
}

function heading({ name, about }: Domain): string {
  return about === undefined ? name : `${name}: ${about.trim()}`
}

/** A domain may be called as the file that is no domain's. */
function fileName(key: string, others: ReadonlySet<string>): string {
  let chosen = key
  while (chosen === 'base' || (chosen !== key && others.has(chosen))) chosen += '-domain'
  return chosen
}
