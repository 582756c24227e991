import { Forbidden } from '../errors/errors.ts'
import { type Path, refused } from '../rows/refuse.ts'
import { isPlain } from '../validate/plain.ts'

/**
 * Operators of expressions, accumulators and windows that compute from what they are given and reach nothing else. One that
 * is not here is refused: a later MongoDB may have operators that do.
 * https://www.mongodb.com/docs/v7.0/reference/operator/aggregation/
 */
const computing: ReadonlySet<string> = new Set(
  `$abs $acos $acosh $add $addToSet $allElementsTrue $and $anyElementTrue $arrayElemAt $arrayToObject $asin $asinh $atan
  $atan2 $atanh $avg $binarySize $bitAnd $bitNot $bitOr $bitXor $bottom $bottomN $bsonSize $ceil $cmp $concat $concatArrays
  $cond $convert $cos $cosh $count $covariancePop $covarianceSamp $dateAdd $dateDiff $dateFromParts $dateFromString
  $dateSubtract $dateToParts $dateToString $dateTrunc $dayOfMonth $dayOfWeek $dayOfYear $degreesToRadians $denseRank
  $derivative $divide $documentNumber $eq $exp $expMovingAvg $filter $first $firstN $floor $getField $gt $gte $hour $ifNull
  $in $indexOfArray $indexOfBytes $indexOfCP $integral $isArray $isNumber $isoDayOfWeek $isoWeek $isoWeekYear $last $lastN
  $let $linearFill $literal $ln $locf $log $log10 $lt $lte $ltrim $map $max $maxN $median $mergeObjects $meta $millisecond
  $min $minN $minute $mod $month $multiply $ne $not $objectToArray $or $percentile $pow $push $radiansToDegrees $rand $range
  $rank $reduce $regexFind $regexFindAll $regexMatch $replaceAll $replaceOne $reverseArray $round $rtrim $sampleRate $second
  $setDifference $setEquals $setField $setIntersection $setIsSubset $setUnion $shift $sin $sinh $size $slice $sortArray
  $split $sqrt $stdDevPop $stdDevSamp $strLenBytes $strLenCP $strcasecmp $substr $substrBytes $substrCP $subtract $sum
  $switch $tan $tanh $toBool $toDate $toDecimal $toDouble $toInt $toLong $toLower $toObjectId $toString $toUpper $top $topN
  $trim $trunc $tsIncrement $tsSecond $type $unsetField $week $year $zip`.split(/\s+/),
)

/** Variables of the server that say something of others. */
const refusedVariables = /^\$\$(?:SEARCH_META|USER_ROLES)(?:\.|$)/

/**
 * Looks through an expression, or through all of a stage that holds nothing but expressions.
 *
 * @throws Forbidden for an operator that is not known to be harmless; InvalidInput for what BSON would not keep as it is
 */
export function checkExpression(value: unknown, path: Path): void {
  if (typeof value === 'string') {
    if (refusedVariables.test(value)) throw forbidden(value.split('.')[0] ?? value, path)
    return
  }
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) checkExpression(one, [...path, at])
    return
  }
  checkValue(value, path)
  if (!isPlain(value)) return
  for (const [key, member] of Object.entries(value)) {
    if (key.startsWith('$') && !computing.has(key)) throw forbidden(key, path)
    if (key === '$literal') checkLiteral(member, [...path, key])
    else checkExpression(member, [...path, key])
  }
}

/** A value that is sent as it is. */
export function checkLiteral(value: unknown, path: Path): void {
  checkValue(value, path)
  if (Array.isArray(value)) for (const [at, one] of value.entries()) checkLiteral(one, [...path, at])
  else if (isPlain(value)) for (const [key, one] of Object.entries(value)) checkLiteral(one, [...path, key])
}

export function forbidden(what: string, path: Path): Forbidden {
  return new Forbidden(
    `${what} cannot be scoped to a tenant, or runs code`,
    { field: path.join('.') },
    'Use stages and operators that only compute from the documents they are given.',
  )
}

/** Types of BSON that hold a value, by what the driver calls them. */
const valueTypes: ReadonlySet<unknown> = new Set([
  ...['ObjectId', 'Decimal128', 'Long', 'Int32', 'Double', 'Binary', 'Timestamp', 'MinKey', 'MaxKey', 'BSONRegExp'],
])

function checkValue(value: unknown, path: Path): void {
  switch (typeof value) {
    case 'undefined':
      throw refused(path, 'is undefined: leave the key out')
    case 'function':
    case 'symbol':
      throw refused(path, `is a ${typeof value}`)
    case 'object':
      break
    default:
      return
  }
  if (value === null || Array.isArray(value) || value instanceof Date || value instanceof RegExp) return
  if (value instanceof Uint8Array) return
  if (isPlain(value)) {
    // The driver would take it for one of its own types, of which one is code.
    if (Object.hasOwn(value, '_bsontype') || Object.hasOwn(value, '__proto__'))
      throw refused(path, 'is no plain object')
    return
  }
  if (!('_bsontype' in value) || !valueTypes.has(value._bsontype)) throw refused(path, 'is no value of BSON')
}
