import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Answer, Facts, Request } from './protocol.ts'

/** Where the keeper of this run listens: set once by the global set-up, inherited by every worker and what it starts. */
const variable = 'STOWAGE_TEST_KEEPER'

export interface Keeper {
  readonly port: number
  /** Ends the keeper and with it every server that it started. */
  stop(): Promise<void>
}

/** Starts a keeper that ends with this process, however that ends. */
export async function startKeeper(environment: NodeJS.ProcessEnv = process.env): Promise<Keeper> {
  const keeper = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'keeper.ts')],
    // In a group of its own: an interrupt from the terminal must not reach it before it has ended the servers.
    { stdio: ['pipe', 'pipe', 'inherit'], detached: true, env: environment },
  )
  const exited = once(keeper, 'exit')
  const { value, done } = await createInterface({ input: keeper.stdout })[Symbol.asyncIterator]().next()
  if (done === true) throw new Error('the keeper of the test servers did not start')
  const { port } = JSON.parse(value) as { readonly port: number }
  // A program of its own may end without stopping it: the pipe closes, and the keeper ends.
  for (const held of [keeper, keeper.stdin, keeper.stdout])
    if ('unref' in held && held.unref instanceof Function) held.unref()
  return {
    port,
    async stop() {
      keeper.ref()
      keeper.stdin.end()
      await exited
    },
  }
}

/** The keeper of this run. A program that is not part of one gets its own, until it ends. */
let own: Promise<Keeper> | undefined
async function keeperPort(): Promise<number> {
  const inherited = process.env[variable]
  if (inherited !== undefined) return Number(inherited)
  own ??= startKeeper()
  return (await own).port
}

/** Says to all that this process will start where the keeper is. */
export function announceKeeper(port: number | undefined): void {
  if (port === undefined) delete process.env[variable]
  else process.env[variable] = String(port)
}

/** What a suite got, and `stop` to give it back: it rejects where something could not be taken away. */
export type Leased<T> = T & { stop(): Promise<void> }

/** Asks for a server. Rejects with what was looked for where there is none. */
export async function lease<T extends object>(request: Request, port?: number): Promise<Leased<T>> {
  const { value, end } = await ask(request, port)
  let ended: Promise<void> | undefined
  const stop = (): Promise<void> => {
    ended ??= end()
    return ended
  }
  return { ...(value as T), stop }
}

/** Which servers the run used; none where it has no keeper. */
export async function factsOfRun(): Promise<Facts> {
  return process.env[variable] === undefined ? [] : await factsOf(await keeperPort())
}

/** Which servers a keeper has started or found. */
export async function factsOf(port: number): Promise<Facts> {
  const { value, end } = await ask({ want: 'facts' }, port)
  await end()
  return value as Facts
}

async function ask(request: Request, port?: number): Promise<{ readonly value: unknown; end(): Promise<void> }> {
  const socket = connect(port ?? (await keeperPort()), '127.0.0.1')
  await once(socket, 'connect')
  // A lost connection shows as the end of its lines.
  socket.on('error', () => undefined)
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
  const answer = async (): Promise<unknown> => {
    const { value, done } = await lines.next()
    if (done === true) throw new Error('the keeper of the test servers has ended')
    const said = JSON.parse(value) as Answer
    if (!said.ok) throw new Error(said.error)
    return said.value
  }
  socket.write(`${JSON.stringify(request)}\n`)
  try {
    const value = await answer()
    // A test that forgets to give it back must still be able to end.
    socket.unref()
    return {
      value,
      async end() {
        socket.ref()
        socket.end()
        await answer()
      },
    }
  } catch (error) {
    socket.destroy()
    throw error
  }
}
