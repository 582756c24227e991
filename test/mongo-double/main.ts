import { parseArgs } from 'node:util'
import { startMongoDouble } from './index.ts'

/**
 * Runs the test double in a process of its own: `node test/mongo-double/main.ts --port 0` prints the URI on a line of
 * its own and ends when its standard input does, so that it never outlives the process that started it.
 */
const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } })
const port = Number(values.port)
if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new RangeError(`--port ${values.port} is no port`)

const double = await startMongoDouble({ port })
const stop = async (): Promise<void> => {
  await double.stop()
  process.exit(0)
}
process.stdin.on('end', stop).on('close', stop).on('error', stop).resume()
process.on('SIGTERM', stop)
process.on('SIGINT', stop)

// Last: whoever reads it may end this process at once.
process.stdout.write(`${double.uri}\n`)
