import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { openWorld } from '../../test/runtime/support/world.ts'
import { type Measured, measured, rowOf } from './paired.ts'
import { openPairs } from './pairs.ts'

/**
 * What the data layer takes beside the bare libraries, paired in one process on the servers of the tests: each round times the
 * one and then the other, and the next round the other way round.
 *
 *   node bench/runtime/main.ts
 *   node bench/runtime/main.ts --rounds 51 --only row
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '21' }, only: { type: 'string', default: '' } },
})

const world = await openWorld('test/runtime/spec')
const { pairs, close } = await openPairs(world)
const done: Measured[] = []
try {
  for (const pair of pairs) {
    if (!new RegExp(values.only).test(pair.title)) continue
    done.push(await measured(pair, Number(values.rounds)))
    process.stderr.write(`${rowOf(done.at(-1) as Measured)}\n`)
  }
} finally {
  await close()
  await world.close()
}
const { mongo, s3 } = world.servers
process.stdout.write(
  `${cpus()[0]?.model ?? 'a processor'}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; Node.js ${process.version}; medians of ${values.rounds} interleaved rounds. MongoDB: ${mongo}, S3: ${s3}.

| one | data layer µs | bare µs | ratio | goal |  |
| --- | --: | --: | --: | --- | --- |
${done.map(rowOf).join('\n')}
`,
)
