import { typeName } from '../bson/type-name.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument, isNumber, toNumber } from '../bson/value.ts'
import { notImplemented, refuse, refuseLocation } from '../server-error.ts'

/** https://www.mongodb.com/docs/v7.0/reference/operator/aggregation-pipeline/ */
const known = new Set(
  [
    '$addFields $bucket $bucketAuto $changeStream $changeStreamSplitLargeEvent $collStats $count $currentOp $densify',
    '$documents $facet $fill $geoNear $graphLookup $group $indexStats $limit $listLocalSessions $listSampledQueries',
    '$listSearchIndexes $listSessions $lookup $match $merge $out $planCacheStats $project $redact $replaceRoot',
    '$replaceWith $sample $search $searchMeta $set $setWindowFields $shardedDataDistribution $skip $sort',
    '$sortByCount $unionWith $unset $unwind $vectorSearch',
  ].flatMap((line) => line.split(' ')),
)

const absent = new Set(
  [
    '$changeStreamSplitLargeEvent $currentOp $geoNear $listLocalSessions $listSampledQueries $listSearchIndexes',
    '$listSessions $planCacheStats $search $searchMeta $shardedDataDistribution $vectorSearch',
  ].flatMap((line) => line.split(' ')),
)

const onlyFirst = new Set(['$changeStream', '$collStats', '$indexStats', '$documents'])
const onlyLast = new Set(['$out', '$merge'])

export interface Stage {
  readonly name: string
  readonly operand: BsonValue
}

/**
 * Takes a pipeline apart, refusing what MongoDB refuses before it runs.
 * @throws ServerError 40323, 40324 and the codes of the single stages
 */
export function checkStages(stages: BsonValue): readonly Stage[] {
  if (!isArray(stages)) return refuse(14, 'TypeMismatch', "'pipeline' option must be specified as an array")
  const parsed = stages.map(parseStage)
  for (const [index, { name, operand }] of parsed.entries()) {
    if (onlyFirst.has(name) && index > 0) {
      refuseLocation(40602, `${name} is only valid as the first stage in a pipeline`)
    }
    if (onlyLast.has(name) && index < parsed.length - 1) {
      refuseLocation(40601, `${name} can only be the final stage in the pipeline`)
    }
    if (name === '$match' && index > 0 && isDocument(operand) && searches(operand)) {
      refuseLocation(17313, '$match with $text is only allowed as the first pipeline stage')
    }
    if (absent.has(name)) notImplemented(`pipeline stage ${name}`)
    checks[name]?.(operand)
  }
  return parsed
}

function parseStage(stage: BsonValue): Stage {
  if (!isDocument(stage)) {
    return refuse(14, 'TypeMismatch', "Each element of the 'pipeline' array must be an object")
  }
  const [entry, ...more] = Object.entries(stage)
  if (entry === undefined || more.length > 0) {
    return refuseLocation(40323, 'A pipeline stage specification object must contain exactly one field.')
  }
  const [name, operand] = entry
  if (!known.has(name)) refuseLocation(40324, `Unrecognized pipeline stage name: '${name}'`)
  return { name, operand }
}

function searches(filter: BsonDocument): boolean {
  return Object.entries(filter).some(([name, operand]) => {
    return name === '$text' || (isArray(operand) && operand.some((item) => isDocument(item) && searches(item)))
  })
}

type Check = (operand: BsonValue) => void

const checks: Readonly<Record<string, Check>> = {
  $match: (operand) => {
    if (!isDocument(operand)) refuseLocation(15959, 'the match filter must be an expression in an object')
  },
  $limit: (operand) => {
    if (!isNumber(operand) || toNumber(operand) < 0) refuseLocation(5107201, `invalid argument to $limit stage`)
    if (toNumber(operand) === 0) refuseLocation(15958, 'the limit must be positive')
  },
  $skip: (operand) => {
    if (!isNumber(operand) || toNumber(operand) < 0) refuseLocation(5107200, `invalid argument to $skip stage`)
  },
  $sort: (operand) => {
    if (!isDocument(operand)) refuseLocation(15973, 'the $sort key specification must be an object')
    if (Object.keys(operand).length === 0) refuseLocation(15976, '$sort stage must have at least one sort key')
  },
  $project: (operand) => {
    if (!isDocument(operand)) refuseLocation(15969, '$project specification must be an object')
    if (Object.keys(operand).length === 0) {
      refuseLocation(51272, 'Invalid $project :: caused by :: projection specification must have at least one field')
    }
  },
  $addFields: (operand) => {
    if (!isDocument(operand)) {
      refuseLocation(40272, `$addFields specification stage must be an object, got ${typeName(operand)}`)
    }
  },
  $set: (operand) => {
    if (!isDocument(operand)) {
      refuseLocation(40272, `$set specification stage must be an object, got ${typeName(operand)}`)
    }
  },
  $unset: (operand) => {
    if (typeof operand !== 'string' && !isArray(operand)) {
      refuseLocation(31002, '$unset specification must be a string or an array')
    }
  },
  $count: (operand) => {
    if (typeof operand !== 'string' || operand === '') {
      refuseLocation(40156, 'the count field must be a non-empty string')
    }
    if (operand.startsWith('$')) refuseLocation(40158, 'the count field cannot be a $-prefixed path')
    if (operand.includes('.')) refuseLocation(40160, "the count field cannot contain '.'")
  },
  $group: (operand) => {
    if (!isDocument(operand)) refuseLocation(15947, "a group's fields must be specified in an object")
    if (operand._id === undefined) refuseLocation(15955, 'a group specification must include an _id')
    for (const [name, accumulator] of Object.entries(operand)) {
      if (name !== '_id') checkAccumulator(name, accumulator)
    }
  },
  $unwind: (operand) => {
    const path = isDocument(operand) ? operand.path : operand
    if (typeof path !== 'string') {
      return refuseLocation(28812, 'no path specified to $unwind stage')
    }
    if (!path.startsWith('$')) {
      refuseLocation(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`)
    }
  },
}

/** https://www.mongodb.com/docs/v7.0/reference/operator/aggregation/group/#std-label-accumulators-group */
const accumulatorNames = new Set(
  [
    '$accumulator $addToSet $avg $bottom $bottomN $count $first $firstN $last $lastN $max $maxN $median $mergeObjects',
    '$min $minN $percentile $push $stdDevPop $stdDevSamp $sum $top $topN',
  ].flatMap((line) => line.split(' ')),
)

function checkAccumulator(name: string, accumulator: BsonValue): void {
  if (!isDocument(accumulator)) refuseLocation(40234, `The field '${name}' must be an accumulator object`)
  const [operator, ...more] = Object.keys(accumulator)
  if (operator === undefined || more.length > 0) {
    refuseLocation(40238, `The field '${name}' must specify one accumulator`)
  }
  if (!accumulatorNames.has(operator)) refuseLocation(15952, `unknown group operator '${operator}'`)
}
