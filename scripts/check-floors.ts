import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { glob } from 'tinyglobby'
import config, { floors } from '../.dependency-cruiser.mjs'

/** What a look at the imports of a tree found. `violations` are one line each; empty where the floors hold. */
export interface FloorReport {
  /** How many files of the project's own were read. */
  readonly cruised: number
  readonly violations: readonly string[]
}

/**
 * Checks the floors of the tree under `root`. A file that was not read is a violation too: a cruiser without a parser
 * for TypeScript finds no module, and so no fault.
 */
export async function checkFloors(root: string): Promise<FloorReport> {
  const files = await glob('{generator,runtime/src}/**/*.ts', { cwd: root, ignore: ['**/node_modules/**'] })
  const trees = ['generator', 'runtime/src'].filter((tree) => existsSync(join(root, tree)))
  const { output } = await cruise(trees, {
    ...config.options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: config.forbidden },
  })
  if (typeof output === 'string') throw new Error('dependency-cruiser gave a text where a result was asked for')
  const cruised = new Set(output.modules.map((module) => module.source))
  const own = files.filter((file) => cruised.has(file))
  const unread = files.filter((file) => !cruised.has(file))
  return {
    cruised: own.length,
    violations: [
      ...(files.length === 0 ? ['no file was found: there is nothing to check'] : []),
      ...unread.map((file) => `unread: ${file} was not cruised`),
      ...files.filter(isOffTheFloors).map((file) => `off-the-floors: ${file} stands on no floor`),
      ...output.summary.violations.map(lineOf(output)),
    ],
  }
}

function isOffTheFloors(file: string): boolean {
  const [folder, room] = file.split('/')
  return folder === 'generator' && !floors.flat().includes(room ?? '')
}

function lineOf(result: ICruiseResult): (violation: ICruiseResult['summary']['violations'][number]) => string {
  const comments = new Map(result.summary.ruleSetUsed?.forbidden?.map((rule) => [rule.name, rule.comment]))
  return ({ from, to, rule }) => {
    const comment = comments.get(rule.name) ?? config.forbidden.find(({ name }) => name === rule.name)?.comment
    return `${rule.name}: ${from} -> ${to}${comment === undefined ? '' : ` (${comment})`}`
  }
}

if (import.meta.main) {
  const { cruised, violations } = await checkFloors(process.cwd())
  for (const violation of violations) console.error(violation)
  console.log(`floors: ${cruised} files read, ${violations.length === 0 ? 'no' : violations.length} violations found`)
  process.exitCode = violations.length === 0 ? 0 : 1
}
