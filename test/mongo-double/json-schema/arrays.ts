import { unorderedKey } from '../bson/identity-key.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument } from '../bson/value.ts'
import { broken, limitOf, type Rule, type SchemaCompiler } from './rule.ts'

type ArrayRule = (items: readonly BsonValue[]) => BsonDocument | undefined

/** Keywords of arrays; other values fulfil them. */
export function arrayRules(schema: BsonDocument, compile: SchemaCompiler): readonly Rule[] {
  return [...sizeRules(schema), ...uniqueRules(schema), ...itemRules(schema, compile)].map(
    (rule): Rule =>
      (value) =>
        isArray(value) ? rule(value) : undefined,
  )
}

function sizeRules(schema: BsonDocument): readonly ArrayRule[] {
  const fewest = limitOf(schema, 'minItems')
  const most = limitOf(schema, 'maxItems')
  const reason = 'array did not match specified length'
  return [
    (items) =>
      fewest !== undefined && items.length < fewest
        ? broken(schema, 'minItems', { reason, consideredValue: items })
        : undefined,
    (items) =>
      most !== undefined && items.length > most
        ? broken(schema, 'maxItems', { reason, consideredValue: items })
        : undefined,
  ]
}

function uniqueRules(schema: BsonDocument): readonly ArrayRule[] {
  if (schema.uniqueItems !== true) return []
  return [
    (items) => {
      const seen = new Set<string>()
      for (const item of items) {
        const key = unorderedKey(item)
        if (seen.has(key)) {
          return broken(schema, 'uniqueItems', {
            reason: 'found a duplicate item',
            consideredValue: items,
            duplicatedValue: item,
          })
        }
        seen.add(key)
      }
      return undefined
    },
  ]
}

function itemRules(schema: BsonDocument, compile: SchemaCompiler): readonly ArrayRule[] {
  const { items: operand } = schema
  if (isDocument(operand)) {
    const check = compile(operand)
    return [
      (items) => {
        for (const [itemIndex, item] of items.entries()) {
          const details = check(item)
          if (details.length === 0) continue
          return { operatorName: 'items', reason: 'At least one item did not match the sub-schema', itemIndex, details }
        }
        return undefined
      },
    ]
  }
  return isArray(operand) ? tupleRules(schema, operand, compile) : []
}

/** A schema for each of the first items, and one for those behind them. */
function tupleRules(
  schema: BsonDocument,
  operand: readonly BsonValue[],
  compile: SchemaCompiler,
): readonly ArrayRule[] {
  const checks = operand.map(compile)
  const { additionalItems } = schema
  const further = isDocument(additionalItems) ? compile(additionalItems) : undefined
  return [
    (items) => {
      const details = checks.flatMap((check, itemIndex): BsonDocument[] => {
        const found = itemIndex < items.length ? check(items[itemIndex]) : []
        return found.length === 0 ? [] : [{ itemIndex, details: found }]
      })
      return details.length === 0 ? undefined : { operatorName: 'items', details }
    },
    (items) => {
      const extra = items.slice(checks.length)
      if (additionalItems === false && extra.length > 0) {
        return broken(schema, 'additionalItems', { reason: 'found additional items', additionalItems: extra })
      }
      for (const [index, item] of extra.entries()) {
        const details = further?.(item) ?? []
        if (details.length === 0) continue
        return {
          operatorName: 'additionalItems',
          reason: 'At least one additional item did not match the sub-schema',
          itemIndex: checks.length + index,
          details,
        }
      }
      return undefined
    },
  ]
}
