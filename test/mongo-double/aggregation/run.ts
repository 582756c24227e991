import { Aggregator } from 'mingo'
import type { Options } from 'mingo/types'
import { fromPlainDocument, toPlain, toPlainDocument } from '../bson/codec.ts'
import { type Collation, compileCollation } from '../bson/collation.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument, isNumber, mapValues, toNumber } from '../bson/value.ts'
import { compileJsonSchema } from '../json-schema/schema.ts'
import { compileFilter } from '../query/filter.ts'
import { sortDocuments } from '../query/sort.ts'
import { refuseMissingScore } from '../query/text-placement.ts'
import { bucketStages } from './bucket.ts'
import { asServerError } from './engine-error.ts'
import type { Variables } from './expression.ts'
import { checkStageExpressions } from './stage-expressions.ts'
import { checkStages, type Stage } from './stages.ts'

export interface AggregateOptions {
  readonly variables?: Variables | undefined
  /** As the command has it. */
  readonly collation?: BsonDocument | undefined
  /** Another collection, for `$lookup` and its like; asked for each at most once a run. */
  readonly collection?: ((name: string) => readonly BsonDocument[]) | undefined
  /** The score of the `$text` query that came before, for `{ $meta: 'textScore' }`. */
  readonly score?: ((document: BsonDocument) => number) | undefined
}

/** Where the score of a document lies while a pipeline runs; no field of a client is called so. */
const scoreField = '__textScore'

/** Runs the stages of a pipeline that need no more than documents: neither `$out` nor `$collStats`. */
export function aggregate(
  documents: readonly BsonDocument[],
  stages: readonly BsonValue[],
  options: AggregateOptions = {},
): BsonDocument[] {
  const parsed = checkStages(stages)
  const { score } = options
  const run = new Run(options)
  if (score === undefined) return run.stages(documents, parsed)
  const scored = documents.map((document) => ({ ...document, [scoreField]: score(document) }))
  return run.stages(scored, parsed).map(({ [scoreField]: _, ...document }) => document)
}

class Run {
  readonly #options: AggregateOptions
  readonly #collation: Collation | undefined
  readonly #collections = new Map<string, readonly BsonDocument[]>()

  constructor(options: AggregateOptions) {
    this.#options = options
    this.#collation = compileCollation(options.collation)
  }

  stages(documents: readonly BsonDocument[], stages: readonly Stage[]): BsonDocument[] {
    return stages.reduce<readonly BsonDocument[]>((rest, stage) => this.#stage(rest, stage), documents).slice()
  }

  #stage(documents: readonly BsonDocument[], { name, operand }: Stage): readonly BsonDocument[] {
    switch (name) {
      case '$match': {
        const context = { collation: this.#collation, variables: this.#options.variables }
        // `$text` has done its part where the pipeline began.
        return documents.filter(compileFilter(isDocument(operand) ? operand : {}, context))
      }
      case '$sort':
        return sortDocuments(documents, this.#scoreSort(operand), { collation: this.#collation })
      case '$limit':
        return isNumber(operand) ? documents.slice(0, toNumber(operand)) : documents
      case '$skip':
        return isNumber(operand) ? documents.slice(toNumber(operand)) : documents
      case '$facet':
        return [
          mapValues(isDocument(operand) ? operand : {}, (pipeline) => this.stages(documents, checkStages(pipeline))),
        ]
      case '$unionWith':
        return [...documents, ...this.#union(operand)]
      case '$bucket':
        return bucketStages(operand).reduce<readonly BsonDocument[]>(
          (rest, stage) => this.#stage(rest, stage),
          documents,
        )
      default:
        return this.#engine(documents, { name, operand: this.#withScore(name, operand) })
    }
  }

  #union(operand: BsonValue): readonly BsonDocument[] {
    const { coll, pipeline } = isDocument(operand) ? operand : { coll: operand, pipeline: [] }
    const documents = typeof coll === 'string' ? this.#collection(coll) : []
    return this.stages(documents, checkStages(pipeline ?? []))
  }

  /** Everything else is the expression engine's, in plain JavaScript. */
  #engine(documents: readonly BsonDocument[], { name, operand }: Stage): readonly BsonDocument[] {
    checkStageExpressions(name, operand, new Set(Object.keys(this.#options.variables ?? {})))
    try {
      const aggregator = new Aggregator([{ [name]: toPlain(operand) }], {
        variables: this.#options.variables ?? {},
        collectionResolver: (other) => this.#collection(other).map(toPlainDocument),
        jsonSchemaValidator: (schema) => {
          const check = compileJsonSchema(fromPlainDocument(schema))
          return (document: Record<string, unknown>) => check(fromPlainDocument(document)).length === 0
        },
        ...engineCollation(this.#options.collation),
      })
      return aggregator.run<Record<string, unknown>>(documents.map(toPlainDocument)).map(result)
    } catch (error) {
      throw asServerError(error)
    }
  }

  #collection(name: string): readonly BsonDocument[] {
    const known = this.#collections.get(name)
    if (known !== undefined) return known
    const documents = this.#options.collection?.(name) ?? []
    this.#collections.set(name, documents)
    return documents
  }

  #scoreSort(specification: BsonValue): BsonDocument {
    if (!isDocument(specification)) return {}
    return Object.fromEntries(
      Object.entries(specification).map(([path, order]) => {
        if (!isScore(order)) return [path, order]
        this.#needScore()
        return [scoreField, -1]
      }),
    )
  }

  #withScore(stage: string, operand: BsonValue): BsonValue {
    const replaced = this.#scoreReplaced(operand)
    if (stage !== '$project' || this.#options.score === undefined || !isDocument(replaced)) return replaced
    return isInclusion(replaced) ? { ...replaced, [scoreField]: 1 } : replaced
  }

  #scoreReplaced(value: BsonValue): BsonValue {
    if (isArray(value)) return value.map((item) => this.#scoreReplaced(item))
    if (!isDocument(value)) return value
    if (!isScore(value)) return mapValues(value, (item) => this.#scoreReplaced(item))
    this.#needScore()
    return `$${scoreField}`
  }

  #needScore(): void {
    if (this.#options.score === undefined) refuseMissingScore()
  }
}

function engineCollation(specification: BsonDocument | undefined): Pick<Partial<Options>, 'collation'> {
  const { locale, strength } = specification ?? {}
  if (typeof locale !== 'string' || locale === 'simple') return {}
  const level = isNumber(strength) ? toNumber(strength) : 3
  return { collation: { locale, strength: level === 1 || level === 2 ? level : 3 } }
}

const isScore = (value: BsonValue): boolean => isDocument(value) && value.$meta === 'textScore'

function isInclusion(projection: BsonDocument): boolean {
  return Object.entries(projection).some(([field, value]) => {
    return field !== '_id' && value !== false && !(isNumber(value) && toNumber(value) === 0)
  })
}

/** Documents leave the engine with `_id` in front, as the server sends them. */
function result(document: Readonly<Record<string, unknown>>): BsonDocument {
  const { _id, ...fields } = fromPlainDocument(document)
  return _id === undefined ? fields : { _id, ...fields }
}
