import { type Analysis, analyze } from '../../generator/analyze.ts'
import type { Rule } from '../../generator/rules/rule.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'

export const project: SourceFile = {
  path: 'stowage.yaml',
  text: 'stowage: 1\nname: lighthouse\ninclude: [lamps.yaml]\nstores: { postgres: { version: 16, url: POSTGRES_URL } }\n',
}

/** Lamps of a lighthouse, with a table that other systems read. */
export const lamps = `domain: Lamps
entities:
  Lamp:
    about: |
      # stowage-ignore-next-line naming/table -- this is text
      A lamp.
    postgres:
      table: TBL_LAMP
      fields:
        id: { type: uuid, primary: true, about: "# stowage-ignore-file naming/table -- text too" }
        lit_at: timestamp
        note: text
  Keeper: { postgres: { table: TBL_KEEPER, fields: { id: { type: uuid, primary: true }, log: text } } }
`

/** Analyses lamps, beside a small project. */
export function analysed(text: string, custom: readonly Rule[] = [], projectText: string = project.text): Analysis {
  return analyze(
    [
      { ...project, text: projectText },
      { path: 'lamps.yaml', text },
    ],
    new Map(),
    [],
    custom,
  )
}

/** The lamps with a comment above the line on which something stands. */
export function above(what: string, ...comments: readonly string[]): string {
  const line = lamps.split('\n').find((one) => one.includes(what)) ?? ''
  const indent = /^ */.exec(line)?.[0] ?? ''
  return lamps.replace(line, [...comments.map((comment) => `${indent}${comment}`), line].join('\n'))
}

export const findingsOf = ({ diagnostics }: Analysis): readonly string[] =>
  diagnostics.map(({ code, message }) => `${code}: ${message}`)

export const codesOf = ({ diagnostics }: Analysis): readonly string[] => diagnostics.map(({ code }) => code)

/** What there is to find where nothing is suppressed. */
export const before: readonly string[] = findingsOf(analysed(lamps))
