import { oncePer } from '../../base/once-per.ts'
import { inPostgres, type PostgresEntity } from '../../model/lookup.ts'
import { recalling } from '../../model/memory/recalling.ts'
import type { Domain, Model } from '../../model/model.ts'

/** The entities of one domain that have a table: at least one. */
interface Group {
  readonly domain: Domain
  readonly entities: readonly PostgresEntity[]
}

const groupsOf = oncePer((model: Model): readonly Group[] => {
  const entities = Map.groupBy(inPostgres(model), ({ domain }) => domain)
  return model.domains.flatMap((domain) => {
    const own = entities.get(domain.name)
    return own === undefined ? [] : [{ domain, entities: own }]
  })
})

/**
 * One kind of work on all tables, done domain by domain, in the order of the domains: of a spec that is followed from edit to
 * edit, for the domains alone in which it may come out otherwise.
 */
export function perDomain<T>(
  work: (entities: readonly PostgresEntity[], domain: Domain, model: Model) => T,
): (model: Model) => readonly T[] {
  const recalled = recalling<T>()
  return (model) =>
    groupsOf(model).map(({ domain, entities }) =>
      recalled(model, domain.name, [domain, ...entities], () => work(entities, domain, model)),
    )
}
