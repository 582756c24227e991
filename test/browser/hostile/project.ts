import type { SourceFile } from '../../../generator/source/source-file.ts'
import { sourcesIn } from '../../support/analyze-folder.ts'
import { withTexts } from '../../support/with-texts.ts'
import { hostileTexts } from './texts.ts'

/** Each place gets all hostile texts, and each begins with another one of them: what is cut short has one all the same. */
const everyText = hostileTexts.map((_, at) => [...hostileTexts.slice(at), ...hostileTexts.slice(0, at)].join('\n\n'))

/** A project over all stores, in which every free text is hostile. */
export function hostileProject(): readonly SourceFile[] {
  return projectWith(everyText, hostileName)
}

/** The same project with a word for each text: what the pages of the other one are to look like. */
export function harmlessProject(): readonly SourceFile[] {
  return projectWith(['harmless'], 'harmless')
}

/** Of a file of the spec: pages tell where a thing is declared. */
const hostileName = '"><img src=x onerror=window.__ran=1> [x](y) {{ 1 }} `'

function projectWith(texts: readonly string[], fileName: string): readonly SourceFile[] {
  const files = withTexts(sourcesIn('test/cases/clinic/spec'), texts).map(({ path, text }) => ({
    path,
    text: text.replace(/^output: \{/m, 'output: { drawings: true,'),
  }))
  return [...files, { path: `areas/${fileName}.yaml`, text: valuesWith(texts) }]
}

/** An entity whose defaults and conditions are texts of the spec too, in both stores of records. */
function valuesWith(texts: readonly string[]): string {
  const quoted = (at: number): string => JSON.stringify(texts[at % texts.length]?.replaceAll('\0', '').toWellFormed())
  return `domain: Values
about: ${quoted(0)}
entities:
  Note:
    about: ${quoted(1)}
    tenancy: { mode: none, why: ${quoted(2)} }
    postgres:
      why: ${quoted(3)}
      fields:
        uid: { type: uuid, primary: true, default: uuid7 }
        code: { type: ulid, public_id: true, default: ulid }
        copied: part(mongo)?
        body: { type: string(50000), default: ${quoted(4)}, about: ${quoted(5)} }
      unique: [{ fields: [body], where: { body: ${quoted(6)} }, name: one_body, about: ${quoted(7)} }]
    mongo:
      why: ${quoted(8)}
      fields:
        code: { type: ulid, public_id: true, default: ulid }
        copy: { type: string, default: ${quoted(9)}, about: ${quoted(10)} }
      unique: [{ fields: [copy], where: { copy: ${quoted(11)} }, about: ${quoted(12)} }]
`
}
