import { Console } from 'node:console'
import { Writable } from 'node:stream'

/**
 * Standard output for the protocol alone. Whatever else is written to it, by a rule of a project's own say, would stand between
 * two messages and end the conversation: it goes to standard error.
 */
export function ownOutput(): Writable {
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = process.stderr.write.bind(process.stderr)
  globalThis.console = new Console(process.stderr, process.stderr)
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      write(chunk, done)
    },
  })
}
