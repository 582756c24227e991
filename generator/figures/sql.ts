import { recallingDomains } from '../model/groups.ts'
import { inPostgres, type PostgresEntity } from '../model/lookup.ts'
import { indexing } from '../model/memory/traced-maps.ts'
import type { Domain, Model } from '../model/model.ts'
import { limits } from '../print/mermaid/diagram.ts'
import type { ErDiagram, ErEntity, ErRelation } from '../print/mermaid/er-diagram.ts'
import { append } from './append.ts'
import { domainColours } from './domain-colours.ts'
import { bestDirection, extents, isLegible } from './extent.ts'
import { type Figure, figureOf, partPaths, partTitle } from './figure.ts'
import { inParts, type Weight } from './in-parts.ts'
import { legible } from './legible.ts'
import { hasPostgres, isTenant } from './relations.ts'
import { foreignKeys, fullTable, keysAndIndexes, keysOnly, tenantLine, weightOf } from './sql-entity.ts'
import { overviewOfDomains } from './sql-overview.ts'

const recalled = recallingDomains<readonly [domain: string, figures: readonly Figure[]]>()

/** The tables of each domain, by the domain's name; a domain without tables has none. */
export function sqlFiguresByDomain(model: Model): ReadonlyMap<string, readonly Figure[]> {
  const byTable = tableIndex(model)
  const tenantsName = model.project.tenancy?.entity
  // Gathered for all domains at once.
  const notes = { without: leftOut(model), withTenant: leftOut(model, true) }
  const found = recalled(model, [tenantsName, notes.without.join(), notes.withTenant.join()], (entities, domain) => {
    const own = entities.filter(hasPostgres)
    if (own.length === 0) return [domain.name, []]
    const tenants = own.find(({ name }) => name === tenantsName)
    const said = tenants === undefined ? notes.without : notes.withTenant
    return [domain.name, domainFigures(model, domain, own, { byTable, tenants, notes: said })]
  })
  return new Map(found.filter(([, figures]) => figures.length > 0))
}

/** All tables: with keys and indexed columns where they fit one page, else as domains and the links between them. */
export function sqlFiguresOfAll(model: Model): readonly Figure[] {
  const all = inPostgres(model)
  if (all.length === 0) return []
  if (all.length > legible.entities) return overviewOfDomains(model)
  const colours = domainColours(model)
  const several = new Set(all.map(({ domain }) => domain)).size > 1
  const tables = all.map((entity) => {
    const table = keysAndIndexes(model, entity, several ? colours(entity.domain) : 'postgres')
    return several ? { ...table, title: `${table.name} · ${entity.domain}` } : table
  })
  const { hubs, relations } = withoutHubs(all.map((entity) => foreignKeys(model, entity)))
  if (tooLarge(tables, relations)) return overviewOfDomains(model)
  const diagram: ErDiagram = {
    kind: 'er',
    title: 'All tables',
    notes: [
      'Keys and indexed columns only; every column is in the diagram of its domain.',
      ...(several ? ['Colours tell the domains apart; a table says its own behind its name.'] : []),
      'A line belongs to the FK column of the table at its forked end.',
      ...(hubs.length > 0 ? [`Not drawn: the lines to ${hubs.join(', ')}, to which very many refer.`] : []),
      ...leftOut(model),
    ],
    direction: 'TB',
    entities: tables,
    relations: relations.flat(),
  }
  return [figureOf('sql/all', diagram, [])]
}

/** The lines of an overview: unlabelled, since the columns stand beside them, and without those that would hide all others. */
function withoutHubs(lines: readonly (readonly ErRelation[])[]): {
  readonly hubs: readonly string[]
  readonly relations: readonly (readonly ErRelation[])[]
} {
  const counts = new Map<string, number>()
  for (const relations of lines) for (const { from } of relations) counts.set(from, (counts.get(from) ?? 0) + 1)
  const hubs = new Set([...counts].filter(([, count]) => count > legible.linesToOne).map(([name]) => name))
  return {
    hubs: [...hubs].sort(),
    relations: lines.map((relations) =>
      relations.filter(({ from }) => !hubs.has(from)).map((relation) => ({ ...relation, label: '' })),
    ),
  }
}

function tooLarge(tables: readonly ErEntity[], relations: readonly (readonly ErRelation[])[]): boolean {
  let characters = 1_500
  let edges = 0
  tables.forEach((table, index) => {
    const weight = weightOf(table, relations[index] ?? [])
    characters += weight.characters
    edges += weight.edges
  })
  return characters > limits.characters || edges > limits.edges
}

const tableIndex = indexing<PostgresEntity>(
  (model) => new Map(inPostgres(model).map((entity) => [entity.postgres.table.text, entity])),
)

interface Drawn {
  readonly entity: PostgresEntity
  readonly table: ErEntity
  readonly relations: readonly ErRelation[]
}

/** A table of another diagram. */
interface Outside {
  readonly entity: PostgresEntity
  readonly table: ErEntity
}

function domainFigures(
  model: Model,
  domain: Domain,
  entities: readonly PostgresEntity[],
  {
    byTable,
    tenants,
    notes,
  }: {
    readonly byTable: ReadonlyMap<string, PostgresEntity>
    /** The tenants' own table, where it is among them. */
    readonly tenants: PostgresEntity | undefined
    readonly notes: readonly string[]
  },
): readonly Figure[] {
  const drawn = new Map<string, Drawn>()
  const weights = new Map<string, Weight>()
  const related = new Map<string, string[]>()
  const others = new Map<string, Outside>()
  const outsideNamed = (name: string): Outside | undefined => {
    const known = others.get(name)
    const entity = byTable.get(name)
    if (known !== undefined || entity === undefined) return known
    const made = { entity, table: keysOnly(entity) }
    others.set(name, made)
    return made
  }
  for (const entity of entities) {
    const table = fullTable(model, entity, 'where they lead')
    const lines = foreignKeys(model, entity).slice(0, limits.edges - 1)
    const relations = tenants === undefined ? lines : [...lines, ...tenantLine(model, tenants, entity)]
    drawn.set(table.name, { entity, table, relations })
    weights.set(table.name, weightOf(table, relations))
  }
  for (const [name, { relations }] of drawn) {
    for (const { from } of relations) {
      if (!drawn.has(from)) continue
      append(related, name, from)
      append(related, from, name)
    }
  }
  const parts = inParts([...drawn.keys()], related, weights, {
    things: legible.fullTables,
    characters: limits.characters - 1_500,
    edges: limits.edges,
    legible: (names) => {
      const shown = membersOf(names, drawn, outsideNamed)
      const size = extents(shown.boxes, shown.relations)
      return isLegible(size.LR) || isLegible(size.TB)
    },
  })
  // `sql/all` is the diagram of all tables.
  const paths = partPaths(`sql/${domain.key}`, parts.length, domain.key !== 'all')
  return parts.map((part, index) => {
    const { boxes, members, outside, relations } = membersOf(part, drawn, outsideNamed)
    const diagram: ErDiagram = {
      kind: 'er',
      title: partTitle(domain.name, index, parts.length),
      notes: [
        ...(outside.length > 0 ? ['Grey tables belong to another diagram and show their primary key only.'] : []),
        ...notes,
      ],
      direction: bestDirection(boxes, relations),
      entities: boxes,
      relations,
    }
    return figureOf(
      paths[index] ?? '',
      diagram,
      members.map(({ entity }) => entity.name),
      outside.map(({ entity }) => entity.name),
    )
  })
}

interface Members {
  readonly members: readonly Drawn[]
  readonly outside: readonly Outside[]
  readonly boxes: readonly ErEntity[]
  readonly relations: readonly ErRelation[]
}

/** The tables of one diagram: its own in full, and those that they refer to. */
function membersOf(
  names: readonly string[],
  drawn: ReadonlyMap<string, Drawn>,
  outsideNamed: (name: string) => Outside | undefined,
): Members {
  const shown = new Set(names)
  const members: Drawn[] = []
  const boxes: ErEntity[] = []
  const relations: ErRelation[] = []
  for (const name of names) {
    const member = drawn.get(name)
    if (member === undefined) continue
    members.push(member)
    boxes.push(member.table)
    for (const relation of member.relations) relations.push(relation)
  }
  const outside: Outside[] = []
  for (const { from } of relations) {
    if (shown.has(from)) continue
    shown.add(from)
    const other = outsideNamed(from)
    if (other === undefined) continue
    outside.push(other)
    boxes.push(other.table)
  }
  return { members, outside, boxes, relations }
}

/** Says which lines a reader will not find. */
function leftOut(model: Model, withTenant: boolean = false): readonly string[] {
  const columns = new Set<string>()
  let tenant: string | undefined
  for (const mixin of model.mixins) {
    if (mixin.role === 'plain') continue
    for (const field of mixin.fields) if (field.relation?.bookkeeping) columns.add(field.physical.text)
  }
  for (const { postgres } of inPostgres(model)) {
    tenant ??= postgres.fields.find((field) => isTenant(model, field))?.physical.text
    if (tenant !== undefined) break
  }
  const names = [...(tenant !== undefined && !withTenant ? [tenant] : []), ...columns]
  return names.length === 0 ? [] : [`Not drawn: what ${names.join(', ')} refer to.`]
}
