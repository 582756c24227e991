import { compileRegularExpression } from '../bson/regular-expression.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument } from '../bson/value.ts'
import { typeMismatch } from '../server-error.ts'
import { broken, limitOf, type Rule, type SchemaCheck, type SchemaCompiler } from './rule.ts'

type ObjectRule = (document: BsonDocument) => BsonDocument | undefined

/** Keywords of objects; other values fulfil them. */
export function objectRules(schema: BsonDocument, compile: SchemaCompiler): readonly Rule[] {
  const rules: readonly ObjectRule[] = [
    ...sizeRules(schema),
    ...propertyRules(schema, compile),
    ...requiredRules(schema),
    ...dependencyRules(schema, compile),
  ]
  return rules.map(
    (rule): Rule =>
      (value) =>
        isDocument(value) ? rule(value) : undefined,
  )
}

function sizeRules(schema: BsonDocument): readonly ObjectRule[] {
  const fewest = limitOf(schema, 'minProperties')
  const most = limitOf(schema, 'maxProperties')
  const rule =
    (keyword: string, accepts: (size: number) => boolean): ObjectRule =>
    (document) => {
      const numberOfProperties = Object.keys(document).length
      if (accepts(numberOfProperties)) return undefined
      const reason = 'specified number of properties was not satisfied'
      return broken(schema, keyword, { reason, numberOfProperties })
    }
  return [
    ...(fewest === undefined ? [] : [rule('minProperties', (size) => size >= fewest)]),
    ...(most === undefined ? [] : [rule('maxProperties', (size) => size <= most)]),
  ]
}

function requiredRules(schema: BsonDocument): readonly ObjectRule[] {
  const { required } = schema
  if (!isArray(required)) return []
  return [
    (document) => {
      const missingProperties = missingFrom(document, required)
      return missingProperties.length === 0 ? undefined : broken(schema, 'required', { missingProperties })
    },
  ]
}

function missingFrom(document: BsonDocument, names: readonly BsonValue[]): readonly string[] {
  return names.filter((name) => typeof name === 'string').filter((name) => !Object.hasOwn(document, name))
}

function propertyRules(schema: BsonDocument, compile: SchemaCompiler): readonly ObjectRule[] {
  const properties = subSchemas(schema.properties, compile, (name) => {
    return `Nested schema for $jsonSchema property '${name}' must be an object`
  })
  const patterns = subSchemas(schema.patternProperties, compile, (name) => {
    return `$jsonSchema keyword 'patternProperties' has property '${name}' which is not an object`
  }).map(({ name, check }) => ({ name, check, pattern: compileRegularExpression(name) }))
  const { additionalProperties } = schema
  const further = isDocument(additionalProperties) ? compile(additionalProperties) : undefined
  const names = new Set(properties.map(({ name }) => name))
  const isAdditional = (name: string): boolean =>
    !names.has(name) && !patterns.some(({ pattern }) => pattern.test(name))
  return [
    (document) => {
      const propertiesNotSatisfied = properties.flatMap(({ name, description, check }): BsonDocument[] => {
        const details = Object.hasOwn(document, name) ? check(document[name]) : []
        return details.length === 0 ? [] : [{ propertyName: name, ...description, details }]
      })
      return propertiesNotSatisfied.length === 0 ? undefined : { operatorName: 'properties', propertiesNotSatisfied }
    },
    (document) => {
      const details = Object.entries(document).flatMap(([propertyName, value]) =>
        patterns.flatMap(({ name, pattern, check }): BsonDocument[] => {
          const found = pattern.test(propertyName) ? check(value) : []
          return found.length === 0 ? [] : [{ propertyName, regexMatched: name, details: found }]
        }),
      )
      return details.length === 0 ? undefined : { operatorName: 'patternProperties', details }
    },
    (document) => {
      const extra = Object.keys(document).filter(isAdditional)
      if (additionalProperties === false && extra.length > 0) {
        return broken(schema, 'additionalProperties', { additionalProperties: extra })
      }
      return firstFailing(document, extra, further)
    },
  ]
}

function firstFailing(
  document: BsonDocument,
  names: readonly string[],
  check: SchemaCheck | undefined,
): BsonDocument | undefined {
  for (const failingProperty of names) {
    const details = check?.(document[failingProperty]) ?? []
    if (details.length === 0) continue
    const reason = 'at least one additional property did not match the subschema'
    return { operatorName: 'additionalProperties', reason, failingProperty, details }
  }
  return undefined
}

interface SubSchema {
  readonly name: string
  /** As it stands in the details: a field, or none. */
  readonly description: BsonDocument
  readonly check: SchemaCheck
}

function subSchemas(
  operand: BsonValue,
  compile: SchemaCompiler,
  complaint: (name: string) => string,
): readonly SubSchema[] {
  if (!isDocument(operand)) return []
  return Object.entries(operand).map(([name, schema]) => {
    if (!isDocument(schema)) typeMismatch(complaint(name))
    const { description } = schema
    return { name, description: description === undefined ? {} : { description }, check: compile(schema) }
  })
}

function dependencyRules(schema: BsonDocument, compile: SchemaCompiler): readonly ObjectRule[] {
  const { dependencies } = schema
  if (!isDocument(dependencies)) return []
  const rules = Object.entries(dependencies).map(([conditionalProperty, needed]): ObjectRule => {
    if (isArray(needed)) {
      return (document) => {
        const missingProperties = missingFrom(document, needed)
        return missingProperties.length === 0 ? undefined : { conditionalProperty, missingProperties }
      }
    }
    const check = compile(needed)
    return (document) => {
      const details = check(document)
      return details.length === 0 ? undefined : { conditionalProperty, details }
    }
  })
  const conditions = Object.keys(dependencies)
  return [
    (document) => {
      const failingDependencies = rules.flatMap((rule, index) =>
        Object.hasOwn(document, conditions[index] ?? '') ? (rule(document) ?? []) : [],
      )
      return failingDependencies.length === 0 ? undefined : { operatorName: 'dependencies', failingDependencies }
    },
  ]
}
