import type { Workshop } from '../package/generated-package.ts'

/** A line of a program, and the same line with the one mistake that the compiler must find. */
export interface Pair {
  readonly promise: string
  readonly good: string
  readonly bad: string
}

const settings = {
  target: 'es2024',
  lib: ['es2024'],
  module: 'nodenext',
  types: ['node'],
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
}

/** The lines that the strict compiler refuses, by what they are to promise: `good` or `bad` of each. */
export function refusedLines(workshop: Workshop, head: readonly string[], pairs: readonly Pair[]): ReadonlySet<string> {
  const lines = [...head, 'export async function use(): Promise<void> {']
  const at = new Map<number, string>()
  for (const { promise, good, bad } of pairs) {
    at.set(lines.push(`  ${good}`), `good: ${promise}`)
    at.set(lines.push(`  ${bad}`), `bad: ${promise}`)
  }
  workshop.write([
    { path: 'use/use.ts', text: [...lines, '}', ''].join('\n') },
    { path: 'use/tsconfig.json', text: JSON.stringify({ compilerOptions: settings, files: ['use.ts'] }) },
  ])
  const output = workshop.compile('use')
  const refused = [...output.matchAll(/^use\.ts\((\d+),/gm)].map(([, line]) => Number(line))
  const strange = refused.filter((line) => !at.has(line))
  const others = output.split('\n').filter((line) => /^\S+\(\d+,\d+\): error/.test(line) && !line.startsWith('use.ts('))
  if (strange.length > 0 || others.length > 0) throw new Error(output)
  return new Set(refused.map((line) => at.get(line) ?? ''))
}
