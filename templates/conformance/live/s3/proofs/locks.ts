import { setTimeout as sleep } from 'node:timers/promises'
import type { S3 } from '@aws-sdk/client-s3'
import type { Claim } from '../../proof.ts'
import { attempt, demandDone, demandEqual, demandRefusal } from '../attempt.ts'
import type { Place } from '../facts.ts'
import type { Session } from '../session.ts'
import { demandReadable, type Locked, put, putLocked, versionOf } from '../stored.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'

/** What is locked stays, whoever tries to be rid of it, until its time has come. */
export function proofsOfLocks(subject: Subject): readonly Claim<Session>[] {
  const buckets = new Set<string>()
  return subject.places.flatMap((place) => {
    const { lock, name } = place.bucket
    if (lock === undefined) return []
    // It has to be waited for.
    const isFirst = !buckets.has(name)
    buckets.add(name)
    return claimsOf(subject, place, 'lock', [
      ...refusals(place, common),
      ...refusals(place, lock.mode === 'compliance' ? compliance : []),
      ...survivals(place),
      extension(place),
      ...(isFirst ? [end(place)] : []),
    ])
  })
}

/** Something that must be refused, while the locked version stays as it is. */
interface Attack {
  readonly name: string
  try(api: S3, locked: Locked, sooner: Date): Promise<unknown>
}

const common: readonly Attack[] = [
  { name: 'deleting the version', try: (api, locked) => api.deleteObject(versionOf(locked)) },
  {
    name: 'locking it for a shorter time',
    try: (api, locked, sooner) => retain(api, locked, locked.mode, sooner),
  },
  {
    name: 'locking it in another mode',
    try: (api, locked) => retain(api, locked, locked.mode === 'COMPLIANCE' ? 'GOVERNANCE' : 'COMPLIANCE', locked.until),
  },
]

/** Governance yields to whoever may bypass it; compliance to nobody. */
const compliance: readonly Attack[] = [
  {
    name: 'deleting the version with the bypass of governance',
    try: (api, locked) => api.deleteObject({ ...versionOf(locked), BypassGovernanceRetention: true }),
  },
  {
    name: 'locking it for a shorter time with the bypass of governance',
    try: (api, locked, sooner) => retain(api, locked, locked.mode, sooner, true),
  },
  {
    name: 'locking it in another mode with the bypass of governance',
    try: (api, locked) => retain(api, locked, 'GOVERNANCE', locked.until, true),
  },
]

function retain(api: S3, locked: Locked, Mode: Locked['mode'], RetainUntilDate: Date, bypass?: true): Promise<unknown> {
  return api.putObjectRetention({
    ...versionOf(locked),
    Retention: { Mode, RetainUntilDate },
    ...(bypass === undefined ? {} : { BypassGovernanceRetention: true }),
  })
}

function refusals(place: Place, attacks: readonly Attack[]): readonly Try[] {
  return attacks.map((attack) => ({
    name: `${attack.name} is refused`,
    prove: async (session) => {
      const locked = await putLocked(session, place)
      const sooner = new Date(locked.until.getTime() - 1000)
      demandRefusal(await attempt(attack.try(session.api, locked, sooner)), attack.name)
      await demandHeld(session, locked)
    },
  }))
}

function survivals(place: Place): readonly Try[] {
  return [
    {
      name: 'a version is kept in the mode and until the time that were asked for',
      prove: async (session) => {
        await demandHeld(session, await putLocked(session, place))
      },
    },
    {
      name: 'deleting many at once leaves it where it is',
      prove: async (session) => {
        const locked = await putLocked(session, place)
        const { bucket: Bucket, key: Key, version: VersionId } = locked
        const outcome = await attempt(session.api.deleteObjects({ Bucket, Delete: { Objects: [{ Key, VersionId }] } }))
        // The server answers for each by itself.
        if ('done' in outcome)
          demandEqual(
            outcome.done.Errors?.map(({ Code }) => Code),
            ['AccessDenied'],
            'refusals',
          )
        else demandRefusal(outcome, 'deleting many at once')
        await demandHeld(session, locked)
      },
    },
    {
      name: 'it can be read after it was overwritten and deleted',
      prove: async (session) => {
        const locked = await putLocked(session, place)
        await put(session, place, { over: locked })
        await session.api.deleteObject({ Bucket: locked.bucket, Key: locked.key })
        await demandHeld(session, locked)
      },
    },
    {
      name: 'it can be read though versions were to be suspended',
      prove: async (session) => {
        const locked = await putLocked(session, place)
        const { bucket: Bucket } = locked
        const suspend = { Bucket, VersioningConfiguration: { Status: 'Suspended' } } as const
        const outcome = await attempt(session.api.putBucketVersioning(suspend))
        if ('done' in outcome) {
          await session.api.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Enabled' } })
          throw new Error('versions were suspended in a bucket with object lock')
        }
        await demandHeld(session, locked)
      },
    },
  ]
}

function extension(place: Place): Try {
  return {
    name: 'it can be locked for longer, and then no longer for as short as before',
    prove: async (session) => {
      const { api, clock, lockSeconds } = session
      const locked = await putLocked(session, place)
      const until = clock.in(lockSeconds + 2)
      demandDone(await attempt(retain(api, locked, locked.mode, until)), 'locking it for longer')
      demandRefusal(await attempt(retain(api, locked, locked.mode, locked.until)), 'going back to the time before')
      await demandHeld(session, { ...locked, until })
    },
  }
}

function end(place: Place): Try {
  return {
    name: 'it can be deleted when its time has come',
    prove: async (session) => {
      const locked = await putLocked(session, place, 2)
      await sleep(locked.until.getTime() - session.clock.now().getTime() + 1000)
      demandDone(await attempt(session.api.deleteObject(versionOf(locked))), 'deleting what is locked no longer')
    },
  }
}

/** @throws Error unless the version is there, holds what was put, and is locked as it was */
async function demandHeld(session: Session, locked: Locked): Promise<void> {
  await demandReadable(session, locked, 'the locked version')
  const { Retention } = demandDone(await attempt(session.api.getObjectRetention(versionOf(locked))), 'reading the lock')
  demandEqual(Retention?.Mode, locked.mode, 'mode of the lock')
  // Some servers keep whole seconds.
  const off = Math.abs((Retention?.RetainUntilDate?.getTime() ?? 0) - locked.until.getTime())
  if (off >= 1000) demandEqual(Retention?.RetainUntilDate, locked.until, 'end of the lock')
}
