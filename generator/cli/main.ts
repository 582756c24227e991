#!/usr/bin/env node
import { failed } from './exit-code.ts'

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Who reads our output may stop reading: `stowage rules | head -3` is no fault.
    if (error.code !== 'EPIPE') throw error
  })
}

/** As package.json's `engines` says. */
const oldest = [22, 18] as const

if (isOlder(process.versions.node)) {
  process.stderr.write(`Stowage needs Node.js ${oldest.join('.')} or newer; this is ${process.version}.\n`)
  process.exitCode = failed
} else {
  // Loaded only now: an older Node.js could fail on what these modules use before it said why.
  const [{ nodeIo }, { run }] = await Promise.all([import('./io.ts'), import('./run.ts')])
  process.exitCode = await run(process.argv.slice(2), nodeIo())
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1])
}
