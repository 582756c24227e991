import type { Claim } from '../../proof.ts'
import type { S3Facts } from '../facts.ts'
import type { Session } from '../session.ts'
import { proofsOfConfiguration, type Verify } from './configuration.ts'
import { proofsOfLocks } from './locks.ts'
import { proofsOfObjects } from './objects.ts'
import { proofsOfSignedUrls } from './signed-urls.ts'
import { proofsOfStrangers } from './strangers.ts'
import { type Subject, subjectOf } from './subject.ts'
import { proofsOfTenants } from './tenants.ts'
import { proofsOfTransport } from './transport.ts'
import { proofsOfUploads } from './uploads.ts'
import { proofsOfVersions } from './versions.ts'

const families: readonly ((subject: Subject) => readonly Claim<Session>[])[] = [
  proofsOfTransport,
  proofsOfObjects,
  proofsOfVersions,
  proofsOfLocks,
  proofsOfSignedUrls,
  proofsOfUploads,
  proofsOfStrangers,
  proofsOfTenants,
]

/**
 * Everything that is claimed of buckets made from these facts, and of what is put into them.
 *
 * @param verify compares buckets with what they should be
 */
export function proofsOfS3(facts: S3Facts, verify: Verify): readonly Claim<Session>[] {
  const subject = subjectOf(facts)
  return [...proofsOfConfiguration(subject, verify), ...families.flatMap((family) => family(subject))]
}
