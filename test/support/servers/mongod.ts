import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { GuardedFolder } from './guarded-folder.ts'
import { freePort, until } from './port.ts'

const { MongoClient } = mongoose.mongo

/** Starts a `mongod` as a replica set of one node: transactions and change streams need one. */
export async function startMongod(path: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const folder = new GuardedFolder('mongod')
  try {
    const port = await freePort()
    const data = join(folder.path, 'data')
    mkdirSync(data)
    const options = ['--dbpath', data, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', 'rs0']
    folder.start('mongod', path, [...options, '--nounixsocket', '--wiredTigerCacheSizeGB', '0.25'], { signal: 'KILL' })
    const direct = `mongodb://127.0.0.1:${port}/?directConnection=true&serverSelectionTimeoutMS=500`
    await until(
      () => isPrimary(direct, port),
      () => folder.fault(),
    )
    return { url: `mongodb://127.0.0.1:${port}/?replicaSet=rs0`, stop: () => folder.remove() }
  } catch (error) {
    await folder.remove()
    throw new Error(`${path} could not be started`, { cause: error })
  }
}

/** Whether the node takes writes. Initiates its set where that has not been done. */
async function isPrimary(direct: string, port: number): Promise<boolean> {
  const client = new MongoClient(direct)
  const admin = client.db('admin')
  try {
    const hello = await admin.command({ hello: 1 })
    if (hello.setName === undefined) {
      await admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: `127.0.0.1:${port}` }] } })
    }
    return hello.isWritablePrimary === true
  } catch {
    // Not listening yet, or still busy with its initiation: it is asked again until it has ended or time is up.
    return false
  } finally {
    await client.close()
  }
}
