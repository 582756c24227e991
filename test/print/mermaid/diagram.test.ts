import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printDiagram } from '../../../generator/print/mermaid/diagram.ts'
import type { ErDiagram } from '../../../generator/print/mermaid/er-diagram.ts'
import type { Flowchart } from '../../../generator/print/mermaid/flowchart.ts'
import type { SequenceDiagram } from '../../../generator/print/mermaid/sequence-diagram.ts'
import type { StateDiagram } from '../../../generator/print/mermaid/state-diagram.ts'
import { inDark } from '../../../generator/print/mermaid/theme.ts'
import { parseDiagram, type ReadDiagram, readDiagram } from '../../support/mermaid.ts'
import { attempts } from '../../support/run-marks.ts'

/** What Mermaid itself means something by, in one of its diagrams or another. */
const words = (
  'end class title state default o x u style classDef click href note as direction subgraph graph flowchart erDiagram ' +
  'stateDiagram sequenceDiagram participant actor one many to of zero more only optionally or PK FK UK pk fk uk ' +
  'fork join choice hide scale accTitle accDescr root root_start root_end start default constructor toString ' +
  'linkStyle interpolate call loop alt opt par rect activate END Class TITLE left right over links properties'
).split(' ')

const hostile = [
  'say "hi" and `run`',
  'a; b: c :: d, e | f',
  '%%{init: {"theme": "dark"}}%%',
  '%% comment',
  '--- \n--> [*]',
  '</script><b>bold</b><br/>',
  '#quot; #35; #x',
  'direction TB and direction  lr',
  'direction\tRL',
  '1. first',
  '- item',
  '* item',
  '**bold** _soft_ `code` ~gone~',
  '[link](javascript:alert(1)) {curly} (round)',
  '$$x^2$$ fa:fa-user https://example.org',
  'style x: #f00; classDef y: #000;',
  'line\u2028break\u0007bell\u202Eflip \uD800',
  'ends with backslash \\',
  'end',
  '"',
  'é 漢字 🙂',
  'long '.repeat(2_000),
]

function erWith(text: string, name: string = 'things', attribute: string = name): ErDiagram {
  return {
    kind: 'er',
    title: text,
    notes: [text],
    direction: 'LR',
    entities: [
      {
        name,
        title: text,
        class: 'postgres',
        attributes: [{ type: 'text', name: attribute, keys: ['PK', 'UK'], comment: text }],
      },
      { name: 'others', class: 'outside', attributes: [{ type: 'varchar(20)', name: 'id', keys: [] }] },
    ],
    relations: [
      { from: name, fromCardinality: 'one', to: 'others', toCardinality: 'many', line: 'solid', label: text },
      {
        from: 'others',
        fromCardinality: 'zero or one',
        to: name,
        toCardinality: 'one or more',
        line: 'dashed',
        label: text,
      },
    ],
  }
}

function stateWith(text: string, name: string = 'first'): StateDiagram {
  return {
    kind: 'state',
    title: text,
    notes: [text],
    start: name,
    states: [
      { name, about: text, to: ['second', name] },
      { name: 'second', to: [] },
    ],
  }
}

function flowWith(text: string, name: string = 'box'): Flowchart {
  return {
    kind: 'flowchart',
    title: text,
    notes: [text],
    direction: 'LR',
    groups: [
      { title: text, boxes: [{ key: name, class: 's3', shape: 'object', title: text, lines: [text] }] },
      { boxes: [{ key: 'free', class: 'mongo', shape: 'table', title: 'free', lines: [] }] },
    ],
    arrows: [{ from: name, to: 'free', line: 'dashed', label: text }],
  }
}

function sequenceWith(text: string): SequenceDiagram {
  return {
    kind: 'sequence',
    title: text,
    notes: [text],
    actors: [text, 'b'],
    steps: [
      { from: 0, to: 1, text, reply: false },
      { condition: text, steps: [{ from: 1, to: 0, text, reply: true }] },
    ],
  }
}

const drawings = { er: erWith, state: stateWith, flowchart: flowWith, sequence: sequenceWith } as const
const kinds = Object.keys(drawings) as readonly (keyof typeof drawings)[]

/** A text as one line, as it should be read again. */
function asRead(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\p{Surrogate}]/gu, '\uFFFD')
    .trim()
}

const twins = new Map<keyof typeof drawings, Promise<ReadDiagram>>()

function twinOf(kind: keyof typeof drawings): Promise<ReadDiagram> {
  const twin = twins.get(kind) ?? readDiagram(printDiagram(drawings[kind]('harmless')))
  twins.set(kind, twin)
  return twin
}

async function expectHarmless(kind: keyof typeof drawings, text: string): Promise<void> {
  const twin = await twinOf(kind)
  const read = await readDiagram(printDiagram(drawings[kind](text)))
  expect(read.shape).toEqual(twin.shape)
  const wanted = asRead(text)
  expect(read.texts.length).toBe(twin.texts.length)
  read.texts.forEach((found, index) => {
    // Mermaid joins the title and the lines of a box by a tag, and gives a group's title back as it was.
    const expected = (twin.texts[index] ?? '').replaceAll('harmless', () => wanted)
    expect(found).toBe(expected)
  })
}

describe.each(kinds)('a %s diagram', (kind) => {
  test.each(hostile)('says %j as it is', async (text) => {
    await expectHarmless(kind, text)
  })

  test('says any text as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (text) => {
        fc.pre(asRead(text) !== '')
        await expectHarmless(kind, text)
      }),
      { numRuns: attempts(40) },
    )
  })
})

describe('a name that is a word of Mermaid', () => {
  test.each(words)('%s', async (word) => {
    const er = await readDiagram(printDiagram(erWith('text', word)))
    expect(er.shape).toEqual((await twinOf('er')).shape)
    expect(er.names[0]).toBe(word)

    const state = await readDiagram(printDiagram(stateWith('text', word)))
    expect(state.shape).toEqual((await twinOf('state')).shape)
    expect(state.texts.slice(0, 2)).toEqual([word, 'text'])

    const flow = await readDiagram(printDiagram(flowWith('text', word)))
    expect(flow.shape).toEqual((await twinOf('flowchart')).shape)
  })
})

describe('a name of an entity that no language has as a word', () => {
  test.each([
    '__proto__',
    'hasOwnProperty',
    '🙂',
    'é漢字',
    'שלום',
    'a b',
    'x"y',
    "it's",
    'a.b',
    '1st',
    'o',
    'u',
    '{',
    '%%',
    ';',
  ])('%s', async (name) => {
    const read = await readDiagram(printDiagram(erWith('text', name, 'column')))
    expect(read.shape).toEqual((await readDiagram(printDiagram(erWith('text', 'things', 'column')))).shape)
  })
})

test('a relation without a label, and a line without a head, are drawn all the same', async () => {
  const er = erWith('text')
  const bare = { ...er, relations: er.relations.map((relation) => ({ ...relation, label: '' })) }
  expect((await readDiagram(printDiagram(bare))).shape).toEqual((await twinOf('er')).shape)
  const flow = flowWith('text')
  const headless = { ...flow, arrows: flow.arrows.map((arrow) => ({ ...arrow, headless: true })) }
  expect((await readDiagram(printDiagram(headless))).shape).toEqual((await twinOf('flowchart')).shape)
})

test('the ends of a relation read as they were meant', async () => {
  const { shape } = await readDiagram(printDiagram(erWith('text')))
  // Mermaid's `cardA` is the end at the second entity.
  expect(shape).toMatchObject({
    relations: [
      [expect.anything(), expect.anything(), { cardA: 'ZERO_OR_MORE', relType: 'IDENTIFYING', cardB: 'ONLY_ONE' }],
      [
        expect.anything(),
        expect.anything(),
        { cardA: 'ONE_OR_MORE', relType: 'NON_IDENTIFYING', cardB: 'ZERO_OR_ONE' },
      ],
    ],
  })
})

/** The lines of a text that another one of as many lines has not. */
function differences(text: string, other: string): readonly string[] {
  const lines = other.split('\n')
  expect(lines).toHaveLength(text.split('\n').length)
  return text.split('\n').filter((line, at) => line !== lines[at])
}

test.each(kinds)('a whole %s diagram parses in both modes, which differ in lines of the theme only', async (kind) => {
  const harmless = printDiagram(drawings[kind]('harmless'))
  expect(differences(harmless, inDark(harmless)).join('\n')).toMatch(/^ {2}themeVariables: .*(?:\n {2}classDef .*)*$/)
  for (const text of hostile) {
    const light = printDiagram(drawings[kind](text))
    for (const printed of [light, inDark(light)]) {
      await parseDiagram(printed)
      expect((await readDiagram(printed)).title).toBeDefined()
    }
    expect(differences(light, inDark(light))).toEqual(differences(harmless, inDark(harmless)))
  }
})
