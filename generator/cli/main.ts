#!/usr/bin/env node
import { clean, type ExitCode, failed } from './exit-code.ts'

/** As package.json's `engines` says. */
const oldest = [22, 18] as const

/** What the build may have answered ahead, where it stands last. */
const fixed: ReadonlySet<string> = new Set(['-h', '--help', '-v', '--version'])

if (isOlder(process.versions.node)) {
  process.stderr.write(`Stowage needs Node.js ${oldest.join('.')} or newer; this is ${process.version}.\n`)
  process.exitCode = failed
} else process.exitCode = await answer(process.argv.slice(2))

async function answer(argv: readonly string[]): Promise<ExitCode> {
  mayBeLeft(process.stdout)
  if (fixed.has(argv.at(-1) ?? '')) {
    const { asked, fixedAnswers } = await import('./fixed-answers.ts')
    const text = fixedAnswers.get(asked(argv))
    if (text !== undefined) {
      process.stdout.write(text)
      return clean
    }
  }
  mayBeLeft(process.stderr)
  keepCompiled()
  // Loaded only now: an older Node.js could fail on what these modules use before it said why.
  const { runProcess } = await import('./process.ts')
  return await runProcess(argv)
}

/**
 * Has Node.js keep what it compiles, so that the next run need not: a tenth of a run. It goes where tools keep such things, among
 * the packages that Stowage is one of. Nothing hangs on it; where it cannot be written there is none.
 */
function keepCompiled(): void {
  const { enableCompileCache } = process.getBuiltinModule('node:module')
  const { fileURLToPath } = process.getBuiltinModule('node:url')
  const around = new URL('../../..', import.meta.url)
  const packages = around.pathname.endsWith('/node_modules/') ? around : new URL('../../node_modules/', import.meta.url)
  enableCompileCache(fileURLToPath(new URL('.cache/stowage', packages)))
}

/** Who reads our output may stop reading: `stowage rules | head -3` is no fault. */
function mayBeLeft(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1])
}
