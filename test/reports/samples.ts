import type { Diagnostic, Severity } from '../../generator/diagnostic/diagnostic.ts'
import type { Findings } from '../../generator/diagnostic/findings.ts'
import { plainPalette } from '../../generator/diagnostic/palette.ts'
import type { SuppressedDiagnostic } from '../../generator/diagnostic/suppression.ts'
import type { ReportSettings } from '../../generator/report/settings.ts'
import type { SourceFile, Span } from '../../generator/source/source-file.ts'
import { fileOf, spanOf } from '../diagnostic/spans.ts'

/** As the command line sets them, but for what depends on the machine. */
export const settings: ReportSettings = {
  palette: plainPalette,
  full: false,
  fails: (severity) => severity === 'error',
  prefix: 'bakery/',
  projectFile: 'spec/stowage.yaml',
  version: '1.2.3',
  homepage: 'https://stowage.example/',
  pageOf: (code) => ({
    summary: `what ${code} asks for`,
    why: `there is a reason for ${code}`,
    wayOut: `do what ${code} asks for`,
    severity: 'error',
    markdown: `# ${code}\n\nWhat it asks for.\n`,
    url: `https://stowage.example/rules/${code}/`,
  }),
}

const project = fileOf('stowage: 1\nname: bakery\n', 'spec/stowage.yaml')

export const nothing: Findings = { diagnostics: [], suppressed: [], files: [project, fileOf('', 'spec/a.yaml')] }

/** A file of a bakery with so many ovens, each with a timestamp that breaks the convention. */
function ovens(path: string, count: number): SourceFile {
  const oven = (_: unknown, index: number): string =>
    `  Oven${index}:\n    fields:\n      lit${index}_at: timestamp # 🔥\n`
  return fileOf(`domain: Ovens\nentities:\n${Array.from({ length: count }, oven).join('')}`, path)
}

function misnamed(file: SourceFile, index: number, severity: Severity): Diagnostic {
  const span = spanOf(file, `lit${index}_at`)
  const name = `lit${index}_on`
  return {
    code: index % 7 === 0 ? 'docs/missing-about' : 'naming/timestamp-suffix',
    severity,
    message: `timestamp field \`lit${index}_at\` must end in \`_on\``,
    span,
    label: `becomes column ovens.lit${index}_at`,
    related: [{ span: spanOf(file, `Oven${index}:`), label: 'of this oven' }],
    help: `rename it to \`${name}\``,
    ...(index % 3 === 0 ? {} : { fixes: [{ title: `rename it to \`${name}\``, edits: [{ span, text: name }] }] }),
  }
}

const file = ovens('spec/domains/ovens & fires.yaml', 2)

export const one: Findings = {
  diagnostics: [misnamed(file, 1, 'error')],
  suppressed: [],
  files: [project, file],
}

const severities: readonly Severity[] = ['warning', 'warning', 'error', 'info', 'warning']

/** So many findings in files of fifty each; every tenth file has one more that was answered for. */
export function many(count: number): Findings {
  const files = Array.from({ length: Math.ceil(count / 50) }, (_, index) =>
    ovens(`spec/domains/oven-${String(index).padStart(3, '0')}.yaml`, 51),
  )
  const diagnostics = files.flatMap((each) =>
    Array.from({ length: 50 }, (_, index) => misnamed(each, index, severities[index % 5] ?? 'error')),
  )
  const suppressed = files.flatMap((each, index) => (index % 10 === 0 ? [answeredFor(each, index % 20 === 0)] : []))
  return { diagnostics: diagnostics.slice(0, count), suppressed, files: [project, ...files] }
}

function answeredFor(file: SourceFile, inline: boolean): SuppressedDiagnostic {
  const diagnostic = misnamed(file, 50, 'error')
  const reason = 'the old tills read this column'
  if (!inline) return { diagnostic, suppression: { kind: 'baseline', reason } }
  return { diagnostic, suppression: { kind: 'inline', reason, span: spanOf(file, '# 🔥') } }
}

/** What a spec could say to whoever reads its report. */
export const hostileTexts: readonly string[] = [
  'a\r\n::error file=x::owned\n::add-mask::b',
  '##[set-output name=a]b',
  '%0A::warning::c %25 100%',
  'a:b,c=d;e::f',
  ']]><failure/><!-- & "quoted" \'so\' -->',
  '\u0000\u0008\u001b[2J\u202E\u0085\u2028\uFFFE\ud800 \u{1F468}\u200D\u{1F373}',
  '[click](https://evil.example/) ![x](https://evil.example/x.png) <img src=x onerror=alert(1)>',
  '| a | b |\n| --- | --- |\n\n# heading\n\n```js\nx\n```',
  '`code` `open @everyone #1 www.evil.example https://evil.example </details> **b** _i_',
  '{0} {1} {{x}}',
  '',
  '.',
]

/** A finding in which every text is one of those. */
export function hostile(text: string): Findings {
  const source = fileOf(`${text}\n${text}`, `spec/${text.replaceAll('/', '')}.yaml`)
  const whole: Span = { file: source, start: 0, end: source.text.length }
  const end: Span = { file: source, start: source.text.length, end: source.text.length }
  const diagnostic: Diagnostic = {
    code: 'type/unknown',
    severity: 'error',
    message: text,
    span: whole,
    label: text,
    related: [{ span: end, label: text }],
    help: text,
    fixes: [{ title: text, edits: [{ span: end, text }] }],
  }
  const second: Diagnostic = { ...diagnostic, severity: 'warning', span: end, fixes: [] }
  const suppressed = [{ diagnostic: second, suppression: { kind: 'inline', reason: text, span: whole } }] as const
  return { diagnostics: [diagnostic], suppressed, files: [source] }
}

/** All of them in one report. */
export function allHostile(): Findings {
  const each = hostileTexts.map(hostile)
  return {
    diagnostics: each.flatMap(({ diagnostics }) => diagnostics),
    suppressed: each.flatMap(({ suppressed }) => suppressed),
    files: each.flatMap(({ files }) => files),
  }
}
