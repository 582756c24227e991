import { AnalysisMemory } from './analysis-memory.ts'
import { Collector } from './diagnostic/collector.ts'
import type { Diagnostic } from './diagnostic/diagnostic.ts'
import type { SuppressedDiagnostic } from './diagnostic/suppression.ts'
import type { SpecDocument } from './front/node.ts'
import { parse } from './front/parse.ts'
import { resolve } from './front/resolve/resolve.ts'
import { suppress } from './front/suppress/suppress.ts'
import type { Model } from './model/model.ts'
import { allLoaded, checkCustomNames } from './rules/custom-names.ts'
import { rules } from './rules/index.ts'
import { lint } from './rules/lint.ts'
import type { Rule } from './rules/rule.ts'
import type { SourceFile } from './source/source-file.ts'

/** A spec, read: its model where there is one, and all that was found, sorted. */
export interface Analysis {
  /** Sound to emit from only where `diagnostics` hold no error. */
  readonly model?: Model
  readonly diagnostics: readonly Diagnostic[]
  /** What a comment in the spec answers for. */
  readonly suppressed: readonly SuppressedDiagnostic[]
}

/**
 * Reads a spec: parse, shape, resolve, lint. Every stage recovers, so that all independent mistakes are found at once.
 *
 * @param files the project file and all that it includes, in any order
 * @param parsed documents that are parsed (and reported) already, by file
 * @param found what was found before, by loading and parsing: part of what is given back
 * @param custom rules of the project's own
 * @param memory what an earlier analysis of the same spec left
 */
export function analyze(
  files: readonly SourceFile[],
  parsed: ReadonlyMap<SourceFile, SpecDocument | undefined> = new Map(),
  found: readonly Diagnostic[] = [],
  custom: readonly Rule[] = [],
  memory: AnalysisMemory = new AnalysisMemory(false),
): Analysis {
  const { collector, model } = understand(files, parsed, found, memory)
  if (model !== undefined) {
    checkCustomNames(model, custom, found, collector.report)
    lint(model, [...rules, ...custom], collector.report, memory.linted)
  }
  const all = collector.sorted()
  const answered = suppress(files, all, customCodes(model, custom, found), collector.report)
  return {
    ...(model === undefined ? {} : { model }),
    diagnostics: answered.size === 0 ? collector.sorted() : collector.sorted().filter((one) => !answered.has(one)),
    suppressed: all.flatMap((diagnostic) => {
      const suppression = answered.get(diagnostic)
      return suppression === undefined ? [] : [{ diagnostic, suppression }]
    }),
  }
}

/** The model of a spec that is known to be sound; nobody is told where it is not. */
export function modelOf(files: readonly SourceFile[]): Model | undefined {
  return understand(files, new Map(), [], new AnalysisMemory(false)).model
}

/** What the language itself finds in a spec: all that `analyze` finds but for rules, without asking them. */
export function findMistakes(
  files: readonly SourceFile[],
  parsed: ReadonlyMap<SourceFile, SpecDocument | undefined>,
  found: readonly Diagnostic[],
  memory: AnalysisMemory,
): readonly Diagnostic[] {
  return understand(files, parsed, found, memory).collector.sorted()
}

function understand(
  files: readonly SourceFile[],
  parsed: ReadonlyMap<SourceFile, SpecDocument | undefined>,
  found: readonly Diagnostic[],
  memory: AnalysisMemory,
): { readonly collector: Collector; readonly model: Model | undefined } {
  const collector = new Collector()
  for (const diagnostic of found) collector.report(diagnostic)
  const shaped = files.flatMap((file) => {
    const document = parsed.has(file) ? parsed.get(file) : parse(file, collector.report)
    return document === undefined ? [] : [memory.shape(document, collector.report)]
  })
  return { collector, model: resolve(shaped, collector.sorted(), collector.report, memory.resolved) }
}

/** The codes of the project's own rules; nothing where some of them may not have been loaded. */
function customCodes(
  model: Model | undefined,
  custom: readonly Rule[],
  found: readonly Diagnostic[],
): ReadonlySet<string> | undefined {
  const loaded = model !== undefined && allLoaded(custom, model.project.rules.files, found)
  return loaded ? new Set(custom.map(({ code }) => code)) : undefined
}
