import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { soak } from '../../test/runtime/soak/many-creates.ts'
import { openWorld } from '../../test/runtime/support/world.ts'

/**
 * How many split records are created in a second, what that takes of memory, whether anything is lost, and how fast they are
 * checked, on the servers of the tests.
 *
 *   node bench/runtime/creates.ts
 *   node bench/runtime/creates.ts --records 1000 --concurrency 8
 */
const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '10000' },
    concurrency: { type: 'string', default: '32' },
    members: { type: 'string', default: 'manuscript,rendition' },
  },
})

const world = await openWorld('test/runtime/spec')
try {
  const { created, seconds, heap, lost, check } = await soak(world, {
    members: values.members.split(','),
    records: Number(values.records),
    concurrency: Number(values.concurrency),
    onTenth: (count, megabytes) => process.stderr.write(`${count} created, ${megabytes.toFixed(1)} MB live\n`),
  })
  const { mongo, s3 } = world.servers
  const checkedPerSecond = check.records / check.seconds
  process.stdout.write(
    `${cpus()[0]?.model ?? 'a processor'}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; Node.js ${process.version}; MongoDB: ${mongo}, S3: ${s3}.

| what | figure |
| --- | --- |
| created | ${created} in ${seconds.toFixed(0)} s: ${(created / seconds).toFixed(0)} a second at a concurrency of ${values.concurrency} |
| lost or left over | ${lost.length} |
| live memory after each tenth | ${heap.map((megabytes) => megabytes.toFixed(0)).join(', ')} MB |
| checked by \`fsck\` | ${check.records} records and ${check.objects} objects in ${check.seconds.toFixed(1)} s: ${checkedPerSecond.toFixed(0)} records a second |
| memory of the check | ${check.heap.toFixed(1)} MB more, at its highest |
| findings | ${check.findings.length} |
`,
  )
  process.exitCode = lost.length + check.findings.length === 0 ? 0 : 1
} finally {
  await world.close()
}
