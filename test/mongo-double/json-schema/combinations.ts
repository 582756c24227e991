import { type BsonDocument, isArray, isDocument } from '../bson/value.ts'
import type { Rule, SchemaCheck, SchemaCompiler } from './rule.ts'

/** `allOf`, `anyOf`, `oneOf` and `not`: keywords of every value. */
export function combinationRules(schema: BsonDocument, compile: SchemaCompiler): readonly Rule[] {
  const rules: Rule[] = []
  const checksOf = (keyword: string): readonly SchemaCheck[] | undefined => {
    const schemas = schema[keyword]
    return isArray(schemas) ? schemas.map(compile) : undefined
  }
  const all = checksOf('allOf')
  const any = checksOf('anyOf')
  const one = checksOf('oneOf')
  if (all !== undefined) {
    rules.push((value) => {
      const outcomes = all.map((check) => check(value))
      return outcomes.every(isEmpty) ? undefined : notSatisfied('allOf', outcomes)
    })
  }
  if (any !== undefined) {
    rules.push((value) => {
      const outcomes = any.map((check) => check(value))
      return outcomes.some(isEmpty) ? undefined : notSatisfied('anyOf', outcomes)
    })
  }
  if (one !== undefined) rules.push((value) => exactlyOne(one.map((check) => check(value))))
  if (isDocument(schema.not)) {
    const check = compile(schema.not)
    rules.push((value) =>
      isEmpty(check(value)) ? { operatorName: 'not', reason: 'child expression matched' } : undefined,
    )
  }
  return rules
}

type Outcome = readonly BsonDocument[]

const isEmpty = (outcome: Outcome): boolean => outcome.length === 0

function notSatisfied(operatorName: string, outcomes: readonly Outcome[]): BsonDocument {
  const schemasNotSatisfied = outcomes.flatMap((details, index) => (isEmpty(details) ? [] : [{ index, details }]))
  return { operatorName, schemasNotSatisfied }
}

function exactlyOne(outcomes: readonly Outcome[]): BsonDocument | undefined {
  const matchingSchemaIndexes = outcomes.flatMap((outcome, index) => (isEmpty(outcome) ? [index] : []))
  if (matchingSchemaIndexes.length === 1) return undefined
  if (matchingSchemaIndexes.length === 0) return notSatisfied('oneOf', outcomes)
  return { operatorName: 'oneOf', reason: 'more than one subschema matched', matchingSchemaIndexes }
}
