import fc from 'fast-check'
import { type Mutation, mutated, mutation } from './mutation.ts'

/** The files of a spec by path. */
export type SpecTexts = ReadonlyMap<string, string>

/**
 * One step of somebody who works on a spec. Numbers stand for files and places: each is taken modulo the number of those
 * that there are.
 */
export type SpecEdit =
  | { readonly kind: 'slip'; readonly file: number; readonly slip: Mutation }
  /** Puts a file back as it was in the beginning, also one that is gone. */
  | { readonly kind: 'mend'; readonly file: number }
  | { readonly kind: 'mend all' }
  | { readonly kind: 'comment'; readonly file: number; readonly at: number }
  | { readonly kind: 'remove file' | 'empty file'; readonly file: number }
  | { readonly kind: 'rename file'; readonly file: number; readonly to: number }
  | { readonly kind: 'copy file'; readonly file: number; readonly to: number }
  /** Renames a word wherever it stands in all files, as a rename by hand does. */
  | { readonly kind: 'rename'; readonly word: number; readonly to: number }
  /** Takes a block out of one file and puts it into another. */
  | {
      readonly kind: 'move'
      readonly from: number
      readonly at: number
      readonly to: number
      readonly place: number
    }
  | { readonly kind: 'convention'; readonly which: number }

const number = fc.nat({ max: 100_000 })

/** Any step, one in three of which mends what others broke: a spec that is broken for good shows little. */
export const specEdit: fc.Arbitrary<SpecEdit> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('slip'), file: number, slip: mutation }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('mend'), file: number }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('mend all') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('comment'), file: number, at: number }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('remove file', 'empty file'), file: number }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('rename file', 'copy file'), file: number, to: number }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rename'), word: number, to: number }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('move'), from: number, at: number, to: number, place: number }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('convention'), which: number }) },
)

/** What a project file can say of names; each differs from the standard. */
const conventions = [
  'conventions: { postgres: { table: { case: snake_case, number: singular } } }',
  'conventions: { postgres: { column: { case: camelCase }, roles: { foreign_key: { suffix: _key } } } }',
  'conventions: { mongo: { field: { case: snake_case }, reference: { suffix: _ref } } }',
  'conventions: { postgres: { view: { prefix: current_ } } }',
]

/** The files after a step. `words` are those that can stand in for one another. */
export function edited(texts: SpecTexts, original: SpecTexts, edit: SpecEdit, words: readonly string[]): SpecTexts {
  const [first = ''] = texts.keys()
  const fileAt = (at: number, among: SpecTexts = texts): string => [...among.keys()][at % among.size] ?? first
  const textOf = (path: string): string => texts.get(path) ?? ''
  const withText = (path: string, text: string): SpecTexts => new Map(texts).set(path, text)
  switch (edit.kind) {
    case 'slip': {
      const path = fileAt(edit.file)
      return withText(path, mutated(textOf(path), edit.slip, words))
    }
    case 'mend': {
      const path = fileAt(edit.file, original)
      return withText(path, original.get(path) ?? '')
    }
    case 'mend all':
      return new Map(original)
    case 'comment': {
      const path = fileAt(edit.file)
      const lines = textOf(path).split('\n')
      return withText(path, lines.toSpliced(edit.at % lines.length, 0, '# a remark').join('\n'))
    }
    case 'empty file':
      return withText(fileAt(edit.file), '')
    case 'remove file':
      return without(texts, fileAt(edit.file))
    case 'rename file': {
      const path = fileAt(edit.file)
      return new Map(without(texts, path)).set(beside(path, edit.to), textOf(path))
    }
    case 'copy file': {
      const path = fileAt(edit.file)
      return withText(beside(path, edit.to), textOf(path))
    }
    case 'rename': {
      const [from = '', to = ''] = [words[edit.word % words.length], words[edit.to % words.length]]
      if (!/^\w+$/.test(from)) return texts
      const word = new RegExp(`\\b${from}\\b`, 'g')
      return new Map([...texts].map(([path, text]) => [path, text.replace(word, () => to)]))
    }
    case 'move': {
      const [from, to] = [fileAt(edit.from), fileAt(edit.to)]
      const { block, rest } = cut(textOf(from), edit.at)
      const left = new Map(texts).set(from, rest)
      const lines = (left.get(to) ?? '').split('\n')
      return left.set(to, lines.toSpliced(edit.place % (lines.length + 1), 0, ...block).join('\n'))
    }
    case 'convention': {
      const project = [...texts].find(([, text]) => /^stowage:/m.test(text))
      if (project === undefined) return texts
      const [path, text] = project
      const line = conventions[edit.which % conventions.length] ?? ''
      return withText(path, `${text.replace(/^conventions:(?:[^\n]*\n)(?:[ \t]+[^\n]*\n|\n)*/m, '')}\n${line}\n`)
    }
  }
}

function without(texts: SpecTexts, path: string): SpecTexts {
  return new Map([...texts].filter(([other]) => other !== path))
}

/** Another name in the same folder: that of a file which may be there, or one that a glob may match. */
function beside(path: string, to: number): string {
  return `${path.slice(0, path.lastIndexOf('/') + 1)}${['added', 'other', 'zebra', '.hidden'][to % 4]}.yaml`
}

/** A line of a text with all that is below it, and what is left. */
function cut(text: string, at: number): { readonly block: readonly string[]; readonly rest: string } {
  const lines = text.split('\n')
  const start = at % lines.length
  const depth = (line: string): number => line.length - line.trimStart().length
  const own = depth(lines[start] ?? '')
  const next = lines.findIndex((line, index) => index > start && line.trim() !== '' && depth(line) <= own)
  const end = next === -1 ? lines.length : next
  return { block: lines.slice(start, end), rest: lines.toSpliced(start, end - start).join('\n') }
}
