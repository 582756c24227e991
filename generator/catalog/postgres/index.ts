import { inPostgres, type PostgresEntity } from '../../model/lookup.ts'
import { recalling } from '../../model/memory/recalling.ts'
import type { Model } from '../../model/model.ts'
import type { Database, Section, Table } from '../../print/sql/tree.ts'
import { callsOf, internalTablesOf, lookupsOf, rolesOf, schemasOf, supportFunctionsOf } from './guards/index.ts'
import { listFunctionsOf } from './list-pattern.ts'
import { lowerTable } from './table.ts'

/** The database that a spec asks for. Undefined where nothing is kept in PostgreSQL. */
export function databaseOf(model: Model): Database | undefined {
  const entities = inPostgres(model)
  if (entities.length === 0) return undefined
  const { project } = model
  return {
    name: project.name,
    ...(project.about === undefined ? {} : { about: project.about }),
    ...(project.tenancy === undefined ? {} : { owner: project.tenancy.roles.owner }),
    roles: rolesOf(model),
    schemas: schemasOf(model),
    functions: [...listFunctionsOf(model), ...supportFunctionsOf(model)],
    internalTables: internalTablesOf(model),
    sections: sectionsOf(entities, model),
    lookups: lookupsOf(model),
    calls: callsOf(model),
  }
}

const recalled = recalling<Table>()

/** The tables by domain, in the order of the domains. */
function sectionsOf(entities: readonly PostgresEntity[], model: Model): readonly Section[] {
  const byDomain = Map.groupBy(entities, ({ domain }) => domain)
  return model.domains.flatMap(({ name, about }): readonly Section[] => {
    const own = byDomain.get(name) ?? []
    if (own.length === 0) return []
    const tables = own.map((entity) => recalled(model, entity.name, [entity], () => lowerTable(entity, model)))
    return [{ title: name, ...(about === undefined ? {} : { about: about.trim() }), tables }]
  })
}
