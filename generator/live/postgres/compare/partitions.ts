import type { Difference } from '../../report.ts'
import type { TableDescription } from '../description.ts'
import type { PartitionState } from '../read/partitions.ts'
import { compareFacts, compareThings, difference, grantFacts } from './facts.ts'
import { firing, tableName } from './table.ts'

/**
 * That each partition is guarded as its table is: what is done to a partition by its own name passes neither the
 * policies of the table nor those of its triggers that fire once a statement.
 */
export function comparePartitions(
  wanted: readonly TableDescription[],
  partitions: readonly PartitionState[],
): readonly Difference[] {
  const byTable = Map.groupBy(partitions, ({ of }) => of)
  return wanted
    .filter(({ partitionedBy }) => partitionedBy !== undefined)
    .flatMap((table) => {
      const own = byTable.get(`${table.schema}.${table.name}`) ?? []
      return [...restOf(table, own), ...own.flatMap((partition) => comparePartition(table, partition))]
    })
}

function comparePartition(table: TableDescription, partition: PartitionState): readonly Difference[] {
  const place = `partition ${partition.name} of ${tableName(table)}`
  const { enabled, forced } = partition.rowSecurity
  const triggers = compareThings(
    {
      word: 'trigger',
      of: `partition ${partition.name}`,
      name: ({ name }) => name,
      whole: () => 'as on the table',
      facts: (trigger) => ({ 'fires in': firing(trigger.enabled) }),
    },
    table.triggers,
    partition.triggers,
  )
  const guards = table.rowSecurity.enabled
    ? compareFacts(
        place,
        { 'row level security': 'enabled' },
        { 'row level security': enabled && forced ? 'enabled' : 'not enabled and forced' },
      )
    : []
  return [...triggers, ...guards, ...compareRights(table, partition, place)]
}

/** Nobody may do anything to a partition by its own name, but for who makes copies of the database: those read. */
function compareRights(table: TableDescription, partition: PartitionState, place: string): readonly Difference[] {
  if (table.grants === undefined) return []
  const readers = new Set(
    table.grants.filter(({ privileges }) => privileges.join() === 'select').map(({ role }) => role),
  )
  const odd = partition.grants.filter(({ role, privileges }) => !(readers.has(role) && privileges.join() === 'select'))
  return [
    ...compareFacts(place, { owner: table.owner }, { owner: partition.owner }),
    ...compareFacts(place, {}, grantFacts(odd)),
  ]
}

function restOf(table: TableDescription, own: readonly PartitionState[]): readonly Difference[] {
  const rest = own.find((partition) => partition.rest)
  const place = `table ${tableName(table)}`
  if (rest === undefined) {
    return [
      {
        ...difference(place, 'default partition', 'a partition for what no month takes', undefined),
        help: 'SELECT stowage.ensure_partitions() makes it',
      },
    ]
  }
  if (!rest.hasRows) return []
  return [
    {
      ...difference(
        `partition ${rest.name} of ${tableName(table)}`,
        'rows',
        'none',
        'some: their month had no partition',
      ),
      help: 'move them away, let SELECT stowage.ensure_partitions() make their month, and put them back; then have it run every month',
    },
  ]
}
