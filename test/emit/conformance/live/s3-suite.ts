import { bucketsOf } from '../../../../generator/catalog/s3/index.ts'
import { enumFacts, tenancyFact } from '../../../../generator/emit/conformance/project-facts.ts'
import { bucketFacts, objectFacts } from '../../../../generator/emit/conformance/s3-facts.ts'
import { verifyS3 } from '../../../../generator/live/s3/verify.ts'
import { inS3 } from '../../../../generator/model/lookup.ts'
import type { Model } from '../../../../generator/model/model.ts'
import { type Claim, NotProvable } from '../../../../templates/conformance/live/proof.ts'
import type { Reach } from '../../../../templates/conformance/live/s3/client.ts'
import type { S3Facts } from '../../../../templates/conformance/live/s3/facts.ts'
import { openS3 } from '../../../../templates/conformance/live/s3/open.ts'
import type { GeneratedPackage } from '../../../../templates/conformance/live/s3/package.ts'
import { proofsOfS3 } from '../../../../templates/conformance/live/s3/proofs/index.ts'
import type { Session } from '../../../../templates/conformance/live/s3/session.ts'
import type { S3Account } from '../../../support/s3-server.ts'
import type { S3Endpoint } from '../../../support/servers/s3-endpoint.ts'
import { packageFiles, Workshop } from '../../package/generated-package.ts'

/** What some claims came to. */
export interface Tried {
  /** `guarantee: name: what was said` */
  readonly failed: readonly string[]
  readonly proved: readonly string[]
  /** Why claims were left out. */
  readonly left: readonly string[]
}

/** What is otherwise than it should be while claims are tried. */
export interface Changes {
  /** What the package says. */
  readonly generated?: (generated: GeneratedPackage) => GeneratedPackage
  /** Where the server is reached. */
  readonly endpoint?: string
}

/** Where buckets may be made. */
export type S3Place = S3Endpoint & Pick<S3Account, 'prefix' | 'stop'>

/** The live tests of a spec, without a test runner round them. */
export interface S3Trial<Account extends S3Place = S3Account> {
  readonly account: Account
  readonly facts: S3Facts
  readonly claims: readonly Claim<Session>[]
  /** A module of the generated package, by its path below `src/`. */
  load<Module>(path: string): Promise<Module>
  /** Makes buckets of their own, as the live tests do. They go when the trial stops. */
  open(changes?: Changes): Promise<Session>
  /** Makes buckets, and removes them as the live tests do. Gives what is left behind. */
  openAndClose(): Promise<readonly string[]>
  stop(): Promise<void>
}

/** Seconds: this server is near. */
const lockSeconds = 3

/** @param account is stopped with the trial */
export async function s3Trial<Account extends S3Place>(model: Model, account: Account): Promise<S3Trial<Account>> {
  const workshop = new Workshop()
  const facts = factsOf(model)
  const described = bucketsOf(model)
  workshop.write(packageFiles(model), 'package')
  const load = async <Module>(path: string): Promise<Module> =>
    (await import(workshop.url(`package/provider-db/src/${path}`))) as Module
  const loadAll = async (): Promise<GeneratedPackage> => ({
    ...(await load<GeneratedPackage>('s3/index.ts')),
    ...(await load<GeneratedPackage>('live/s3/client.ts')),
  })
  const sessions: Session[] = []
  const openWith = ({ generated = (one) => one, endpoint = account.endpoint }: Changes): ReturnType<typeof openS3> =>
    openS3(reachOf(account, endpoint), facts, async () => generated(await loadAll()), lockSeconds)
  return {
    account,
    facts,
    claims: proofsOfS3(facts, (api, own) => verifyS3(api, described, own)),
    load,
    open: async (changes = {}) => {
      const { session } = await openWith(changes)
      sessions.push(session)
      return session
    },
    openAndClose: async () => (await openWith({})).close(),
    stop: async () => {
      for (const { api, stranger } of sessions) for (const client of [api, stranger]) client?.destroy()
      workshop.remove()
      await account.stop()
    },
  }
}

/** As the files in `expected/` hold them: their text has the types, the data from which it is printed has none. */
function factsOf(model: Model): S3Facts {
  const data: unknown = {
    objects: inS3(model).flatMap((entity) => objectFacts(model, entity)),
    buckets: bucketFacts(model),
    enums: enumFacts(model),
    tenancy: tenancyFact(model),
  }
  return data as S3Facts
}

function reachOf({ region, credentials, otherCredentials, sessionRole, prefix }: S3Place, endpoint: string): Reach {
  return {
    endpoint,
    region,
    pathStyle: true,
    prefix,
    credentials,
    ...(otherCredentials === undefined ? {} : { stranger: otherCredentials }),
    sessions: sessionRole === undefined ? {} : { role: sessionRole },
  }
}

/** Tries claims one after the other, as the live tests do. */
export async function tried(session: Session, claims: readonly Claim<Session>[]): Promise<Tried> {
  const [failed, proved, left]: [string[], string[], string[]] = [[], [], []]
  for (const claim of claims) {
    const title = titleOf(claim)
    if ('reason' in claim) {
      left.push(claim.reason)
      continue
    }
    try {
      await claim.prove(session)
      proved.push(title)
    } catch (error) {
      if (error instanceof NotProvable) left.push(error.message)
      else failed.push(`${title}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return { failed, proved, left }
}

export function titleOf({ guarantee, name }: Claim<Session>): string {
  return `${guarantee}: ${name}`
}
