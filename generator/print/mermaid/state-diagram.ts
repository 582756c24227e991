import { comment, quoted, stateId, unquoted } from './escape.ts'
import { type BoxClass, classLines, head, type Mode } from './theme.ts'

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

export function printStateDiagram(diagram: StateDiagram, mode: Mode): string {
  const terminal = diagram.states.filter((state) => state.to.length === 0)
  return [
    ...head(diagram.title, 'state', mode),
    ...diagram.notes.map(comment),
    'stateDiagram-v2',
    '  direction LR',
    ...diagram.states.flatMap(textLines),
    `  [*] --> ${stateId(diagram.start)}`,
    ...diagram.states.flatMap((state) => state.to.map((next) => `  ${stateId(state.name)} --> ${stateId(next)}`)),
    ...terminal.map((state) => `  ${stateId(state.name)} --> [*]`),
    ...colours(diagram.start, terminal, mode),
    '',
  ].join('\n')
}

/** Where an id alone does not say it all: a name first, for the first text of a state is its title. */
function textLines({ about, name }: StateBox): readonly string[] {
  const id = stateId(name)
  const title = `  state ${quoted(name)} as ${id}`
  if (about !== undefined && about.trim() !== '') return [title, `  ${id} : ${unquoted(about)}`]
  return id === name ? [] : [title]
}

function colours(start: string, terminal: readonly StateBox[], mode: Mode): readonly string[] {
  const ends = terminal.filter((state) => state.name !== start).map((state) => stateId(state.name))
  const used: readonly BoxClass[] = ends.length > 0 ? ['start', 'terminal'] : ['start']
  return [
    ...classLines(used, mode),
    `  class ${stateId(start)} start`,
    ...(ends.length > 0 ? [`  class ${ends.join(',')} terminal`] : []),
  ]
}
