import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Reads which processes belong to the folder; when its input ends, for whatever reason, it ends them and removes the folder.
 * A program that is killed cannot tidy up, but its end of a pipe closes.
 */
const guard = `
folder=$1
started=
while read -r signal pid; do started="$started $signal:$pid"; done
alive() { for one in $started; do kill -0 "\${one#*:}" 2>/dev/null && return 0; done; return 1; }
for one in $started; do kill -s "\${one%%:*}" "\${one#*:}" 2>/dev/null; done
left=100
while alive && [ $left -gt 0 ]; do sleep 0.03; left=$((left - 1)); done
for one in $started; do kill -s KILL "\${one#*:}" 2>/dev/null; done
rm -rf "$folder"
[ ! -e "$folder" ] || { sleep 0.3; rm -rf "$folder"; }
`

/** How a server is to be ended, and as whom it runs. */
export interface ServerProcessOptions extends Pick<SpawnOptions, 'uid' | 'gid' | 'env'> {
  readonly signal: 'INT' | 'KILL' | 'TERM'
}

/** A folder among the system's temporary ones, and the servers that live in it: gone together, also when this process is killed. */
export class GuardedFolder {
  readonly path: string
  readonly #guard: ChildProcess
  readonly #processes = new Map<string, ChildProcess>()
  #removed: Promise<void> | undefined

  constructor(name: string) {
    this.path = mkdtempSync(join(tmpdir(), `stowage-${name}-`))
    this.#guard = spawn('/bin/sh', ['-c', guard, 'stowage-guard', this.path], {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { PATH: '/usr/bin:/bin' },
      // An interrupt from the terminal goes to its whole group: the guard must outlive it.
      detached: true,
    })
    this.#guard.stdin?.on('error', () => undefined)
  }

  /** Starts a server, its output in `<name>.log`; its input is a pipe that ends with this process. */
  start(name: string, command: string, args: readonly string[], options: ServerProcessOptions): ChildProcess {
    const { signal, ...rest } = options
    const log = openSync(this.#log(name), 'a')
    const server = spawn(command, args, { ...rest, cwd: '/', stdio: ['pipe', log, log] })
    closeSync(log)
    // Said by `fault`, to whoever waits for the server.
    server.on('error', () => undefined)
    if (server.pid !== undefined) this.#guard.stdin?.write(`${signal} ${server.pid}\n`)
    this.#processes.set(name, server)
    return server
  }

  /** What is wrong: the end of what a server wrote that has ended, or nothing. */
  fault(): string | undefined {
    for (const [name, { pid, exitCode, signalCode }] of this.#processes) {
      if (pid !== undefined && exitCode === null && signalCode === null) continue
      return `${name} ended (${exitCode ?? signalCode ?? 'it could not be started'})\n${readFileSync(this.#log(name), 'utf8').slice(-4000)}`
    }
    return undefined
  }

  /** Ends the servers and removes the folder. Safe to call twice. */
  remove(): Promise<void> {
    this.#removed ??= this.#end()
    return this.#removed
  }

  #log(name: string): string {
    return join(this.path, `${name}.log`)
  }

  async #end(): Promise<void> {
    if (this.#guard.exitCode !== null) return
    const ended = once(this.#guard, 'exit')
    this.#guard.stdin?.end()
    await ended
  }
}
