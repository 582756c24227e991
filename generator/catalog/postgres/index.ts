import { oncePer } from '../../base/once-per.ts'
import { recalling } from '../../model/memory/recalling.ts'
import { indexing } from '../../model/memory/traced-maps.ts'
import type { Model } from '../../model/model.ts'
import type { Database, Section } from '../../print/sql/tree.ts'
import { perDomain } from './by-domain.ts'
import {
  allNeeds,
  callsOf,
  type DomainNeeds,
  type Needs,
  needsOf,
  rolesOf,
  schemasOf,
  supportFunctionsOf,
} from './guards/index.ts'
import { internalTablesOf } from './internal/tables.ts'
import { listFunctionOf } from './list-pattern.ts'
import { lowerTable } from './table.ts'

/** The database that a spec asks for, made once for a model. Undefined where nothing is kept in PostgreSQL. */
export const databaseOf: (model: Model) => Database | undefined = oncePer(lowerDatabase)

function lowerDatabase(model: Model): Database | undefined {
  const lowered = loweredDomains(model)
  if (lowered.length === 0) return undefined
  const common = recalledCommon(model, 'common', [], () => lowerCommon(model, allNeeds([...needsOfDomains(model)])))
  return { ...common, sections: lowered.map(({ section }) => section) }
}

/** One domain, and what it needs of what is made once for all. */
interface LoweredDomain {
  readonly section: Section
  readonly needs: DomainNeeds
}

const loweredDomains = perDomain((entities, { name, about }, model): LoweredDomain => {
  const section: Section = {
    title: name,
    ...(about === undefined ? {} : { about: about.trim() }),
    tables: entities.map((entity) => lowerTable(entity, model)),
  }
  return { section, needs: needsOf(entities, section, model) }
})

const needsByDomain = indexing<DomainNeeds>(
  (model) => new Map(loweredDomains(model).map(({ section, needs }) => [section.title, needs])),
)

/** Looked up one by one, so that work that is recalled stands for as long as they mean the same. */
function* needsOfDomains(model: Model): Iterable<DomainNeeds> {
  const all = needsByDomain(model)
  for (const name of all.keys()) {
    const needs = all.get(name)
    if (needs !== undefined) yield needs
  }
}

/** All but the sections. */
type Common = Omit<Database, 'sections'>

const recalledCommon = recalling<Common>()

function lowerCommon(model: Model, needs: Needs): Common {
  const { project } = model
  return {
    name: project.name,
    ...(project.about === undefined ? {} : { about: project.about }),
    ...(project.tenancy === undefined ? {} : { owner: project.tenancy.roles.owner }),
    roles: rolesOf(model),
    schemas: schemasOf(model),
    functions: [...(needs.listPattern ? [listFunctionOf(model)] : []), ...supportFunctionsOf(model, needs)],
    internalTables: internalTablesOf(model, needs),
    lookups: needs.lookups,
    calls: callsOf(needs.partitioned),
  }
}
