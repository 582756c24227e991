import { yamlString } from './escape.ts'

/** What a box stands for; decides its colours. `outside` is a thing that is drawn in full elsewhere. */
export type BoxClass = 'postgres' | 'mongo' | 's3' | 'embedded' | 'outside' | 'start' | 'terminal'

/** What a diagram is drawn for: a light page, or a dark one. */
export type Mode = 'light' | 'dark'

const light: Readonly<Record<BoxClass, string>> = {
  postgres: 'fill:#e8f0fb,stroke:#33658f,color:#10243a',
  mongo: 'fill:#e6f4ea,stroke:#2e7d4f,color:#0f2e1c',
  s3: 'fill:#fdf1e0,stroke:#b86e14,color:#3a2405',
  embedded: 'fill:#f2faf4,stroke:#7fb795,color:#0f2e1c',
  outside: 'fill:#f1f3f5,stroke:#868e96,color:#343a40',
  start: 'fill:#e8f0fb,stroke:#33658f,color:#10243a',
  terminal: 'fill:#f1f3f5,stroke:#868e96,color:#343a40',
}

const dark: Readonly<Record<BoxClass, string>> = {
  postgres: 'fill:#16283a,stroke:#6ea8d8,color:#dbe9f6',
  mongo: 'fill:#13291c,stroke:#6cc08b,color:#d9f0e1',
  s3: 'fill:#33230d,stroke:#e0a458,color:#f8e8d0',
  embedded: 'fill:#17241c,stroke:#4f8a66,color:#d9f0e1',
  outside: 'fill:#23272c,stroke:#7d8790,color:#c3cad1',
  start: 'fill:#16283a,stroke:#6ea8d8,color:#dbe9f6',
  terminal: 'fill:#23272c,stroke:#7d8790,color:#c3cad1',
}

const colours: Readonly<Record<Mode, typeof light>> = { light, dark }

/** The lines that give each class its colours, for the classes that a diagram uses. */
export function classLines(used: Iterable<BoxClass>, mode: Mode): readonly string[] {
  return [...new Set(used)].sort().map((name) => `  classDef ${name} ${colours[mode][name]}`)
}

/**
 * The lines before a diagram. The theme is pinned, because a host in dark mode would otherwise put dark text of ours on
 * dark rows of its own.
 */
export function head(title: string, kind: DiagramKind, mode: Mode): readonly string[] {
  const pairs = Object.entries({ ...shared[mode], ...variables[mode][kind] }).map(
    ([name, colour]) => `${name}: "${colour}"`,
  )
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

const shared: Readonly<Record<Mode, Variables>> = {
  light: {
    primaryColor: '#ffffff',
    primaryBorderColor: '#868e96',
    primaryTextColor: '#1f2933',
    lineColor: either,
    textColor: either,
    titleColor: either,
  },
  dark: {
    primaryColor: '#1b1f24',
    primaryBorderColor: '#7d8790',
    primaryTextColor: '#e6eaee',
    lineColor: '#9aa5b1',
    textColor: '#c3cad1',
    titleColor: '#c3cad1',
  },
}

const variables: Readonly<Record<Mode, Readonly<Record<DiagramKind, Variables>>>> = {
  light: {
    er: { rowOdd: '#ffffff', rowEven: '#f8f9fa', edgeLabelBackground: '#ffffff' },
    state: {},
    flowchart: { clusterBkg: '#fafbfc', clusterBorder: '#ced4da', edgeLabelBackground: '#ffffff' },
    sequence: { signalColor: either, signalTextColor: either, sequenceNumberColor: '#ffffff' },
  },
  dark: {
    er: { rowOdd: '#1b1f24', rowEven: '#20262c', edgeLabelBackground: '#1b1f24' },
    state: {},
    flowchart: { clusterBkg: '#17191d', clusterBorder: '#3a424a', edgeLabelBackground: '#1b1f24' },
    sequence: { signalColor: '#9aa5b1', signalTextColor: '#c3cad1', sequenceNumberColor: '#17191d' },
  },
}
