import { yamlString } from './escape.ts'

/** What a box stands for; decides its colours. `outside` is a thing that is drawn in full elsewhere. */
export type BoxClass = 'postgres' | 'mongo' | 's3' | 'embedded' | 'outside' | 'start' | 'terminal'

const colours: Readonly<Record<BoxClass, string>> = {
  postgres: 'fill:#e8f0fb,stroke:#33658f,color:#10243a',
  mongo: 'fill:#e6f4ea,stroke:#2e7d4f,color:#0f2e1c',
  s3: 'fill:#fdf1e0,stroke:#b86e14,color:#3a2405',
  embedded: 'fill:#f2faf4,stroke:#7fb795,color:#0f2e1c',
  outside: 'fill:#f1f3f5,stroke:#868e96,color:#343a40',
  start: 'fill:#e8f0fb,stroke:#33658f,color:#10243a',
  terminal: 'fill:#f1f3f5,stroke:#868e96,color:#343a40',
}

/** The lines that give each class its colours, for the classes that a diagram uses. */
export function classLines(used: Iterable<BoxClass>): readonly string[] {
  return [...new Set(used)].sort().map((name) => `  classDef ${name} ${colours[name]}`)
}

/**
 * The lines before a diagram. The theme is pinned, because a host in dark mode would otherwise put dark text of ours on
 * dark rows of its own.
 */
export function head(title: string, kind: DiagramKind): readonly string[] {
  const pairs = Object.entries({ ...shared, ...variables[kind] }).map(([name, colour]) => `${name}: "${colour}"`)
  return [
    '---',
    `title: ${yamlString(title)}`,
    'config:',
    '  theme: base',
    `  themeVariables: { ${pairs.join(', ')} }`,
    '---',
  ]
}

/** Mermaid's kinds of diagram that are printed here. */
export type DiagramKind = 'er' | 'state' | 'flowchart' | 'sequence'

type Variables = Readonly<Record<string, string>>

/** Reads on white and on black alike. */
const either = '#6e7a87'

const shared: Variables = {
  primaryColor: '#ffffff',
  primaryBorderColor: '#868e96',
  primaryTextColor: '#1f2933',
  lineColor: either,
  textColor: either,
  titleColor: either,
}

const variables: Readonly<Record<DiagramKind, Variables>> = {
  er: { rowOdd: '#ffffff', rowEven: '#f8f9fa', edgeLabelBackground: '#ffffff' },
  state: {},
  flowchart: { clusterBkg: '#fafbfc', clusterBorder: '#ced4da', edgeLabelBackground: '#ffffff' },
  sequence: { signalColor: either, signalTextColor: either, sequenceNumberColor: '#ffffff' },
}
