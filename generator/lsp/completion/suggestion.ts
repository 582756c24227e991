import type { CompletionItemKind } from 'vscode-languageserver'
import type { Inline } from '../../print/markdown/inline.ts'

/** Something that can stand at a place, in the words of the language and not yet of the protocol. */
export interface Suggestion {
  readonly label: string
  readonly kind: CompletionItemKind
  /** What is written; the label where it is absent. YAML as it stands in a block and in braces alike. */
  readonly text?: string
  /** The same as a snippet, for editors that have them. */
  readonly snippet?: string
  /** What it is, in a few words of ours. */
  readonly detail?: string
  /** Where it comes from: the domain of an entity. */
  readonly from?: string
  /** What it means, in paragraphs. */
  readonly about?: readonly Inline[]
  /** Smaller comes first; those of one rank are in the order in which they were found. */
  readonly rank?: number
}

/** Suggestions for a range of the text; a place in a word may have a smaller one than the word. */
export interface Suggestions {
  readonly start: number
  readonly end: number
  readonly list: readonly Suggestion[]
}

/** A text as a snippet that puts in just this text. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}

/** A place of a snippet that the editor goes to, with what stands there until something else is typed. */
export function tabStop(number: number, text: string): string {
  return `\${${number}:${snippetText(text)}}`
}

/** A text of a spec as a YAML scalar, with quotes where it would be read as something else. */
export function scalarText(text: string | number | boolean | null): string {
  if (typeof text !== 'string') return String(text)
  const isPlain = /^[A-Za-z_][\w.@/()-]*$/.test(text) && !/^(?:null|true|false|~|yes|no|on|off)$/i.test(text)
  return isPlain ? text : JSON.stringify(text)
}
