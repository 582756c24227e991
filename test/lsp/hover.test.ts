import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, test } from 'vitest'
import type { ClientCapabilities, Hover } from 'vscode-languageserver'
import { entitySheet } from '../../generator/lsp/hover/entity-sheet.ts'
import { printSheet } from '../../generator/lsp/hover/sheet.ts'
import { hoverAt } from '../../generator/lsp/hover.ts'
import { care, clinicText } from './clinic.ts'
import { openClinic } from './open-clinic.ts'

/** What a hover says at the bar, which stands in a text in place of another. */
function hover(old: string, by: string, path: string = care, client?: ClientCapabilities): string | undefined {
  const source = clinicText(path)
  if (!source.includes(old)) throw new Error(`${path} does not hold ${old}`)
  const marked = source.replace(old, () => by)
  const { view, document } = openClinic(path, marked.replace('|', ''), client)
  const contents = hoverAt(view, document, marked.indexOf('|'))?.contents
  return contents === undefined ? undefined : inMarkdown(contents)
}

function inMarkdown(contents: Hover['contents']): string {
  return typeof contents === 'object' && 'value' in contents ? contents.value : JSON.stringify(contents)
}

describe('of the spec', () => {
  test('a field says what each store calls it', () => {
    expect(hover('patient: ref(Patient)', 'pat|ient: ref(Patient)')).toBe(
      [
        '**Field** `Visit.patient`: `ref(Patient)`',
        [
          '- PostgreSQL: `visits.patient_id` `uuid`, never empty',
          '- Prisma: `Visit.patient`',
          '- On delete: `restrict`, on soft delete: `restrict`',
          '- Other side: `visits`',
        ].join('\n'),
        '[Documentation](https://docs.clinic.example/spec/entities/visit/#column-patient)',
      ].join('\n\n'),
    )
  })

  test('an entity where it is declared, and where it is referred to', () => {
    const declared = hover('  Visit:', '  Vi|sit:')
    expect(declared).toContain('**Entity** `Visit` of the domain Care\n\nOne stay of a patient.')
    expect(declared).toContain('- PostgreSQL: table `visits`')
    expect(declared).toContain('- MongoDB: collection `visits`, documents `VisitDocument`')
    expect(declared).toContain('- S3: `clinics/{clinic}/visits/{ref_id}/{object}.png` in `scans`')
    expect(hover('ref(Patient)', 'ref(Pa|tient)')).toContain('**Entity** `Patient` of the domain Care')
  })

  test.each([
    ['an enum by its use', 'type: VisitStatus', 'type: Visit|Status', '**Enum** `VisitStatus`\n\nHow far a visit is.'],
    [
      'a value by its declaration',
      'running: The',
      'run|ning: The',
      '**Value** `running` of the enum `VisitStatus`\n\nThe patient is here.',
    ],
    ['a value by a constant', '{ status: planned }', '{ status: pl|anned }', '**Value** `planned`'],
    ['a value by a default', 'default: planned', 'default: pl|anned', '**Value** `planned`'],
    [
      'a state',
      'planned: [running]',
      'planned: [run|ning]',
      '**State** `running` of `Visit`\n\nThe patient is here.\n\n- May become `done`',
    ],
    [
      'a mixin',
      '[base_fields]',
      '[base|_fields]',
      '**Mixin** `base_fields`\n\nWhat every record carries.\n\n- Role: `base`',
    ],
    [
      'a value type',
      'home: Address',
      'home: Addr|ess',
      '**Value type** `Address`\n\nWhere somebody lives.\n\n- `street`: `string(200)`',
    ],
    ['a field of a value type', 'city: string', 'ci|ty: string', '**Field** `Address.city`: `string(80)`'],
    [
      'a field in an index',
      '[status, begins_on desc]',
      '[status, begins_|on desc]',
      '**Field** `Visit.begins_on`: `timestamp`',
    ],
    ['a field in a where', '{ status: planned }', '{ stat|us: planned }', '**Field** `Visit.status`'],
    ['an object', 'picture:', 'pic|ture:', '**Object** `Visit.picture`\n\nWhat the scanner saw.'],
    ['an object by its pointer', 'key(picture)', 'key(pict|ure)', '**Object** `Visit.picture`'],
    [
      'a document by its pointer',
      'part(mongo)',
      'part(mo|ngo)',
      '**Part** of `Visit`: the collection `visits`\n\nits shape differs with each device',
    ],
    ['a bucket', 'bucket: scans', 'bucket: sc|ans', '**Bucket** `scans`\n\nPictures of patients.'],
    ['a variable of a path', '{ref_id}', '{ref|_id}', '**Field** `Visit.ref_id`: `ulid`'],
    [
      'a domain',
      'domain: Care',
      'domain: Ca|re',
      '**Domain** Care\n\nWhat happens to patients.\n\n- Entities: `Patient`, `Visit`',
    ],
    ['a scalar', 'begins_on: timestamp', 'begins_on: time|stamp', '**Type** `timestamp`'],
    ['a key of the language', 'classify: pii', 'clas|sify: pii', '**Key** `classify`\n\nWho may see the value'],
    ['a word of the language', 'classify: pii', 'classify: p|ii', '**Key** `classify`'],
    [
      'a rule in a suppression',
      'enums:',
      '# stowage-ignore-next-line naming/ta|ble -- it is old\nenums:',
      '**Rule** `naming/table`',
    ],
  ])('%s', (_, old, by, expected) => {
    expect(hover(old, by)).toContain(expected)
  })

  test('a field of a mixin where an entity has it from there', () => {
    expect(hover('- [email]', '- [creat|ed_on]')).toContain('- From the mixin `base_fields`')
  })

  test.each([
    ['a free text', 'about: One stay', 'about: One st|ay'],
    ['a name that nothing has', 'ref(Patient)', 'ref(Pati|)'],
    ['an empty line', 'enums:', '|\nenums:'],
    ['a comment', 'enums:', '# so|me words\nenums:'],
  ])('nothing of %s', (_, old, by) => {
    expect(hover(old, by)).toBeUndefined()
  })

  test('also while the rest of the file is broken', () => {
    expect(hover('        patient: ref(Patient)', '        pati|ent: ref(Patient)\n        broken: { [')).toContain(
      '**Field**',
    )
  })
})

test('an editor that shows no Markdown gets none', () => {
  const client: ClientCapabilities = { textDocument: { hover: { contentFormat: ['plaintext'] } } }
  expect(hover('home: Address', 'home: Addr|ess', care, client)).toBe(
    'Value type Address\n\nWhere somebody lives.\n\n- street: string(200)\n- city: string(80)\n- PostgreSQL: jsonb; MongoDB: an embedded document\n\nDocumentation: https://docs.clinic.example/spec/shapes/#shape-address',
  )
})

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '[run me](command:workbench.action.terminal.new)',
    '<img src=x onerror=alert(1)>',
    '![](https://evil.example/x.png)',
    '`` ` `` # heading',
    'https://evil.example/ www.evil.example',
    '| a | b |',
    '---',
    '\u202e right to left',
  ),
)

type Root = ReturnType<typeof fromMarkdown>
type Nodes = Root | Root['children'][number]

/** The kinds of node of a tree of Markdown, and where its links lead. */
function shape(node: Nodes): readonly string[] {
  const own = node.type === 'link' ? [`link ${node.url}`] : node.type === 'text' ? [] : [node.type]
  return [...own, ...('children' in node ? node.children.flatMap(shape) : [])]
}

// The oracle is a Markdown parser: whatever a spec says, it is text, and the only link is ours.
test('no text of a spec becomes markup', () => {
  const { model } = openClinic(care, clinicText(care)).view
  const visit = model?.byName.entities.get('Visit')
  if (model === undefined || visit === undefined) throw new Error('no visit')
  const told = (description: string): string => {
    const sheet = entitySheet(model, { ...visit, about: description, domain: description })
    return inMarkdown(printSheet({ ...sheet, address: 'https://docs.clinic.example/' }, true))
  }
  const harmless = shape(fromMarkdown(told('harmless')))
  fc.assert(
    fc.property(hostile, (description) => {
      fc.pre(description.trim() !== '')
      expect(shape(fromMarkdown(told(description)))).toEqual(harmless)
    }),
    { numRuns: 100 },
  )
})
