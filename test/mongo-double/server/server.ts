import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { Roles } from '../auth/roles.ts'
import { Users } from '../auth/users.ts'
import { CursorTable } from '../cursors/cursor-table.ts'
import { Storage } from '../storage/storage.ts'
import { Sessions } from '../transactions/sessions.ts'
import { Connection } from '../wire/connection.ts'
import type { ServerState } from './state.ts'
import { Sweeper } from './sweeper.ts'

export interface ListenOptions {
  readonly port: number
  readonly requiresAuthentication: boolean
  readonly sweepSeconds: number
}

/** The loopback only: this is no server for anybody else. */
const host = '127.0.0.1'
const setName = 'rs0'
const version = '7.0.0'

/** A server that listens, and all the connections to it. */
export class DoubleServer {
  readonly uri: string
  readonly #listener: Server
  readonly #sockets = new Set<Socket>()
  readonly #state: ServerState
  #connections = 0

  private constructor(listener: Server, port: number, options: ListenOptions) {
    const storage = new Storage()
    this.uri = `mongodb://${host}:${port}/?replicaSet=${setName}`
    this.#listener = listener
    this.#state = {
      identity: { host, port, setName, version, startedAt: new Date() },
      storage,
      cursors: new CursorTable(storage.log.appended),
      sessions: new Sessions(),
      users: new Users(),
      roles: new Roles(),
      sweeper: new Sweeper(storage, options.sweepSeconds),
      requiresAuthentication: options.requiresAuthentication,
      connections: () => this.#sockets.size,
    }
    this.#state.sweeper.start()
    listener.on('connection', (socket) => this.#accept(socket))
  }

  static async listen(options: ListenOptions): Promise<DoubleServer> {
    const listener = createServer()
    listener.listen(options.port, host)
    await once(listener, 'listening')
    const address = listener.address()
    if (address === null || typeof address === 'string') throw new Error('the test double listens on no port')
    return new DoubleServer(listener, address.port, options)
  }

  /** Breaks all connections off and frees the port. Safe to call twice. */
  async stop(): Promise<void> {
    this.#state.sweeper.stop()
    for (const socket of this.#sockets) socket.destroy()
    if (!this.#listener.listening) return
    this.#listener.close()
    await once(this.#listener, 'close')
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    this.#connections += 1
    new Connection(this.#state, socket, this.#connections)
  }
}
