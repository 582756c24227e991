import { mongo } from 'mongoose'
import type { Description } from '../../../runtime/src/description/description.ts'
import { tenantKeys } from './tenant-keys.ts'
import { faultsOf } from './wire-faults.ts'

/** A command that was sent and does not say for whom, or of which that cannot be seen. */
export interface WireFault {
  readonly command: string
  readonly collection: string
  readonly why: string
}

export interface Probe {
  /** What was found so far. Each call begins anew. */
  faults(): readonly WireFault[]
  /** Commands that were seen, by name, of collections that have tenants. */
  readonly seen: ReadonlyMap<string, number>
  stop(): void
}

/**
 * Listens to every command that any client of this process sends from now on, and looks at each by itself, whatever the data
 * layer means to have done. Begin before a client connects.
 *
 * @param tenants public ids that a command may name; without any, every one may
 */
export function probeCommands(description: Description, tenants: readonly string[] = []): Probe {
  const keys = tenantKeys(description)
  const found: WireFault[] = []
  const seen = new Map<string, number>()
  const clients = new Set<mongo.MongoClient>()
  const listen = ({ command, commandName }: mongo.CommandStartedEvent): void => {
    const collection = String(command[commandName])
    if (keys.has(collection)) seen.set(commandName, (seen.get(commandName) ?? 0) + 1)
    found.push(
      ...faultsOf(commandName, command, keys, new Set(tenants)).map((why) => ({
        command: commandName,
        collection,
        why,
      })),
    )
  }
  const { prototype } = mongo.MongoClient
  const connect = Object.getOwnPropertyDescriptor(prototype, 'connect')?.value as mongo.MongoClient['connect']
  prototype.connect = function probed(this: mongo.MongoClient) {
    if (!clients.has(this)) {
      clients.add(this)
      // The driver's types leave out that it can be set.
      Object.assign(this, { monitorCommands: true })
      this.on('commandStarted', listen)
    }
    return connect.call(this)
  }
  return {
    faults: () => found.splice(0),
    seen,
    stop: () => {
      prototype.connect = connect
      for (const client of clients) client.off('commandStarted', listen)
    },
  }
}
