import type { RuleCode } from '../../diagnostic/codes.ts'
import { presentModel } from '../../model/memory/model-memory.ts'
import type { Model } from '../../model/model.ts'
import type { NameConvention } from '../../model/project.ts'
import { foundIn } from '../../rules/found.ts'
import { rules } from '../../rules/index.ts'
import { levelOf } from '../../rules/lint.ts'
import type { Rule } from '../../rules/rule.ts'
import type { DataRecord } from './data.ts'

type Governed = readonly [kind: string, code: RuleCode, convention: NameConvention]

/**
 * The conventions for names as the stores know them. One whose rule is off or only warns, or that is broken somewhere with a
 * reason, is left out: the tests insist on nothing that the compiler lets pass.
 */
export function conventionFacts(model: Model): DataRecord {
  const { postgres, mongo, s3 } = model.project.conventions
  const { roles } = postgres
  const insisted = insistedRules(model)
  const group = (governed: readonly Governed[]): DataRecord =>
    Object.fromEntries(
      governed.filter(([, code]) => insisted.has(code)).map(([kind, , convention]) => [kind, fact(convention)]),
    )
  return {
    postgres: group([
      ['table', 'naming/table', postgres.table],
      ['column', 'naming/column', postgres.column],
      ['constraint', 'naming/constraint', postgres.constraint],
      ['index', 'naming/index', postgres.index],
    ]),
    roles: group([
      ['timestamp', 'naming/timestamp-suffix', roles.timestamp],
      ['userRef', 'naming/user-ref-suffix', roles.userRef],
      ['externalId', 'naming/external-id-prefix', roles.externalId],
      ['objectKey', 'naming/object-key-suffix', roles.objectKey],
      ['foreignKey', 'naming/foreign-key-suffix', roles.foreignKey],
      ['storeRef', 'naming/store-ref-suffix', roles.storeRef],
      ['internalId', 'naming/internal-id', roles.internalId],
      ['publicId', 'naming/public-id', roles.publicId],
    ]),
    mongo: group([
      ['collection', 'naming/collection', mongo.collection],
      ['field', 'naming/document-field', mongo.field],
      ['index', 'naming/index', mongo.index],
      ['reference', 'naming/store-ref-suffix', mongo.reference],
    ]),
    s3: group([
      ['segment', 'naming/s3-segment', s3.segment],
      ['bucket', 'naming/bucket', s3.bucket],
    ]),
  }
}

/** What an override, a comment or a baseline lets pass stands in the stores too. */
function insistedRules(model: Model): ReadonlySet<string> {
  const insisted = rules.filter(
    (rule) => rule.code.startsWith('naming/') && levelOf(rule, model.project) === 'error' && isKept(rule, model),
  )
  return new Set(insisted.map(({ code }) => code))
}

function isKept(rule: Rule, model: Model): boolean {
  const found = foundIn(presentModel(model))
  if (found !== undefined) return !found.has(rule.code)
  let kept = true
  const broken = (): void => {
    kept = false
  }
  rule.check(model, broken, broken)
  return kept
}

function fact({ case: letters, number, prefix, suffix, name }: NameConvention): DataRecord {
  return { case: letters, number, prefix, suffix, name }
}
