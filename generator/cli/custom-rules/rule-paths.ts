import { didYouMean } from '../../base/did-you-mean.ts'
import { byCodeUnit } from '../../base/order.ts'
import type { Report } from '../../diagnostic/diagnostic.ts'
import { quoted } from '../../diagnostic/quoted.ts'
import { joinedPath, magic } from '../../front/load/include.ts'
import type { SpecReader } from '../../front/load/spec-reader.ts'
import type { RuleFilePattern } from '../../front/rule-files.ts'

/** A rule file that the project names, posix and relative to its folder, and where it does. */
export interface RulePath {
  readonly path: string
  readonly named: RuleFilePattern
}

const endings = /\.m?[jt]s$/
/** What stands beside rules and is none: a glob passes over it. */
const besides = /\.(d|test|spec)\.m?[jt]s$/

/** The files that patterns name, each once, in the order of the patterns; those of a glob by name. */
export function rulePaths(
  patterns: readonly RuleFilePattern[],
  reader: SpecReader,
  report: Report,
): readonly RulePath[] {
  const found = new Map<string, RulePath>()
  for (const named of patterns) {
    for (const path of expand(named, reader, report)) {
      if (!found.has(path)) found.set(path, { path, named })
    }
  }
  return [...found.values()]
}

function expand({ pattern, span }: RuleFilePattern, reader: SpecReader, report: Report): readonly string[] {
  const path = joinedPath(span.file.path, pattern)
  if (path === undefined) {
    report({
      code: 'rules/missing-file',
      severity: 'error',
      message: `${quoted(pattern)} leads out of the project's folder`,
      span,
      label: pattern.includes('\\') ? 'parts of a path are separated by `/`' : 'outside the project',
      help: 'a file in the project may export the rules of a package: `export { default } from "@acme/stowage-rules"`',
    })
    return []
  }
  if (!magic.test(path)) {
    if (endings.test(path)) return [path]
    report({
      code: 'rules/unreadable-file',
      severity: 'error',
      message: `${quoted(path)} is no rule file: its name must end in \`.ts\`, \`.mts\`, \`.js\` or \`.mjs\``,
      span,
      label: 'not an ES module',
      help: 'write the rules in TypeScript or JavaScript, as an ES module',
    })
    return []
  }
  const matches = reader.glob(path).filter((match) => endings.test(match) && !besides.test(match))
  if (matches.length === 0) report(nothingMatches(path, span, reader))
  return [...matches].sort(byCodeUnit)
}

function nothingMatches(path: string, span: RuleFilePattern['span'], reader: SpecReader): Parameters<Report>[0] {
  const near = didYouMean(path, foldersOf(reader, path.split('/').at(-1) ?? ''))
  return {
    code: 'rules/missing-file',
    severity: 'error',
    message: `no rule file matches ${quoted(path)}`,
    span,
    label: near.length > 0 ? `did you mean ${near.map(quoted).join(', ')}?` : 'matches nothing',
    help: 'globs are relative to the project file; tests and declarations (`.test.ts`, `.d.ts`) are passed over',
  }
}

/** The same glob in every folder that has something for it. */
function foldersOf(reader: SpecReader, last: string): ReadonlySet<string> {
  const files = reader.glob('**/*.{ts,mts,js,mjs}').filter((file) => !besides.test(file))
  return new Set(files.map((file) => file.split('/').slice(0, -1).concat(last).join('/')))
}
