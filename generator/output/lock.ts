import { closeSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemCode } from './file-system.ts'
import { OutputError } from './output-error.ts'
import { lockPath } from './output-path.ts'

export interface LockOptions {
  /** How long to wait for another run, in milliseconds. */
  readonly patience: number
  /** Called once where there is a wait. */
  readonly onWait: (holder: string) => void
}

/** The time between two looks at a lock that is held. */
const pause = 50
/** A lock whose maker was killed before it could write its name into it. */
const namelessFor = 2_000
/** No run takes so long: the rule for a lock of another machine, whose processes cannot be asked. */
const abandonedAfter = 15 * 60_000

interface Holder {
  readonly pid: number
  readonly host: string
}

/**
 * Holds the output's folder `root`, which exists, while `work` runs: two runs at once would undo each other's files.
 * @throws OutputError where another run holds it for longer than the caller's patience.
 */
export async function withLock<T>(root: string, options: LockOptions, work: () => T | Promise<T>): Promise<T> {
  const path = `${root}/${lockPath}`
  await acquire(path, options)
  try {
    return await work()
  } finally {
    removeQuietly(path)
  }
}

async function acquire(path: string, { patience, onWait }: LockOptions): Promise<void> {
  const deadline = Date.now() + patience
  let waited = false
  while (!create(path)) {
    if (isStale(path)) {
      breakLock(path)
      continue
    }
    const holder = describe(read(path))
    if (Date.now() >= deadline) {
      throw new OutputError(`${holder} is writing the same output; if that is not so, delete ${path}`)
    }
    if (!waited) onWait(holder)
    waited = true
    await sleep(pause)
  }
}

/** Makes the lock; false where there is one. */
function create(path: string): boolean {
  try {
    const file = openSync(path, 'wx')
    try {
      writeSync(file, `${JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder)}\n`)
    } finally {
      closeSync(file)
    }
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    const code = systemCode(error)
    if (code === undefined) throw error
    throw new OutputError(`cannot write ${path} (${code})`, { cause: error })
  }
}

/**
 * Removes a stale lock. Two runs may find the same one: who makes the breaker's file looks again before it removes
 * anything, so that neither takes away the lock that the other has just made.
 */
function breakLock(path: string): void {
  const breaker = `${path}.breaker`
  if ((ageOf(breaker) ?? 0) > namelessFor) removeQuietly(breaker)
  if (!create(breaker)) return
  try {
    if (isStale(path)) removeQuietly(path)
  } finally {
    removeQuietly(breaker)
  }
}

function isStale(path: string): boolean {
  const age = ageOf(path)
  if (age === undefined) return false
  const holder = read(path)
  if (holder === undefined) return age > namelessFor
  if (holder.host !== hostname()) return age > abandonedAfter
  // A process of the same number that is older than we are: in a container, numbers repeat.
  if (holder.pid === process.pid) return age > process.uptime() * 1000 + 1000
  return !isAlive(holder.pid)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemCode(error) === 'EPERM'
  }
}

function read(path: string): Holder | undefined {
  try {
    const data: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof data !== 'object' || data === null || !('pid' in data) || !('host' in data)) return undefined
    const { pid, host } = data
    if (!Number.isSafeInteger(pid) || typeof pid !== 'number' || pid < 1 || typeof host !== 'string') return undefined
    return { pid, host }
  } catch {
    return undefined
  }
}

function describe(holder: Holder | undefined): string {
  if (holder === undefined) return 'another run of stowage'
  const where = holder.host === hostname() ? '' : ` on ${JSON.stringify(holder.host)}`
  return `another run of stowage (process ${holder.pid}${where})`
}

/** Milliseconds since a file was made; `undefined` where there is none. */
function ageOf(path: string): number | undefined {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat === undefined ? undefined : Date.now() - stat.mtimeMs
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
}
