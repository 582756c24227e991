/**
 * What a rule of a project's own is written with: the public entry `stowage/rules`. What is here is kept within a major
 * version; types of the model may gain properties and kinds.
 *
 *     import { declaredFields, defineRule, replaceText } from 'stowage/rules'
 *
 *     export default defineRule({
 *       code: 'custom/no-float',
 *       severity: 'error',
 *       summary: 'no field is a float',
 *       fixable: true,
 *       check(model, report) {
 *         for (const field of declaredFields(model)) {
 *           if (field.type.kind !== 'scalar' || field.type.scalar !== 'float') continue
 *           report({
 *             message: `field \`${field.name}\` is a float`,
 *             span: field.typeSpan,
 *             fixes: replaceText(field.typeSpan, 'decimal(12,2)'),
 *           })
 *         }
 *       },
 *     })
 */
import type { Field } from '../model/field.ts'
import type { Model } from '../model/model.ts'
import { fieldDeclarations } from '../rules/naming/fields.ts'
import type { RuleDefinition } from './rule-definition.ts'

export type { CustomCode } from '../diagnostic/codes.ts'
export type { Fix, RelatedPlace, Severity, TextEdit } from '../diagnostic/diagnostic.ts'
export type { Entity, SoftDelete, StoreName, Tenancy } from '../model/entity.ts'
export type { Classification, DefaultValue, Field, FieldOrigin, MixinRole, Relation } from '../model/field.ts'
export type { Index, IndexField, Unique } from '../model/keys.ts'
export type { Lifecycle, State } from '../model/lifecycle.ts'
export {
  fieldOf,
  inMongo,
  inPostgres,
  inS3,
  type MongoEntity,
  objectsOf,
  type PostgresEntity,
  referencesTo,
  type S3Entity,
} from '../model/lookup.ts'
export type { Domain, Enum, EnumValue, Mixin, Model, Reference, ValueType } from '../model/model.ts'
export type { MongoPart } from '../model/mongo.ts'
export type { PhysicalName } from '../model/name.ts'
export type { Partition, PostgresPart } from '../model/postgres.ts'
export type { Condition, Predicate } from '../model/predicate.ts'
export type { Bucket, Conventions, NameConvention, Project } from '../model/project.ts'
export {
  flagOption,
  type OptionValue,
  pairsOption,
  type RuleOption,
  textOption,
  wholeOption,
  wordsOption,
} from '../model/rule-option.ts'
export { optionAt, optionOf } from '../model/rule-place.ts'
export type { PathPiece, PathVariable, S3Object, S3Part } from '../model/s3.ts'
export type { FieldType, RefType, ScalarName } from '../model/type.ts'
export type { Volume } from '../model/volume.ts'
export type { Finding, RuleReport } from '../rules/rule.ts'
export type { SourceFile, Span } from '../source/source-file.ts'
export { type Renamed, rename, replaceText } from './fixes.ts'
export type { RuleDefinition } from './rule-definition.ts'

/** A rule of a project's own, to be exported by a file that `rules.files` names. Gives back what it is given, typed. */
export function defineRule(rule: RuleDefinition): RuleDefinition {
  return rule
}

/** Every field that the spec declares, once, however many records carry it: of mixins, value types and entities. */
export function declaredFields(model: Model): readonly Field[] {
  return fieldDeclarations(model).map(({ field }) => field)
}
