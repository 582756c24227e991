import { describe, expect, test } from 'vitest'
import type { ClientCapabilities, CompletionItem, CompletionList } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { completionAt } from '../../generator/lsp/completion.ts'
import { offsetOf } from '../../generator/lsp/positions.ts'
import { care, clinicText } from './clinic.ts'
import { openClinic } from './open-clinic.ts'

const plain: ClientCapabilities = {}

interface Asked {
  readonly labels: readonly string[]
  /** The text with an item put in, a bar at its end. */
  readonly taking: (label: string) => string
  readonly item: (label: string) => CompletionItem
  readonly list: CompletionList
}

/** Puts a text with a bar in place of another into a file of the clinic, and asks for what can stand at the bar. */
function ask(old: string, by: string, path: string = care, client: ClientCapabilities = plain): Asked {
  const source = clinicText(path)
  if (!source.includes(old)) throw new Error(`${path} does not hold ${old}`)
  const marked = source.replace(old, () => by)
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const { view, document } = openClinic(path, text, client)
  const list = completionAt(view, document, offset) ?? { isIncomplete: false, items: [] }
  const item = (label: string): CompletionItem => {
    const found = list.items.find((candidate) => candidate.label === label)
    if (found === undefined) throw new Error(`no ${label} among ${list.items.map((one) => one.label).join(' ')}`)
    return found
  }
  return {
    list,
    labels: list.items.map(({ label }) => label),
    item,
    taking(label) {
      const { textEdit } = item(label)
      if (textEdit === undefined || !('range' in textEdit)) throw new Error(`${label} has no edit`)
      const applied = TextDocument.applyEdits(TextDocument.create('a:', 'yaml', 1, text), [textEdit])
      const changed = offsetOf({ path, text }, textEdit.range.start) + textEdit.newText.length
      const start = applied.lastIndexOf('\n', changed - 1) + 1
      return applied.slice(start, changed)
    },
  }
}

describe('types', () => {
  test('a reference takes any entity, by the letters typed so far', () => {
    const asked = ask('patient: ref(Patient)', 'patient: ref(|')
    expect(asked.labels).toEqual(['Clinic', 'Nurse', 'Patient', 'Visit'])
    expect(asked.taking('Nurse')).toBe('        patient: ref(Nurse)')
    expect(ask('ref(Patient)', 'ref(ient|)').labels).toEqual(['Patient'])
    expect(ask('ref(Patient)', 'ref(P|atient)').taking('Patient')).toBe('        patient: ref(Patient')
  })

  test('a type is a scalar, an enum, a value type or a pointer', () => {
    const { labels, taking } = ask('begins_on: timestamp', 'begins_on: |')
    expect(labels.slice(0, 4)).toEqual(['ref(Entity)', 'key(object)', 'part(mongo)', 'string'])
    expect(labels).toEqual(expect.arrayContaining(['timestamp', 'VisitStatus', 'Address']))
    expect(taking('timestamp')).toBe('        begins_on: timestamp')
    expect(ask('begins_on: timestamp', 'begins_on:|').taking('date')).toBe('        begins_on: date')
  })

  test('in braces too, where a comma needs quotes', () => {
    const { labels, taking } = ask('type: VisitStatus,', 'type: |,')
    expect(labels).toContain('VisitStatus')
    expect(taking('decimal')).toBe('        status: { type: "decimal(12,2)"')
    expect(ask('{ type: VisitStatus,', '{ type: ref(|,').taking('Nurse')).toBe('        status: { type: ref(Nurse)')
  })

  test('objects in key(...), marks behind a whole type', () => {
    expect(ask('key(picture)?', 'key(|').taking('picture')).toBe('        scan: key(picture)')
    expect(ask('key(picture)?', 'key(picture)|').labels).toEqual(['?', '[]', '[]?'])
  })

  test('a mixin has no pointers to parts of an entity', () => {
    expect(ask('created_by: ref(Nurse)?', 'created_by: |', 'spec/base.yaml').labels.slice(0, 2)).toEqual([
      'ref(Entity)',
      'string',
    ])
  })
})

describe('fields that something is kept in', () => {
  test('what keeps what was done is an entity, and its fields are those of its documents', () => {
    const project = 'spec/stowage.yaml'
    expect(ask('tenancy: {', 'audit: |\ntenancy: {', project).labels).toContain('Visit')
    expect(ask('tenancy: {', 'audit: { entity: | }\ntenancy: {', project).labels).toContain('Visit')
    const asked = ask('tenancy: {', 'audit: { entity: Visit, fields: { action: | } }\ntenancy: {', project)
    expect(asked.labels.length).toBeGreaterThan(0)
    expect(asked.labels).not.toContain('Visit')
  })

  test('an object’s digest and size are fields of its entity, of the types that can hold them', () => {
    const object = '    s3:\n      objects:\n        picture:\n'
    const typed = (keep: string): readonly string[] => {
      const by = `        taken: string(64)\n${object}          keep: { ${keep} }\n`
      return ask(object, by).labels
    }
    expect(typed('|')).toEqual(['sha256', 'size'])
    expect(typed('sha256: |')).toEqual(['taken'])
  })
})

describe('keys', () => {
  test('of a field, without those that are there, with what they mean', () => {
    const { labels, item } = ask('          classify: pii', '          |')
    expect(labels).toContain('immutable')
    expect(labels).not.toContain('about')
    expect(item('immutable').documentation).toContain('Never changes once it is written.')
  })

  test('those that are required come first', () => {
    const { labels, item } = ask('          bucket: scans\n', '          |\n')
    expect(labels[0]).toBe('bucket')
    expect(item('bucket').detail).toBe('required')
  })

  test('in braces', () => {
    const { labels, taking } = ask('{ type: VisitStatus, default: planned }', '{ type: VisitStatus, | }')
    expect(labels).toContain('default')
    expect(taking('default')).toBe('        status: { type: VisitStatus, default: ')
  })

  test('a key whose colon is there gets none', () => {
    expect(ask('          classify: pii', '          clas|: pii').taking('classify')).toBe('          classify')
  })

  test('on a bare new line of an entity, and of the file', () => {
    expect(
      ask(
        '    use: [base_fields]\n    postgres:\n      fields:\n        patient',
        '    |\n    postgres:\n      fields:\n        patient',
      ).labels,
    ).toEqual(['was', 'use', 'tenancy'])
    expect(ask('enums:', '|\nenums:').labels).toEqual(['include', 'mixins'])
    expect(ask('tenancy: {', '|\ntenancy: {', 'spec/stowage.yaml').labels).toEqual([
      'output',
      'audit',
      'conventions',
      'placement',
    ])
  })

  test('where nothing stands yet below a key', () => {
    const { labels } = ask('      lifecycle:\n        field: status\n', '      lifecycle:\n        |\n')
    expect(labels).toEqual(['field', 'about'])
  })

  test('a snippet where the editor knows them, a plain text where it does not', () => {
    const snippets: ClientCapabilities = { textDocument: { completion: { completionItem: { snippetSupport: true } } } }
    const old = '          classify: pii'
    expect(ask(old, '          |', care, snippets).item('classify')).toMatchObject({
      insertTextFormat: 2,
      textEdit: { newText: `classify: ${'$'}{1|public,internal,pii,secret|}` },
    })
    expect(ask(old, '          |').item('classify')).toMatchObject({
      insertTextFormat: 1,
      textEdit: { newText: 'classify: ' },
    })
  })
})

describe('names', () => {
  test.each([
    ['mixins', 'use: [base_fields, mutable_fields]', 'use: [base_fields, |]', ['mutable_fields']],
    ['a list that is not there yet', 'use: [base_fields, mutable_fields]', 'use: |', ['base_fields', 'mutable_fields']],
    ['fields of a unique', '- [email]', '- [em|]', ['email']],
    [
      'fields of an index with their order',
      '[status, begins_on desc]',
      '[status, beg|]',
      ['begins_on', 'begins_on desc'],
    ],
    ['fields of a where', '{ status: planned }', '{ stat| }', ['status']],
    ['constants of a where', '{ status: planned }', '{ status: | }', ['planned', 'running', 'done']],
    ['the field of a life cycle', 'field: status', 'field: |', ['status']],
    ['the start of a life cycle', 'start: planned', 'start: |', ['planned', 'running', 'done']],
    ['states', 'running: [done]', 'running: [|]', ['planned', 'running', 'done']],
    ['states that have no moves yet', '          running: [done]', '          |', ['running', 'done']],
    ['buckets', 'bucket: scans', 'bucket: |', ['scans']],
    ['a default', 'default: planned', 'default: |', ['planned', 'running', 'done']],
    ['words', 'classify: pii', 'classify: |', ['public', 'internal', 'pii', 'secret']],
  ])('%s', (_, old, by, expected) => {
    expect(ask(old, by).labels).toEqual(expected)
  })

  test('a list is written as one', () => {
    expect(ask('use: [base_fields, mutable_fields]', 'use: |').taking('base_fields')).toBe('    use: [base_fields]')
    expect(ask('use: [base_fields, mutable_fields]', 'use:\n      |').taking('base_fields')).toBe('      - base_fields')
  })

  test('variables of a path, closed where they are open', () => {
    const { labels, taking } = ask('path: visits/{ref_id}/{object}.png', 'path: visits/{|/{object}.png')
    expect(labels).toEqual(['object', 'ref_id', 'clinic', 'patient', 'status'])
    expect(taking('ref_id')).toBe('          path: visits/{ref_id}')
    expect(ask('{ref_id}', '{re|f_id}').taking('ref_id')).toBe('          path: visits/{ref_id')
  })

  test('of the project: entities, rules, levels, presets', () => {
    const project = 'spec/stowage.yaml'
    expect(ask('entity: Clinic', 'entity: |', project).labels).toContain('Nurse')
    expect(ask('extends: minimal', 'extends: |', project).labels).toEqual(['minimal', 'recommended', 'strict'])
    expect(ask('rules: { extends: minimal }', 'rules:\n  levels:\n    naming/ta|', project).labels[0]).toBe(
      'naming/table',
    )
    expect(ask('rules: { extends: minimal }', 'rules:\n  levels:\n    naming/table: |', project).labels).toEqual([
      'off',
      'info',
      'warning',
      'error',
    ])
    expect(ask('{clinic}', '{|}', project).taking('clinic')).toBe(
      'tenancy: { entity: Clinic, field: clinic, user: Nurse, prefix: "clinics/{clinic',
    )
  })

  test('an entity that was typed a moment ago and is not analysed yet', () => {
    expect(ask('  Visit:\n', '  Scanner: {}\n  Visit:\n    was: |\n').labels).toEqual([])
    expect(ask('patient: ref(Patient)', 'patient: ref(S|)\n  Scanner: {}').labels).toContain('Scanner')
  })
})

describe('comments', () => {
  test('a suppression, the rules it can name, room for the reason', () => {
    expect(ask('enums:', '# stow|\nenums:').labels).toEqual(['stowage-ignore-next-line', 'stowage-ignore-file'])
    const rules = ask('enums:', '# stowage-ignore-next-line naming/ta|\nenums:')
    expect(rules.labels[0]).toBe('naming/table')
    expect(rules.taking('naming/table')).toBe('# stowage-ignore-next-line naming/table -- ')
    expect(ask('enums:', '# stowage-ignore-next-line naming/table -- be|\nenums:').labels).toEqual([])
    // Read in no more steps than it has characters: a pattern that tries each comma anew would never end.
    const many = Array.from({ length: 60 }, (_, index) => `naming/name${index}`).join(', ')
    expect(ask('enums:', `# stowage-ignore-file ${many}, naming/ta|\nenums:`).labels).toContain('naming/table')
    expect(ask('enums:', `# stowage-ignore-file ${many} !|\nenums:`).labels).toEqual([])
  })
})
