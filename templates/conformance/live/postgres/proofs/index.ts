import type { Claim } from '../../proof.ts'
import type { PostgresFacts } from '../facts.ts'
import type { Session } from '../session.ts'
import { proofsOfAppendOnly } from './append-only.ts'
import { proofsOfCatalog, type Verify } from './catalog.ts'
import { proofsOfCommonRecords } from './common-records.ts'
import { proofsOfDeletion } from './deletion.ts'
import { proofsOfFields } from './fields.ts'
import { proofsOfIsolation } from './isolation.ts'
import { proofsOfLifecycles } from './lifecycles.ts'
import { proofsOfLoading } from './loading.ts'
import { proofsOfLookUps } from './look-ups.ts'
import { proofsOfOutbox } from './outbox.ts'
import { proofsOfPartitions } from './partitions.ts'
import { proofsOfRaces } from './races.ts'
import { proofsOfReferences } from './references.ts'
import { proofsOfRoles } from './roles.ts'
import { proofsOfSoftDelete } from './soft-delete.ts'
import { type Subject, subjectOf } from './subject.ts'
import { proofsOfUniques } from './uniques.ts'
import { proofsOfValues } from './values.ts'

const families: readonly ((subject: Subject) => readonly Claim<Session>[])[] = [
  proofsOfRoles,
  proofsOfLookUps,
  proofsOfIsolation,
  proofsOfCommonRecords,
  proofsOfReferences,
  proofsOfDeletion,
  proofsOfUniques,
  proofsOfRaces,
  proofsOfLifecycles,
  proofsOfOutbox,
  proofsOfAppendOnly,
  proofsOfFields,
  proofsOfValues,
  proofsOfSoftDelete,
  proofsOfPartitions,
  proofsOfLoading,
]

/**
 * Everything that is claimed of a PostgreSQL database made from these facts.
 *
 * @param verify compares a database's catalog with what it should hold
 */
export function proofsOfPostgres(facts: PostgresFacts, verify: Verify): readonly Claim<Session>[] {
  const subject = subjectOf(facts)
  return [...proofsOfCatalog(subject, verify), ...families.flatMap((family) => family(subject))]
}
