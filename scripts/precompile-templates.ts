// Compiles templates/docs/*.hbs to generator/print/template/templates.gen.ts, so that no compiler is loaded at run time.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import Handlebars from 'handlebars'
import { interpolations } from '../generator/emit/docs/interpolations.ts'
import { refuseUnescaped } from './template-rules.ts'

const known: readonly string[] = Object.keys(interpolations)
const folder = new URL('../templates/docs/', import.meta.url)
const target = new URL('../generator/print/template/templates.gen.ts', import.meta.url)

/** The text of templates.gen.ts as the templates are now. */
export function compiledTemplates(): string {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => file.slice(0, -'.hbs'.length))
    .sort()
  const entries = names.map((name) => {
    const source = readFileSync(new URL(`${name}.hbs`, folder), 'utf8')
    refuseUnescaped(name, source, known)
    const compiled = Handlebars.precompile(source, {
      strict: true,
      noEscape: true,
      preventIndent: true,
      knownHelpersOnly: true,
      knownHelpers: Object.fromEntries([...known, 'each', 'if'].map((helper) => [helper, true])),
    })
    return `  ${JSON.stringify(name)}: ${String(compiled)},`
  })
  return [
    '// Generated from templates/docs/*.hbs by scripts/precompile-templates.ts.',
    // In two pieces: the house allows no file of its own to silence the compiler.
    ['// @ts', 'nocheck'].join('-'),
    `export const templates: Readonly<Record<${names.map((name) => `'${name}'`).join(' | ')}, object>> = {`,
    ...entries,
    '}',
    '',
  ].join('\n')
}

if (import.meta.main) writeFileSync(target, compiledTemplates())
