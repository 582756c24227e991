import type { TenantKey } from './tenant-keys.ts'

type Keys = ReadonlyMap<string, TenantKey>
type Part = Readonly<Record<string, unknown>>

interface Look {
  readonly keys: Keys
  readonly tenants: ReadonlySet<string>
}

/** Commands that are about no documents. */
const harmless: ReadonlySet<string> = new Set([
  ...['hello', 'isMaster', 'ismaster', 'ping', 'buildInfo', 'endSessions', 'saslStart', 'saslContinue'],
  // They go on with a cursor that one of the commands below has opened.
  ...['getMore', 'killCursors'],
])

/** Why a command must not have been sent; nothing where it is narrowed as it should be. Written apart from what it judges. */
export function faultsOf(name: string, command: Part, keys: Keys, tenants: ReadonlySet<string>): readonly string[] {
  if (harmless.has(name)) return []
  const look = { keys, tenants }
  const collection = command[name]
  const owner = typeof collection === 'string' ? keys.get(collection) : undefined
  if (owner === undefined) return [`${name} is about no collection of the spec`]
  switch (name) {
    case 'find':
      return conditionFaults(command.filter, owner, look, 'its filter')
    case 'count':
    case 'distinct':
      return conditionFaults(command.query, owner, look, 'its query')
    case 'findAndModify':
      return [
        ...conditionFaults(command.query, ownersOnly(owner), look, 'its query'),
        ...(command.remove === true ? [] : updateFaults(command.update, owner)),
        ...(command.upsert === true ? ['it may make a document'] : []),
      ]
    case 'update':
      return listOf(command.updates).flatMap(({ q, u, upsert }) => [
        ...conditionFaults(q, ownersOnly(owner), look, 'the query of an update'),
        ...updateFaults(u, owner),
        ...(upsert === true ? ['it may make a document'] : []),
      ])
    case 'delete':
      return listOf(command.deletes).flatMap(({ q }) =>
        conditionFaults(q, ownersOnly(owner), look, 'the query of a deletion'),
      )
    case 'insert':
      return listOf(command.documents).flatMap((document) =>
        conditionFaults(document, ownersOnly(owner), look, 'a document'),
      )
    case 'aggregate':
      return pipelineFaults(command.pipeline, owner, look, name)
    default:
      return [`${name} is not known to the probe`]
  }
}

/** What all may read nobody of them may write. */
function ownersOnly(owner: TenantKey): TenantKey {
  return { ...owner, isShared: false }
}

/** The tenant is to stand at the top, by its name, whatever else is asked for. */
function conditionFaults(
  condition: unknown,
  { key, isShared }: TenantKey,
  { tenants }: Look,
  what: string,
  under = '',
): readonly string[] {
  if (key === undefined) return []
  const wanted = partOf(condition)[`${under}${key}`]
  const named = isShared && typeof wanted !== 'string' ? partOf(wanted).$in : [wanted]
  const ids = Array.isArray(named) ? named.filter((one) => !(isShared && one === null)) : []
  const [id] = ids
  if (ids.length !== 1 || typeof id !== 'string') return [`${what} names no tenant`]
  return tenants.size === 0 || tenants.has(id) ? [] : [`${what} names another tenant`]
}

function updateFaults(update: unknown, { key }: TenantKey): readonly string[] {
  if (Array.isArray(update)) return ['an update is a pipeline']
  const operators = Object.entries(partOf(update))
  if (operators.some(([operator]) => !operator.startsWith('$'))) return ['a document is replaced']
  if (key === undefined) return []
  return operators.some(([, operand]) => Object.hasOwn(partOf(operand), key)) ? ['an update moves documents'] : []
}

/** Stages that see nothing but what reaches them. */
const inner: ReadonlySet<string> = new Set([
  ...['$addFields', '$bucket', '$bucketAuto', '$count', '$densify', '$fill', '$group', '$limit', '$match', '$project'],
  ...[
    '$redact',
    '$replaceRoot',
    '$replaceWith',
    '$sample',
    '$set',
    '$setWindowFields',
    '$skip',
    '$sort',
    '$sortByCount',
  ],
  ...['$unset', '$unwind'],
])

function pipelineFaults(pipeline: unknown, owner: TenantKey, look: Look, what: string): readonly string[] {
  const [first, second, ...rest] = listOf(pipeline)
  if (first !== undefined && Object.hasOwn(first, '$changeStream'))
    return [
      ...conditionFaults(partOf(second).$match, owner, look, 'a change stream', 'fullDocument.'),
      ...stagesFaults(rest, owner, look),
    ]
  return [
    ...conditionFaults(partOf(first).$match, owner, look, `the first stage of ${what}`),
    ...stagesFaults(listOf(pipeline).slice(1), owner, look),
  ]
}

function stagesFaults(stages: readonly Part[], owner: TenantKey, look: Look): readonly string[] {
  return stages.flatMap((stage) =>
    Object.entries(stage).flatMap(([name, operand]) => [
      ...(mentions(operand, code) ? [`${name} runs code`] : []),
      ...stageFaults(name, operand, owner, look),
    ]),
  )
}

function stageFaults(name: string, operand: unknown, owner: TenantKey, look: Look): readonly string[] {
  if (inner.has(name)) return []
  const part = partOf(operand)
  switch (name) {
    case '$facet':
      return Object.values(part).flatMap((stages) => stagesFaults(listOf(stages), owner, look))
    case '$lookup':
      return joinFaults(part.from, look, (target) => pipelineFaults(part.pipeline, target, look, name))
    case '$unionWith':
      return joinFaults(part.coll, look, (target) => pipelineFaults(part.pipeline, target, look, name))
    case '$graphLookup':
      return joinFaults(part.from, look, (target) =>
        conditionFaults(part.restrictSearchWithMatch, target, look, 'the condition of $graphLookup'),
      )
    default:
      return [`${name} is not known to the probe`]
  }
}

function joinFaults(
  collection: unknown,
  { keys }: Look,
  faults: (target: TenantKey) => readonly string[],
): readonly string[] {
  const target = typeof collection === 'string' ? keys.get(collection) : undefined
  return target === undefined ? ['a collection that is none of the spec is joined'] : faults(target)
}

const code: ReadonlySet<string> = new Set(['$function', '$accumulator', '$where'])

function mentions(value: unknown, names: ReadonlySet<string>): boolean {
  if (Array.isArray(value)) return value.some((one) => mentions(one, names))
  return Object.entries(partOf(value)).some(([key, one]) => names.has(key) || mentions(one, names))
}

function partOf(value: unknown): Part {
  const isPart = typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
  return isPart ? Object.fromEntries(Object.entries(value)) : {}
}

function listOf(value: unknown): readonly Part[] {
  return Array.isArray(value) ? value.map(partOf) : []
}
