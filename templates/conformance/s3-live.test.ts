import { described } from './expected/s3-catalog.ts'
import { enums, stores, tenancy } from './expected/project.ts'
import { buckets, objects } from './expected/s3.ts'
import { register } from './live/register.ts'
import { verifyS3 } from './live/s3/catalog/s3/verify.ts'
import { reachOf } from './live/s3/client.ts'
import type { S3Facts } from './live/s3/facts.ts'
import { openS3 } from './live/s3/open.ts'
import type { GeneratedPackage } from './live/s3/package.ts'
import { proofsOfS3 } from './live/s3/proofs/index.ts'
import { settingsOf } from './live/settings.ts'

// On a real server, in buckets of its own: see live/s3.

const facts: S3Facts = { objects, buckets, enums, tenancy }
const variable = stores.s3?.endpoint ?? stores.s3?.region ?? ''

register(
  's3',
  proofsOfS3(facts, (api, own) => verifyS3(api, described, own)),
  settingsOf(process.env, variable),
  () => openS3(reachOf(process.env, stores), facts, load),
)

/** Its types know the spec's own names; the tests build parameters from what the spec says of them. */
async function load(): Promise<GeneratedPackage> {
  const [generated, { applyToClient }] = await Promise.all([
    import('../provider-db/src/s3/index.ts'),
    import('../provider-db/src/live/s3/client.ts'),
  ])
  return { ...generated, applyToClient } as unknown as GeneratedPackage
}
