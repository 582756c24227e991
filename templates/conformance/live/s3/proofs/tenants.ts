import { type Claim, NotProvable } from '../../proof.ts'
import { newUlid } from '../../values/ids.ts'
import { attempt, demandDone, demandRefusal } from '../attempt.ts'
import { clientLike } from '../client.ts'
import { type Place, tenantVariable } from '../facts.ts'
import type { Session } from '../session.ts'
import { narrowed } from '../sessions.ts'
import { demandReadable, newBody, put, type Stored } from '../stored.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'

/** A session that was made for one tenant reaches nobody else's objects, whatever key it asks for. */
export function proofsOfTenants(subject: Subject): readonly Claim<Session>[] {
  return subject.places.flatMap((place) => {
    const tenancy = place.object?.tenancy
    if (tenancy !== 'required' && tenancy !== 'shared') return []
    return claimsOf(subject, place, 'tenant prefix', [
      own(place),
      foreign(place, 'another tenant', newUlid),
      ...(tenancy === 'shared' ? [foreign(place, 'no tenant', () => null)] : []),
    ])
  })
}

/** A client that acts for one tenant in the bucket of a place. */
async function clientOfTenant(session: Session, place: Place, tenant: string): ReturnType<typeof clientLike> {
  const { api, generated, used, clock, sessions } = session
  if (generated.tenantPolicy === undefined) throw new Error('the package has no policy for the session of a tenant')
  const policy = generated.tenantPolicy(used.name(place.bucket), tenant)
  return await clientLike(api, await narrowed(api, sessions, policy, clock.now()))
}

/** The tenant in whose objects a key says they are. @throws NotProvable where keys have no place for one */
function tenantOf({ facts }: Session, { values }: Stored): string {
  const tenant = values[tenantVariable(facts.tenancy) ?? '']
  if (typeof tenant !== 'string') throw new NotProvable('a tenant is no text in its keys')
  return tenant
}

function own(place: Place): Try {
  return {
    name: "a session of a tenant reads and writes the tenant's objects",
    prove: async (session) => {
      const stored = await put(session, place)
      const client = await clientOfTenant(session, place, tenantOf(session, stored))
      const address = { Bucket: stored.bucket, Key: stored.key }
      demandDone(await attempt(client.getObject(address)), 'reading')
      const body = newBody(session)
      demandDone(await attempt(client.putObject({ ...address, Body: body })), 'writing')
      const { version: _, ...newest } = stored
      await demandReadable(session, { ...newest, body }, 'what was written')
      client.destroy()
    },
  }
}

function foreign(place: Place, whose: string, tenant: () => string | null): Try {
  return {
    name: `a session of a tenant is refused the objects of ${whose}`,
    prove: async (session) => {
      const mine = await put(session, place)
      const other = await put(session, place, { tenant: tenant() })
      const client = await clientOfTenant(session, place, tenantOf(session, mine))
      const address = { Bucket: other.bucket, Key: other.key }
      // The same session is good for its own.
      demandDone(await attempt(client.getObject({ Bucket: mine.bucket, Key: mine.key })), 'reading its own')
      demandRefusal(await attempt(client.getObject(address)), 'reading')
      demandRefusal(await attempt(client.putObject({ ...address, Body: 'x' })), 'writing')
      demandRefusal(await attempt(client.deleteObject(address)), 'deleting')
      demandRefusal(await attempt(client.listObjectsV2({ Bucket: other.bucket })), 'listing')
      await demandReadable(session, other, 'the object')
      client.destroy()
    },
  }
}
