import { comment, quoted, stateId, unquoted } from './escape.ts'
import { type BoxClass, classLines, head } from './theme.ts'

/** States and the moves between them. */
export interface StateDiagram {
  readonly kind: 'state'
  readonly title: string
  readonly notes: readonly string[]
  readonly start: string
  readonly states: readonly StateBox[]
}

export interface StateBox {
  readonly name: string
  /** What it means, in a few words: drawn below its name. */
  readonly about?: string
  /** Names of the states that may follow; none makes it terminal. */
  readonly to: readonly string[]
}

export function printStateDiagram(diagram: StateDiagram): string {
  const terminal = diagram.states.filter((state) => state.to.length === 0)
  let text = head(diagram.title, 'state')
  for (const note of diagram.notes) text += `${comment(note)}\n`
  text += 'stateDiagram-v2\n  direction LR\n'
  for (const state of diagram.states) text += textLines(state)
  text += `  [*] --> ${stateId(diagram.start)}\n`
  for (const state of diagram.states) {
    for (const next of state.to) text += `  ${stateId(state.name)} --> ${stateId(next)}\n`
  }
  for (const state of terminal) text += `  ${stateId(state.name)} --> [*]\n`
  return text + colours(diagram.start, terminal)
}

/** Where an id alone does not say it all: a name first, for the first text of a state is its title. */
function textLines({ about, name }: StateBox): string {
  const id = stateId(name)
  const title = `  state ${quoted(name)} as ${id}\n`
  if (about !== undefined && about.trim() !== '') return `${title}  ${id} : ${unquoted(about)}\n`
  return id === name ? '' : title
}

function colours(start: string, terminal: readonly StateBox[]): string {
  const ends = terminal.filter((state) => state.name !== start).map((state) => stateId(state.name))
  const used = new Set<BoxClass>(ends.length > 0 ? ['start', 'terminal'] : ['start'])
  const last = ends.length > 0 ? `  class ${ends.join(',')} terminal\n` : ''
  return `${classLines(used)}  class ${stateId(start)} start\n${last}`
}
