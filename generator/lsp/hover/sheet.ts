import { type Hover, MarkupKind } from 'vscode-languageserver'
import type { Inline } from '../../print/markdown/inline.ts'
import { inlineText } from '../inline-text.ts'

/** What a hover tells, before it is written in one format or the other. Texts of the spec stand in it as such. */
export interface Sheet {
  /** What it is, in one line. */
  readonly title: Inline
  /** Paragraphs: what it means. */
  readonly about: readonly Inline[]
  /** What is to be known besides, a line each. */
  readonly facts: readonly Inline[]
  /** Where more is told. */
  readonly address?: string
}

/** As Markdown in which no text of the spec can be markup, or as plain text for an editor that shows no Markdown. */
export function printSheet({ title, about, facts, address }: Sheet, markdown: boolean): Hover['contents'] {
  const print = (inline: Inline): string => inlineText(inline, markdown)
  const parts = [
    print(title),
    ...about.map(print),
    facts.map((fact) => `- ${print(fact)}`).join('\n'),
    ...(address === undefined ? [] : [print({ kind: 'link', label: 'Documentation', target: address })]),
  ]
  const value = parts.filter((part) => part !== '').join('\n\n')
  return { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value }
}
