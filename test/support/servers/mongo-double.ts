import { join } from 'node:path'
import { GuardedFolder } from './guarded-folder.ts'
import { freePort, isListening, until } from './port.ts'

/** Starts the double of this repository in a process of its own, so that what breaks it breaks nothing else. */
export async function startMongoDouble(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const folder = new GuardedFolder('mongo-double')
  try {
    const port = await freePort()
    const program = join(import.meta.dirname, '../../mongo-double/main.ts')
    const args = ['--disable-warning=ExperimentalWarning', program, '--port', String(port)]
    folder.start('mongo-double', process.execPath, args, { signal: 'KILL' })
    await until(
      () => isListening(port),
      () => folder.fault(),
    )
    return { url: `mongodb://127.0.0.1:${port}/?replicaSet=rs0`, stop: () => folder.remove() }
  } catch (error) {
    await folder.remove()
    throw new Error('the MongoDB double could not be started', { cause: error })
  }
}
