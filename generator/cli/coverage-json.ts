import type { CoverageKind } from '../coverage/coverage-item.ts'
import { type CoverageOf, type CoverageReport, percentOf, reaches, type Share } from '../coverage/coverage-report.ts'
import { SourceLines } from '../diagnostic/code-frame.ts'
import { visibleJson } from '../diagnostic/visible-text.ts'

interface JsonShare extends Share {
  /** With one digit, never rounded up. */
  readonly percent: number
}

type JsonKinds = Readonly<Partial<Record<CoverageKind, JsonShare>>>

/** What `stowage coverage --format json` prints. A key is never left out; keys may be added within a version. */
export interface JsonCoverage {
  readonly version: 1
  readonly min: number | null
  readonly enough: boolean
  readonly all: JsonShare
  readonly kinds: JsonKinds
  /** `domain` is null for what is declared in none. */
  readonly domains: readonly { readonly domain: string | null; readonly all: JsonShare; readonly kinds: JsonKinds }[]
  readonly missing: readonly {
    readonly kind: CoverageKind
    readonly name: string
    readonly domain: string | null
    readonly path: string
    readonly line: number
    readonly column: number
  }[]
}

/** With a final newline; safe to print on a terminal. */
export function coverageJson(report: CoverageReport, min: number | undefined): string {
  const lines = new SourceLines()
  const json: JsonCoverage = {
    version: 1,
    min: min ?? null,
    enough: min === undefined || reaches(report.all, min),
    all: share(report.all),
    kinds: kindsOf(report),
    domains: report.domains.map(({ all, domain, kinds }) => ({
      domain: domain ?? null,
      all: share(all),
      kinds: kindsOf({ all, kinds }),
    })),
    missing: report.missing.map(({ domain, kind, name, span }) => ({
      kind,
      name,
      domain: domain ?? null,
      path: span.file.path,
      ...lines.position(span.file, span.start),
    })),
  }
  return `${visibleJson(JSON.stringify(json, undefined, 2))}\n`
}

function share({ told, total }: Share): JsonShare {
  return { told, total, percent: percentOf({ told, total }) }
}

function kindsOf({ kinds }: CoverageOf): JsonKinds {
  return Object.fromEntries([...kinds].map(([kind, one]) => [kind, share(one)]))
}
