import { yamlString } from './escape.ts'

/** Colours that tell domains apart where a picture shows several; with more domains than these they come again. */
export const domainClasses = [
  'domain1',
  'domain2',
  'domain3',
  'domain4',
  'domain5',
  'domain6',
  'domain7',
  'domain8',
] as const

export type DomainClass = (typeof domainClasses)[number]

/** What a box stands for; decides its colours. `outside` is a thing that is drawn in full elsewhere. */
export type BoxClass = (typeof plainClasses)[number] | DomainClass

const plainClasses = ['postgres', 'mongo', 's3', 'embedded', 'outside', 'start', 'terminal'] as const

/** The colours of a class: of its background, its border and its text. */
export interface BoxColours {
  readonly fill: string
  readonly stroke: string
  readonly color: string
}

/** What a diagram is drawn for: a light page, or a dark one. */
export type Mode = 'light' | 'dark'

const light: Readonly<Record<BoxClass, BoxColours>> = {
  postgres: { fill: '#e8f0fb', stroke: '#33658f', color: '#10243a' },
  mongo: { fill: '#e6f4ea', stroke: '#2e7d4f', color: '#0f2e1c' },
  s3: { fill: '#fdf1e0', stroke: '#b86e14', color: '#3a2405' },
  embedded: { fill: '#f2faf4', stroke: '#7fb795', color: '#0f2e1c' },
  outside: { fill: '#f1f3f5', stroke: '#868e96', color: '#343a40' },
  start: { fill: '#e8f0fb', stroke: '#33658f', color: '#10243a' },
  terminal: { fill: '#f1f3f5', stroke: '#868e96', color: '#343a40' },
  domain1: { fill: '#e8eafd', stroke: '#4f5bb8', color: '#1c2154' },
  domain2: { fill: '#fdf0d5', stroke: '#a8690a', color: '#3d2703' },
  domain3: { fill: '#d9f3f0', stroke: '#1f7a73', color: '#0b2e2b' },
  domain4: { fill: '#fde4ec', stroke: '#b23a66', color: '#430f24' },
  domain5: { fill: '#eaf4d3', stroke: '#5e7d12', color: '#232f05' },
  domain6: { fill: '#f1e4fb', stroke: '#8144b0', color: '#31124a' },
  domain7: { fill: '#dcf0fc', stroke: '#1f75a8', color: '#08293d' },
  domain8: { fill: '#fbe5dc', stroke: '#ab4a24', color: '#40180a' },
}

const dark: Readonly<Record<BoxClass, BoxColours>> = {
  postgres: { fill: '#16283a', stroke: '#6ea8d8', color: '#dbe9f6' },
  mongo: { fill: '#13291c', stroke: '#6cc08b', color: '#d9f0e1' },
  s3: { fill: '#33230d', stroke: '#e0a458', color: '#f8e8d0' },
  embedded: { fill: '#17241c', stroke: '#4f8a66', color: '#d9f0e1' },
  outside: { fill: '#23272c', stroke: '#7d8790', color: '#c3cad1' },
  start: { fill: '#16283a', stroke: '#6ea8d8', color: '#dbe9f6' },
  terminal: { fill: '#23272c', stroke: '#7d8790', color: '#c3cad1' },
  domain1: { fill: '#1f2247', stroke: '#8f9af0', color: '#dfe2fc' },
  domain2: { fill: '#35260a', stroke: '#e0a84a', color: '#f9ebcf' },
  domain3: { fill: '#0f2f2c', stroke: '#57bdb3', color: '#d3f1ed' },
  domain4: { fill: '#3a1623', stroke: '#ec86aa', color: '#fbdde7' },
  domain5: { fill: '#242f0b', stroke: '#a8c654', color: '#e8f3cd' },
  domain6: { fill: '#2e1a3f', stroke: '#c08fe8', color: '#f0e1fb' },
  domain7: { fill: '#0d2c3d', stroke: '#64b5e4', color: '#d7eefb' },
  domain8: { fill: '#3b1c11', stroke: '#e8946e', color: '#fbe2d8' },
}

/** All colours of boxes, by what they are drawn for. */
export const boxColours: Readonly<Record<Mode, Readonly<Record<BoxClass, BoxColours>>>> = { light, dark }

/** The lines that give each class its colours, for the classes that a diagram uses; each with its line end. */
export function classLines(used: ReadonlySet<BoxClass>): string {
  let text = ''
  for (const name of [...used].sort()) text += `${classLine(name, 'light')}\n`
  return text
}

function classLine(name: BoxClass, mode: Mode): string {
  const { color, fill, stroke } = boxColours[mode][name]
  return `  classDef ${name} fill:${fill},stroke:${stroke},color:${color}`
}

/**
 * The lines before a diagram, each with its line end. The theme is pinned, because a host in dark mode would otherwise put
 * dark text of ours on dark rows of its own. The font is one whose letters are as wide on every system, so that a picture
 * that was drawn on one fits on another.
 */
export function head(title: string, kind: DiagramKind): string {
  return `---\ntitle: ${yamlString(title)}\n${configOf(kind)}`
}

const configs = new Map<DiagramKind, string>()

function configOf(kind: DiagramKind): string {
  const known = configs.get(kind)
  if (known !== undefined) return known
  const lines = [
    'config:',
    '  theme: base',
    `  look: ${look[kind]}`,
    '  fontFamily: "Arial, Helvetica, Liberation Sans, Arimo, sans-serif"',
    '  elk: { preset: depthFirst }',
    ...layout[kind],
    coloursLine(kind, 'light'),
    '---',
  ]
  const text = lines.map((line) => `${line}\n`).join('')
  configs.set(kind, text)
  return text
}

function coloursLine(kind: DiagramKind, mode: Mode): string {
  const pairs = Object.entries({ ...themeColours[mode].shared, ...themeColours[mode][kind] }).map(
    ([name, colour]) => `${name}: "${colour}"`,
  )
  return `  themeVariables: { useGradient: false, dropShadow: "none", ${pairs.join(', ')} }`
}

/** Mermaid's kinds of diagram that are printed here. */
export type DiagramKind = (typeof kinds)[number]

const kinds = ['er', 'state', 'flowchart', 'sequence'] as const

/** Where two looks differ: the newer one's circles at the ends of lines are no white holes, the older one's dashes are dashes. */
const look: Readonly<Record<DiagramKind, 'classic' | 'neo'>> = {
  er: 'neo',
  state: 'classic',
  flowchart: 'classic',
  sequence: 'classic',
}

/** Less air than Mermaid's own within a box, so that more of a diagram is legible at once. */
const layout: Readonly<Record<DiagramKind, readonly string[]>> = {
  er: ['  er: { diagramPadding: 12, entityPadding: 6, minEntityWidth: 60, minEntityHeight: 40 }'],
  state: [],
  flowchart: ['  flowchart: { wrappingWidth: 400 }'],
  sequence: ['  sequence: { actorMargin: 60, mirrorActors: false }'],
}

type Variables = Readonly<Record<string, string>>

/** As dark as a text on white must be, and no darker: a host may show it on black. */
const either = '#68747f'

/** The colours of what is no box, by what they are drawn for. */
export const themeColours: Readonly<Record<Mode, Readonly<Record<DiagramKind | 'shared', Variables>>>> = {
  light: {
    shared: {
      primaryColor: '#ffffff',
      primaryBorderColor: '#868e96',
      primaryTextColor: '#1f2933',
      tertiaryColor: '#ffffff',
      lineColor: either,
      textColor: either,
      titleColor: either,
    },
    er: { rowOdd: '#ffffff', rowEven: '#f8f9fa', edgeLabelBackground: '#ffffff' },
    state: {},
    flowchart: { clusterBkg: '#fafbfc', clusterBorder: '#ced4da', edgeLabelBackground: '#ffffff' },
    sequence: {
      signalColor: either,
      signalTextColor: either,
      sequenceNumberColor: '#ffffff',
      labelBoxBkgColor: '#f1f3f5',
      labelBoxBorderColor: '#868e96',
      labelTextColor: '#343a40',
      loopTextColor: either,
      noteBkgColor: '#f1f3f5',
      noteBorderColor: '#868e96',
      noteTextColor: '#343a40',
    },
  },
  dark: {
    shared: {
      primaryColor: '#1b1f24',
      primaryBorderColor: '#7d8790',
      primaryTextColor: '#e6eaee',
      tertiaryColor: '#1b1f24',
      lineColor: '#9aa5b1',
      textColor: '#c3cad1',
      titleColor: '#c3cad1',
    },
    er: { rowOdd: '#1b1f24', rowEven: '#20262c', edgeLabelBackground: '#1b1f24' },
    state: {},
    flowchart: { clusterBkg: '#17191d', clusterBorder: '#3a424a', edgeLabelBackground: '#1b1f24' },
    sequence: {
      signalColor: '#9aa5b1',
      signalTextColor: '#c3cad1',
      sequenceNumberColor: '#17191d',
      labelBoxBkgColor: '#23272c',
      labelBoxBorderColor: '#7d8790',
      labelTextColor: '#c3cad1',
      loopTextColor: '#c3cad1',
      noteBkgColor: '#23272c',
      noteBorderColor: '#7d8790',
      noteTextColor: '#c3cad1',
    },
  },
}

/**
 * The text of a diagram in the colours of a dark page: the printed one, which is in those of a light page, with other lines
 * of the theme. No text of a spec makes such a line, since wherever one may stand `#` and `:` are written as codes.
 */
export function inDark(text: string): string {
  const dark = new Map<string, string>()
  for (const kind of kinds) dark.set(coloursLine(kind, 'light'), coloursLine(kind, 'dark'))
  for (const name of [...plainClasses, ...domainClasses]) dark.set(classLine(name, 'light'), classLine(name, 'dark'))
  return text
    .split('\n')
    .map((line) => dark.get(line) ?? line)
    .join('\n')
}
