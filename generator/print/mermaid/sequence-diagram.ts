import { comment, unquoted } from './escape.ts'
import { head, type Mode } from './theme.ts'

/** Who says what to whom, in order. */
export interface SequenceDiagram {
  readonly kind: 'sequence'
  readonly title: string
  readonly notes: readonly string[]
  /** Texts, from left to right. */
  readonly actors: readonly string[]
  readonly messages: readonly SequenceMessage[]
}

export interface SequenceMessage {
  /** Positions in `actors`. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly reply: boolean
}

export function printSequenceDiagram(diagram: SequenceDiagram, mode: Mode): string {
  return [
    ...head(diagram.title, 'sequence', mode),
    ...diagram.notes.map(comment),
    'sequenceDiagram',
    '  autonumber',
    ...diagram.actors.map((actor, index) => `  participant a${index} as ${unquoted(actor)}`),
    ...diagram.messages.map(
      ({ from, to, reply, text }) => `  a${from}${reply ? '-->>' : '->>'}a${to}: ${unquoted(text)}`,
    ),
    '',
  ].join('\n')
}
