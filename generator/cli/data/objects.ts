import type { Description } from '../../../runtime/src/description/description.ts'
import { defaultRetries } from '../../../runtime/src/retry/retrying.ts'
import { s3StoreOver } from '../../../runtime/src/s3/s3-store.ts'
import type { Sdk } from '../../../runtime/src/s3/sdk.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import type { ObjectStore } from '../../../runtime/src/stores/objects.ts'
import type { Io } from '../io.ts'
import { importClient } from '../stores/client-package.ts'

/** Milliseconds. */
const connectionTimeout = 5_000
const requestTimeout = 60_000

/** S3 by the project's own SDK, at the place that the environment names. */
export async function openObjects(folder: string, { s3 }: Description, env: Io['env']): Promise<ObjectStore> {
  const sdk = (await importClient(folder, '@aws-sdk/client-s3')) as Sdk
  const endpoint = s3?.endpoint === undefined ? undefined : env[s3.endpoint]
  const client = new sdk.S3Client({
    ...(endpoint === undefined ? {} : { endpoint }),
    region: env[s3?.region ?? ''] ?? '',
    forcePathStyle: s3?.pathStyle === true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 1,
    requestHandler: { connectionTimeout, requestTimeout, throwOnRequestTimeout: true },
  })
  const store = s3StoreOver(client, { retries: defaultRetries, observer: silent }, async () => sdk)
  return {
    put: (...given) => store.put(...given),
    get: (place) => store.get(place),
    head: (place) => store.head(place),
    copy: (...given) => store.copy(...given),
    remove: (place) => store.remove(place),
    list: (...given) => store.list(...given),
    presignGet: (...given) => store.presignGet(...given),
    presignPut: (...given) => store.presignPut(...given),
    close: async () => client.destroy(),
  }
}
