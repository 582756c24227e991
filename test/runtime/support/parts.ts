import { describeProvider } from '../../../generator/emit/provider/describe/describe.ts'
import type { Description } from '../../../runtime/src/description/description.ts'
import type { ProviderParts } from '../../../runtime/src/provider/options.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { clientPackage } from './client-package.ts'

/** Seconds that what is written once stays locked: long enough to be tried, and gone before the server is. */
const lockSeconds = 5

/** What the generated package of a spec brings to the data layer. */
export async function partsOf(folder: string): Promise<ProviderParts> {
  const model = soundModel(folder)
  const made = await clientPackage(model)
  const { stores } = model.project
  const prisma = stores.postgres === undefined ? undefined : await import(made.prismaClient)
  const mongoose = stores.mongo === undefined ? undefined : await import(made.mongoose)
  return {
    description: withShortLocks(describeProvider(model)),
    ...(prisma === undefined ? {} : { prismaClient: (adapter) => new prisma.PrismaClient({ adapter }) }),
    ...(mongoose === undefined ? {} : { models: (connection) => mongoose.models(connection) }),
  }
}

/** Nobody, a test neither, can remove what a compliance lock holds. */
function withShortLocks(description: Description): Description {
  const { s3 } = description
  if (s3 === undefined) return description
  const buckets = Object.entries(s3.buckets).map(([name, { lock, ...bucket }]) => [
    name,
    { ...bucket, ...(lock === undefined ? {} : { lock: { ...lock, days: lockSeconds / 86_400 } }) },
  ])
  return { ...description, s3: { ...s3, buckets: Object.fromEntries(buckets) } }
}
