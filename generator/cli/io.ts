import { readFileSync } from 'node:fs'

/** Where text goes. */
export interface Sink {
  readonly isTTY: boolean
  write(text: string): void
}

/** All that a command knows of the world besides files; tests hand in their own. */
export interface Io {
  /** Data: what a person asked for, and what a pipe reads. */
  readonly stdout: Sink
  /** Everything else: findings on the way, summaries, progress. */
  readonly stderr: Sink
  /** All that is piped in; absent where nothing can be. */
  readonly stdin?: () => string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder in which the command was started, absolute. */
  readonly cwd: string
  /** Milliseconds since the process began. */
  readonly now: () => number
}

/** The process's own. */
export function nodeIo(): Io {
  return {
    stdout: sink(process.stdout),
    stderr: sink(process.stderr),
    stdin: () => readFileSync(process.stdin.fd, 'utf8'),
    env: process.env,
    cwd: process.cwd(),
    now: () => performance.now(),
  }
}

function sink(stream: NodeJS.WriteStream): Sink {
  return { isTTY: stream.isTTY === true, write: (text) => void stream.write(text) }
}
