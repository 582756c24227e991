import type { Json, JsonObject } from '../../generator/front/schema/json-schema.ts'
import { code, type Inline, lineBreak } from '../../generator/print/markdown/inline.ts'
import { printInline } from '../../generator/print/markdown/print.ts'
import { blockYaml, inlineYaml } from './example.ts'
import { formOf, isObject, resolved, type SectionPlaces } from './form.ts'
import { prose } from './prose.ts'
import { type Section, sectionsOf } from './section.ts'

const intro = `# Language reference

Every key of the spec language, version 1. For how the keys work together read [the spec language](../language.md). This page
is generated from the JSON Schema of the language, which an editor can use too: \`generated/schema/stowage.schema.json\`.

A spec has one project file; all its other files are alike. A key that is not listed here is an error. In a path,
\`<name>\` is a name that the spec chooses and \`[]\` is an item of a list.

`

interface Page {
  readonly root: JsonObject
  readonly places: SectionPlaces
  /** The anchors that sections have: a key whose mapping has a section leaves it its anchor. */
  readonly taken: ReadonlySet<string>
}

/** docs/reference/language.md, from the schema that files are checked against. */
export function languagePage(root: JsonObject): string {
  const sections = sectionsOf(root)
  const page: Page = {
    root,
    places: new Map(sections.map((section) => [section.schema, section])),
    taken: new Set(sections.map(({ anchor }) => anchor)),
  }
  return intro + sections.map((section) => printSection(section, page)).join('\n')
}

function printSection(section: Section, page: Page): string {
  const { schema, anchor } = section
  const rows = Object.entries(isObject(schema.properties) ? schema.properties : {}).flatMap(([key, property]) =>
    isObject(property) ? [printRow(key, property, section, page)] : [],
  )
  return [
    `<a id="${anchor}"></a>`,
    headingOf(section),
    printInline(prose(String(schema.description)), 'text'),
    `\`\`\`yaml\n${exampleOf(section)}\`\`\``,
    ['| key | meaning |', '| --- | --- |', ...rows, ''].join('\n'),
  ].join('\n\n')
}

function headingOf({ anchor, depth, path }: Section): string {
  if (anchor === 'project') return '## The project file'
  if (anchor === 'domain') return '## Every other file'
  if (anchor === 'sharedRules') return '## A file of rules'
  return `${depth > 1 ? '####' : '###'} \`${path}\``
}

function exampleOf({ schema, path, anchor }: Section): string {
  const named = path === '' || path.endsWith('>') || path.endsWith('[]')
  const key = named ? undefined : path.slice(path.lastIndexOf('.') + 1)
  const example = firstExample(schema)
  if (example === undefined) throw new Error(`${anchor} has no example`)
  return blockYaml(key, example)
}

function printRow(
  key: string,
  written: JsonObject,
  { schema: parent, anchor }: Section,
  { root, places, taken }: Page,
): string {
  const schema = resolved(written, root)
  const required = Array.isArray(parent.required) && parent.required.includes(key)
  const byDefault: Inline = schema.default === undefined ? '' : ['; default ', code(inlineYaml(schema.default))]
  const takes: Inline = [lineBreak, 'Takes ', formOf(written, root, places), byDefault, '.']
  const example = places.has(schema) ? undefined : firstExample(schema)
  const shown: Inline = example === undefined ? '' : [lineBreak, 'Example: ', code(`${key}: ${inlineYaml(example)}`)]
  const cells = [
    [code(key), required ? [lineBreak, 'required'] : ''],
    [prose(String(schema.description)), takes, shown],
  ].map((cell) => printInline(cell, 'cell'))
  const own = `${anchor}-${key}`
  return `| ${taken.has(own) ? '' : `<a id="${own}"></a>`}${cells.join(' | ')} |`
}

function firstExample({ examples }: JsonObject): Json | undefined {
  return Array.isArray(examples) ? (examples as readonly Json[])[0] : undefined
}
