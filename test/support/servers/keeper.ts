/**
 * Keeps the servers of one test run: starts each when the first suite asks for it, and ends all of them when its own input
 * ends. A suite's lease is its connection, so that a worker which dies gives back what it held.
 */
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { errorText } from './error-text.ts'
import type { Answer, Request } from './protocol.ts'
import type { Lease } from './server.ts'
import { type Sources, sourcesOfThisRun } from './sources.ts'

const sources: Sources = sourcesOfThisRun()
const connections = new Map<Socket, Promise<void>>()

const listener = createServer({ allowHalfOpen: true }, (socket) => {
  const served = serve(socket)
    .catch((error: unknown) => void process.stderr.write(`${errorText(error)}\n`))
    .finally(() => connections.delete(socket))
  connections.set(socket, served)
})

listener.listen(0, '127.0.0.1')
await once(listener, 'listening')
process.stdout.write(`${JSON.stringify(listener.address())}\n`)

process.stdin.resume()
await once(process.stdin, 'close')
// Whatever hangs here must not outlive the run: the servers' guards see this process end, and tidy up after it.
setTimeout(() => process.exit(1), 30_000)
listener.close()
for (const socket of connections.keys()) socket.destroy()
await Promise.all(connections.values())
await sources.stop()
process.exit(0)

async function serve(socket: Socket): Promise<void> {
  socket.on('error', () => undefined)
  const reader = createInterface({ input: socket })
  socket.on('close', () => reader.close())
  const lines = reader[Symbol.asyncIterator]()
  const { value, done } = await lines.next()
  if (done === true) return
  const lease = await answer(socket, () => lent(JSON.parse(value) as Request))
  // The end of the connection is the end of the lease, whether it was closed or lost.
  if (!(await lines.next()).done) throw new Error('a connection has one request')
  if (lease !== undefined) await answer(socket, async () => ({ value: null, end: await lease.end() }))
  socket.end()
}

async function lent(request: Request): Promise<Lease> {
  if (request.want === 'facts') return { value: await sources.facts(), end: async () => undefined }
  return await sources.lease(request)
}

/** Runs something and says how it went; gives nothing where it failed. */
async function answer<T extends { readonly value: unknown }>(
  socket: Socket,
  run: () => Promise<T>,
): Promise<T | undefined> {
  const say = (line: Answer): void => void (socket.writable && socket.write(`${JSON.stringify(line)}\n`))
  try {
    const done = await run()
    say({ ok: true, value: done.value })
    return done
  } catch (error) {
    say({ ok: false, error: errorText(error) })
    return undefined
  }
}
