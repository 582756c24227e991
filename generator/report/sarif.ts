import type { Log, ReportingDescriptor, Result, Suppression } from 'sarif'
import { SourceLines } from '../diagnostic/code-frame.ts'
import type { Diagnostic, Severity } from '../diagnostic/diagnostic.ts'
import type { Findings } from '../diagnostic/findings.ts'
import { visibleJson } from '../diagnostic/visible-text.ts'
import { adviceOn } from './advice.ts'
import { type Entry, entriesOf } from './entries.ts'
import { plain } from './sarif-message.ts'
import { SarifPlaces, sourceRoot } from './sarif-places.ts'
import type { ReportSettings } from './settings.ts'

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/** A report as of SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which GitHub's code scanning and editors read. */
export function renderSarif(findings: Findings, settings: ReportSettings): string {
  const entries = entriesOf(findings)
  const codes = [...new Set(entries.map(({ diagnostic }) => diagnostic.code))]
  const indices = new Map(codes.map((code, index) => [code, index]))
  const examples = new Map(entries.map(({ diagnostic }) => [diagnostic.code, diagnostic]))
  const places = new SarifPlaces(new SourceLines(), settings)
  const log: Log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Stowage',
            semanticVersion: settings.version,
            ...(settings.homepage === undefined ? {} : { informationUri: settings.homepage }),
            rules: [...examples.values()].map((example) => descriptor(example, findings, settings)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [sourceRoot]: { description: { text: 'The folder of the repository.' } } },
        results: entries.map((entry) => result(entry, indices.get(entry.diagnostic.code) ?? -1, places)),
      },
    ],
  }
  return `${visibleJson(JSON.stringify(log, undefined, 2))}\n`
}

function descriptor(example: Diagnostic, { links }: Findings, { pageOf }: ReportSettings): ReportingDescriptor {
  const { code, severity } = example
  const page = pageOf(code)
  const [family = code] = code.split('/')
  const helpUri = links?.(example).rule ?? page?.url
  return {
    id: code,
    name: pascalCase(code),
    // GitHub refuses a rule without these.
    shortDescription: { text: sentence(page?.summary ?? code) },
    fullDescription: { text: sentence(page?.why ?? page?.summary ?? code) },
    help: {
      text: sentence(page?.wayOut ?? page?.summary ?? code),
      ...(page === undefined ? {} : { markdown: page.markdown }),
    },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: levels[page?.severity ?? severity] },
    properties: { tags: [family], precision: 'very-high' },
  }
}

function result({ diagnostic, fingerprint, suppression }: Entry, ruleIndex: number, places: SarifPlaces): Result {
  const { code, message, related = [], severity, span } = diagnostic
  const advice = adviceOn(diagnostic)
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: plain(advice === undefined ? sentence(message) : `${sentence(message)} ${sentence(advice)}`) },
    locations: [{ physicalLocation: places.physical(span) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((place, index) => ({
            id: index + 1,
            physicalLocation: places.physical(place.span),
            message: { text: plain(sentence(place.label)) },
          })),
        }),
    partialFingerprints: { 'stowageFinding/v1': fingerprint },
    // In a run that can suppress, a finding that is not suppressed says so by an empty list.
    suppressions: suppression === undefined ? [] : [suppressed(suppression, places)],
    ...(diagnostic.fixes === undefined || diagnostic.fixes.length === 0
      ? {}
      : { fixes: diagnostic.fixes.map((fix) => places.fix(fix)) }),
  }
}

function suppressed({ kind, reason, span }: NonNullable<Entry['suppression']>, places: SarifPlaces): Suppression {
  return {
    kind: kind === 'inline' ? 'inSource' : 'external',
    status: 'accepted',
    justification: reason,
    ...(span === undefined ? {} : { location: { physicalLocation: places.physical(span) } }),
  }
}

/** `naming/field-case` -> `NamingFieldCase`: a name beside the id, which viewers show. */
function pascalCase(code: string): string {
  return code
    .split(/[^A-Za-z0-9]+/)
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('')
}

/** With a capital, where it begins with a letter, and an end. */
function sentence(text: string): string {
  const whole = `${text.charAt(0).toUpperCase()}${text.slice(1)}`
  return /[.!?]$/.test(whole) ? whole : `${whole}.`
}
