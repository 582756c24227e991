import { missingAbout } from './docs/missing-about.ts'
import { defaultIsNotStart } from './lifecycle/default-is-not-start.ts'
import { noTerminalState } from './lifecycle/no-terminal-state.ts'
import { unreachableState } from './lifecycle/unreachable-state.ts'
import { mongoAppendOnlyChanges } from './mongo/append-only-changes.ts'
import { mongoDuplicateIndex } from './mongo/duplicate-index.ts'
import { expireNeedsTimestamp } from './mongo/expire-needs-timestamp.ts'
import { twoTextIndexes } from './mongo/two-text-indexes.ts'
import { bucket } from './naming/bucket.ts'
import { collection } from './naming/collection.ts'
import { column } from './naming/column.ts'
import { constraint } from './naming/constraint.ts'
import { documentField } from './naming/document-field.ts'
import { entityCase } from './naming/entity-case.ts'
import { enumCase } from './naming/enum-case.ts'
import { enumValueCase } from './naming/enum-value-case.ts'
import { externalIdPrefix } from './naming/external-id-prefix.ts'
import { fieldCase } from './naming/field-case.ts'
import { foreignKeySuffix } from './naming/foreign-key-suffix.ts'
import { indexName } from './naming/index.ts'
import { internalId } from './naming/internal-id.ts'
import { mixinCase } from './naming/mixin-case.ts'
import { objectCase } from './naming/object-case.ts'
import { objectKeySuffix } from './naming/object-key-suffix.ts'
import { publicId } from './naming/public-id.ts'
import { s3Segment } from './naming/s3-segment.ts'
import { storeRefSuffix } from './naming/store-ref-suffix.ts'
import { table } from './naming/table.ts'
import { timestampSuffix } from './naming/timestamp-suffix.ts'
import { typeCase } from './naming/type-case.ts'
import { userRefSuffix } from './naming/user-ref-suffix.ts'
import { appendLogInPostgres } from './placement/append-log-in-postgres.ts'
import { binaryOutsideS3 } from './placement/binary-outside-s3.ts'
import { largeTextInPostgres } from './placement/large-text-in-postgres.ts'
import { relationalInMongo } from './placement/relational-in-mongo.ts'
import { appendOnlyChanges } from './postgres/append-only-changes.ts'
import { duplicateIndex } from './postgres/duplicate-index.ts'
import { foreignKeyUnindexed } from './postgres/foreign-key-unindexed.ts'
import { identifierTooLong } from './postgres/identifier-too-long.ts'
import { indexNotSearchable } from './postgres/index-not-searchable.ts'
import { partitionReferenced } from './postgres/partition-referenced.ts'
import { softDeleteUnique } from './postgres/soft-delete-unique.ts'
import { lockConflict } from './retention/lock-conflict.ts'
import { pointerExpires } from './retention/pointer-expires.ts'
import type { Rule } from './rule.ts'
import { keyAmbiguous } from './s3/key-ambiguous.ts'
import { keyPrefixOverlap } from './s3/key-prefix-overlap.ts'
import { keyTooLong } from './s3/key-too-long.ts'
import { keyWithoutObject } from './s3/key-without-object.ts'
import { keyWithoutTenant } from './s3/key-without-tenant.ts'
import { piiInKey } from './s3/pii-in-key.ts'
import { tooShort } from './secrets/too-short.ts'
import { withinShape } from './secrets/within-shape.ts'
import { cascadeStrandsObject } from './split/cascade-strands-object.ts'
import { danglingPart } from './split/dangling-part.ts'
import { mutableDocumentRoot } from './split/mutable-document-root.ts'
import { noSharedId } from './split/no-shared-id.ts'
import { pointerWithoutObject } from './split/pointer-without-object.ts'
import { crossTenantReference } from './tenancy/cross-tenant-reference.ts'
import { unscopedEntity } from './tenancy/unscoped-entity.ts'

/** Every rule, in the order of their codes. */
export const rules: readonly Rule[] = [
  entityCase,
  fieldCase,
  enumCase,
  enumValueCase,
  typeCase,
  mixinCase,
  objectCase,
  table,
  column,
  constraint,
  indexName,
  collection,
  documentField,
  s3Segment,
  bucket,
  timestampSuffix,
  userRefSuffix,
  externalIdPrefix,
  objectKeySuffix,
  foreignKeySuffix,
  storeRefSuffix,
  internalId,
  publicId,
  largeTextInPostgres,
  appendLogInPostgres,
  relationalInMongo,
  binaryOutsideS3,
  noSharedId,
  danglingPart,
  pointerWithoutObject,
  cascadeStrandsObject,
  mutableDocumentRoot,
  keyAmbiguous,
  keyPrefixOverlap,
  keyWithoutTenant,
  keyWithoutObject,
  keyTooLong,
  piiInKey,
  softDeleteUnique,
  foreignKeyUnindexed,
  indexNotSearchable,
  identifierTooLong,
  partitionReferenced,
  appendOnlyChanges,
  duplicateIndex,
  mongoDuplicateIndex,
  expireNeedsTimestamp,
  twoTextIndexes,
  mongoAppendOnlyChanges,
  unreachableState,
  noTerminalState,
  defaultIsNotStart,
  lockConflict,
  pointerExpires,
  withinShape,
  tooShort,
  unscopedEntity,
  crossTenantReference,
  missingAbout,
]
