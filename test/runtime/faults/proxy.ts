import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/**
 * What happens to one exchange of a protocol in which a request is followed by its reply: the request never arrives, the
 * reply never arrives though the work was done, or the reply comes when nobody waits any more.
 */
export type NetworkFault = 'request' | 'reply' | 'delay'

export const networkFaults: readonly NetworkFault[] = ['request', 'reply', 'delay']

export type Protocol = 'postgres' | 'mongo' | 's3'

/** How a piece from a client tells a request that is counted: sign-in and heartbeats are none. */
const requests: Readonly<Record<Protocol, (chunk: Buffer) => boolean>> = {
  // Query, Parse, Bind; a start-up message begins with its length.
  postgres: (chunk) => [0x51, 0x50, 0x42].includes(chunk[0] ?? 0),
  mongo: (chunk) =>
    ['insert', 'update', 'delete', 'find', 'aggregate', 'findAndModify', 'getMore'].some((name) =>
      chunk.includes(`${name}\0`),
    ),
  s3: (chunk) => /^(GET|PUT|POST|HEAD|DELETE) /.test(chunk.subarray(0, 8).toString('latin1')),
}

/** A TCP proxy before one server. It lets everything through until it is told which exchange to break. */
export class FaultProxy {
  readonly #protocol: Protocol
  readonly #host: string
  readonly #port: number
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #exchanges = 0
  #broken = 0
  #next: { readonly at: number; readonly fault: NetworkFault; readonly delayMs: number } | undefined

  constructor(protocol: Protocol, host: string, port: number) {
    this.#protocol = protocol
    this.#host = host
    this.#port = port
    this.#server = createServer((client) => this.#serve(client))
  }

  async listen(): Promise<number> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return (this.#server.address() as AddressInfo).port
  }

  /** Exchanges since `begin`, and how many of them were broken. */
  get counts(): { readonly exchanges: number; readonly broken: number } {
    return { exchanges: this.#exchanges, broken: this.#broken }
  }

  /** Counts from here on; the `at`-th exchange, from 1, is broken. */
  begin(fault?: { readonly at: number; readonly fault: NetworkFault; readonly delayMs: number }): void {
    this.#exchanges = 0
    this.#broken = 0
    this.#next = fault
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #serve(client: Socket): void {
    const server = connect(this.#port, this.#host)
    const end = (): void => {
      client.destroy()
      server.destroy()
    }
    for (const socket of [client, server]) {
      this.#sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', end)
      socket.on('close', () => {
        this.#sockets.delete(socket)
        end()
      })
    }
    // The fault of the exchange under way on this connection, until its reply begins.
    let fault: NetworkFault | undefined
    let isHeld = false
    client.on('data', (chunk) => {
      const started = this.#started(chunk)
      fault = started ?? fault
      if (started === 'request') end()
      else server.write(chunk)
    })
    server.on('data', (chunk) => {
      if (fault === 'reply') {
        end()
      } else if (fault === 'delay' || isHeld) {
        const wait = isHeld ? 0 : (this.#next?.delayMs ?? 0)
        fault = undefined
        isHeld = true
        server.pause()
        setTimeout(() => {
          isHeld = false
          client.write(chunk)
          server.resume()
        }, wait)
      } else {
        client.write(chunk)
      }
    })
  }

  #started(chunk: Buffer): NetworkFault | undefined {
    if (!requests[this.#protocol](chunk)) return undefined
    this.#exchanges += 1
    if (this.#next === undefined || this.#exchanges !== this.#next.at) return undefined
    this.#broken += 1
    return this.#next.fault
  }
}
