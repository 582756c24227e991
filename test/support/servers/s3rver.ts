import { join } from 'node:path'
import { GuardedFolder } from './guarded-folder.ts'
import { freePort, isListening, until } from './port.ts'
import type { S3Endpoint } from './s3-endpoint.ts'

/** The only user that s3rver knows. */
const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

/** Starts s3rver in a process of its own: put, get, list and delete; no versions, no locks. */
export async function startS3rver(): Promise<{ readonly endpoint: S3Endpoint; stop(): Promise<void> }> {
  const folder = new GuardedFolder('s3rver')
  try {
    const port = await freePort()
    const program = join(import.meta.dirname, 's3rver-process.ts')
    const args = ['--no-deprecation', '--disable-warning=ExperimentalWarning', program, String(port), folder.path]
    folder.start('s3rver', process.execPath, args, { signal: 'KILL' })
    await until(
      () => isListening(port),
      () => folder.fault(),
    )
    const endpoint = { endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', server: 's3rver', credentials }
    return { endpoint, stop: () => folder.remove() }
  } catch (error) {
    await folder.remove()
    throw new Error('s3rver could not be started', { cause: error })
  }
}
