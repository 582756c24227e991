import './mermaid-without-dom.ts'
import mermaid from 'mermaid'
import { parse } from 'yaml'

// Mermaid learns its kinds of diagram at the first parse.
await mermaid.parse('erDiagram')

/** What Mermaid's own parser made of a diagram: its structure apart from the texts in it, in order. */
export interface ReadDiagram {
  readonly type: string
  readonly title: string
  /** Numbers stand for names. */
  readonly shape: unknown
  readonly names: readonly string[]
  /** Comments, labels and notes, as a reader sees them. */
  readonly texts: readonly string[]
}

interface Attribute {
  readonly type: string
  readonly name: string
  readonly keys: readonly string[]
  readonly comment: string
}
interface ErDb {
  getEntities(): Map<
    string,
    { readonly alias: string; readonly attributes: readonly Attribute[]; readonly cssClasses: string }
  >
  getRelationships(): readonly { entityA: string; entityB: string; roleA: string; relSpec: unknown }[]
}
interface StateDb {
  getStates(): Map<string, { readonly descriptions: readonly string[]; readonly classes: readonly string[] }>
  getRelations(): readonly { id1: string; id2: string }[]
}
interface FlowDb {
  getVertices(): Map<
    string,
    { readonly id: string; readonly type?: string; readonly text?: string; readonly classes: readonly string[] }
  >
  getEdges(): readonly { start: string; end: string; text: string; stroke: string }[]
  getSubGraphs(): readonly { title: string; nodes: readonly string[] }[]
}
interface SequenceDb {
  getActors(): Map<string, { readonly description: string }>
  getMessages(): readonly { from?: string; to?: string; message: unknown; type: unknown }[]
}

/** Parses a diagram as it is drawn, front matter and all. Throws what Mermaid throws where it is none. */
export async function parseDiagram(text: string): Promise<void> {
  await mermaid.parse(text)
}

/**
 * Reads a diagram: its front matter as YAML, the rest as Mermaid does. Apart, because a theme in the front matter costs
 * Mermaid fifty times the parsing.
 */
export async function readDiagram(text: string): Promise<ReadDiagram> {
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  if (front === undefined || body === undefined) throw new Error('the diagram has no front matter')
  const { title } = parse(front) as { readonly title: string }
  const { db, type } = await mermaid.mermaidAPI.getDiagramFromText(body)
  const names = new Map<string, number>()
  const { shape, texts } = contentOf(type, db, (name) => {
    const known = names.get(name) ?? names.size
    names.set(name, known)
    return known
  })
  return { type, title, shape, names: [...names.keys()], texts: texts.map(decoded) }
}

/** The number of a name: names are numbered as they come, so that diagrams compare whatever things are called. */
type Numbering = (name: string) => number

function contentOf(
  type: string,
  db: unknown,
  number: Numbering,
): { readonly shape: unknown; readonly texts: readonly string[] } {
  switch (type) {
    case 'er':
      return er(db as ErDb, number)
    case 'stateDiagram':
      return state(db as StateDb, number)
    case 'flowchart-v2':
      return flow(db as FlowDb, number)
    case 'sequence':
      return sequence(db as SequenceDb, number)
    default:
      throw new Error(`no test reads a diagram of type ${type}`)
  }
}

function er(db: ErDb, number: Numbering): { readonly shape: unknown; readonly texts: readonly string[] } {
  const entities = [...db.getEntities()]
  const relations = db.getRelationships()
  return {
    shape: {
      entities: entities.map(([name, { attributes, cssClasses }]) => [
        number(name),
        cssClasses,
        attributes.map(({ comment, keys, name: attribute, type }) => [
          type,
          number(seen(attribute)),
          keys,
          comment !== '',
        ]),
      ]),
      relations: relations.map(({ entityA, entityB, relSpec }) => [number(entityA), number(entityB), relSpec]),
    },
    texts: [
      ...entities.map(([, { alias }]) => alias).filter((alias) => alias !== ''),
      ...entities.flatMap(([, { attributes }]) => attributes.map(({ comment }) => comment).filter((c) => c !== '')),
      ...relations.map(({ roleA }) => roleA),
    ],
  }
}

function state(db: StateDb, number: Numbering): { readonly shape: unknown; readonly texts: readonly string[] } {
  const states = [...db.getStates()]
  return {
    shape: {
      states: states.map(([id, { classes, descriptions }]) => [number(id), descriptions.length, classes]),
      moves: db.getRelations().map(({ id1, id2 }) => [number(id1), number(id2)]),
    },
    texts: states.flatMap(([, { descriptions }]) => descriptions),
  }
}

function flow(db: FlowDb, number: Numbering): { readonly shape: unknown; readonly texts: readonly string[] } {
  const vertices = [...db.getVertices().values()]
  const groups = db.getSubGraphs()
  const edges = db.getEdges()
  return {
    shape: {
      vertices: vertices.map(({ classes, id, type }) => [number(id), type, classes]),
      groups: groups.map(({ nodes }) => nodes.map(number)),
      edges: edges.map(({ end, start, stroke }) => [number(start), number(end), stroke]),
    },
    texts: [
      ...vertices.flatMap(({ text }) => (text === undefined ? [] : [text])),
      ...groups.map(({ title }) => title),
      ...edges.map(({ text }) => text),
    ],
  }
}

function sequence(db: SequenceDb, number: Numbering): { readonly shape: unknown; readonly texts: readonly string[] } {
  const actors = [...db.getActors()]
  const messages = db.getMessages()
  return {
    shape: {
      actors: actors.map(([id]) => number(id)),
      messages: messages.map(({ from, to, type }) => [number(from ?? ''), number(to ?? ''), type]),
    },
    texts: [
      ...actors.map(([, { description }]) => description),
      ...messages.map(({ message }) => (typeof message === 'string' ? message : '')),
    ],
  }
}

/** A name without the mark that nobody sees. */
function seen(name: string): string {
  return name.replace('\u200B', '')
}

/** Mermaid keeps an entity code in marks of its own until it draws: `#34;` is `ﬂ°°34¶ß`, `#quot;` is `ﬂ°quot¶ß`. */
function decoded(text: string): string {
  const named: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>' }
  return text
    .replace(/ﬂ°°(\d+)¶ß/g, (_match, code: string) => String.fromCharCode(Number(code)))
    .replace(/ﬂ°(\w+)¶ß/g, (_match, name: string) => named[name] ?? `unknown entity ${name}`)
}
