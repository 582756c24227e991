import { by } from '../../../base/order.ts'
import type { PostgresEntity } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import type { Section, SqlFunction } from '../../../print/sql/tree.ts'
import { hasListPattern } from '../list-pattern.ts'
import { type Keeper, keeperOf } from './keep-changes.ts'
import { type Moves, movesOf } from './lifecycle.ts'
import { lookupsOf } from './lookups.ts'
import { type Partitioned, partitionedOf } from './partitions.ts'

/** What tables need of what is made once for all of them: names and texts alone, which most edits leave as they are. */
export interface Needs {
  readonly keepers: readonly Keeper[]
  readonly moving: readonly Moves[]
  readonly partitioned: readonly Partitioned[]
  readonly lookups: readonly SqlFunction[]
  /** Whether lists are matched against patterns. */
  readonly listPattern: boolean
  /** The names of their triggers. */
  readonly triggers: ReadonlySet<string>
}

/** What the tables of one domain need, by entity where the order counts. */
export interface DomainNeeds extends Pick<Needs, 'listPattern' | 'triggers'> {
  readonly entities: readonly EntityNeeds[]
}

interface EntityNeeds {
  readonly entity: string
  readonly keeper: Keeper | undefined
  readonly moves: Moves | undefined
  readonly partitioned: Partitioned | undefined
  readonly lookups: readonly SqlFunction[]
}

export function needsOf(entities: readonly PostgresEntity[], { tables }: Section, model: Model): DomainNeeds {
  return {
    entities: entities.flatMap((entity) => {
      const keeper = keeperOf(entity)
      const moves = movesOf(entity)
      const partitioned = partitionedOf(entity)
      const lookups = lookupsOf(entity, model)
      const needed = keeper ?? moves ?? partitioned ?? lookups[0]
      return needed === undefined ? [] : [{ entity: entity.name, keeper, moves, partitioned, lookups }]
    }),
    listPattern: entities.some(hasListPattern),
    triggers: new Set(tables.flatMap(({ triggers }) => triggers.map(({ name }) => name))),
  }
}

/** What all tables need, in the order of the entities whatever their domains. */
export function allNeeds(domains: readonly DomainNeeds[]): Needs {
  const entities = domains.flatMap((domain) => domain.entities).sort(by(({ entity }) => entity))
  return {
    keepers: entities.flatMap(({ keeper }) => keeper ?? []),
    moving: entities.flatMap(({ moves }) => moves ?? []),
    partitioned: entities.flatMap(({ partitioned }) => partitioned ?? []),
    lookups: entities.flatMap(({ lookups }) => lookups),
    listPattern: domains.some(({ listPattern }) => listPattern),
    triggers: new Set(domains.flatMap(({ triggers }) => [...triggers])),
  }
}
