import { describe, expect, test } from 'vitest'
import { format } from '../../generator/format/format.ts'

function formatted(text: string): string | undefined {
  return format({ path: 'orders.yaml', text })
}

/** The same text again: what is canonical stays. */
function expectFormatted(text: string, wanted: string): void {
  expect(formatted(text)).toBe(wanted)
  expect(formatted(wanted)).toBe(wanted)
}

describe('the order of keys', () => {
  test('is that of the language, in blocks, in lists and in braces', () => {
    expectFormatted(
      `entities:
  Cake:
    postgres:
      unique:
        - about: One of a name.
          fields: [name]
      fields:
        name: { about: What it is called., type: string(20) }
      why: counted
    use: [base_fields]
domain: Bakery
`,
      `domain: Bakery
entities:
  Cake:
    use: [base_fields]
    postgres:
      why: counted
      fields:
        name: { type: string(20), about: What it is called. }
      unique:
        - fields: [name]
          about: One of a name.
`,
    )
  })

  test("of names is the author's, and a key that nobody knows goes last", () => {
    expectFormatted(
      'enums: { B: [z, a], A: [x] }\nkolour: red\ndomain: Bakery\n',
      'domain: Bakery\nenums: { B: [z, a], A: [x] }\nkolour: red\n',
    )
  })

  test('of the project file is that of the project file', () => {
    expectFormatted(
      'stores: { s3: { buckets: { a: {} }, region: R } }\nname: bakery\nstowage: 1\n',
      'stowage: 1\nname: bakery\nstores: { s3: { region: R, buckets: { a: {} } } }\n',
    )
  })

  test('is left alone where an alias would come before its anchor', () => {
    const text = `entities:
  Cake:
    postgres:
      indexes: &keys [[name]]
      unique: *keys
`
    expectFormatted(text, text)
    expectFormatted(
      'about: &said Sweet.\nentities: { Cake: { postgres: { why: *said }, about: *said } }\ndomain: Bakery\n',
      'domain: Bakery\nabout: &said Sweet.\nentities: { Cake: { about: *said, postgres: { why: *said } } }\n',
    )
  })
})

describe('comments', () => {
  test('go with their keys: above them, behind them, at the end of their block', () => {
    expectFormatted(
      `# What the file is.

# why it has no name
about: Cakes # said
domain:  Bakery   # named
entities: # all
   # of Cake
   Cake:
      # of rows
      postgres: # rows
         fields:
            name: text # called
            # later: more
         # end of rows
      # of mixins
      use: [a]
   # end of entities
# end of file
`,
      `# What the file is.

domain: Bakery # named
# why it has no name
about: Cakes # said
entities: # all
  # of Cake
  Cake:
    # of mixins
    use: [a]
    # of rows
    postgres: # rows
      fields:
        name: text # called
        # later: more
      # end of rows
  # end of entities
# end of file
`,
    )
  })

  test('stay at the top of the file where they speak to a tool', () => {
    expectFormatted(
      '# yaml-language-server: $schema=x\n# said\nabout: Cakes\ndomain: Bakery\n',
      '# yaml-language-server: $schema=x\ndomain: Bakery\n# said\nabout: Cakes\n',
    )
  })

  test('keep their items of lists and of flow collections', () => {
    expectFormatted(
      `entities:
  Cake:
    use: [ a, # first
           # of b
           b # last
         ]
    postgres:
      fields: { # many
        size: { about: How wide, type: int }, # size
        # of name
        name: text }
      indexes:
      # of one
      - [name]   # one
      -  # two
         # of fields
         fields: [size]
`,
      `entities:
  Cake:
    use: [a, # first
      # of b
      b # last
    ]
    postgres:
      fields: { # many
        size: { type: int, about: How wide }, # size
        # of name
        name: text }
      indexes:
        # of one
        - [name] # one
        - # two
          # of fields
          fields: [size]
`,
    )
  })

  test('in line are not pushed away by one behind a long line, nor parted by lines without one', () => {
    const text = `domain: Bakery   # name
about: Sweet
include: [a]     # files
enums: { Colours: [white, brown, black] } # many

types: {} # none
`
    expectFormatted(text, text)
  })

  test('in line with each other stay in line', () => {
    expectFormatted(
      'domain: Bakery          # name\nabout: Sweet            # words\nenums: {A:  [b]}    # list\n',
      'domain: Bakery          # name\nabout: Sweet            # words\nenums: { A: [b] }       # list\n',
    )
  })
})

describe('the order of keys in a file of rules', () => {
  test('is that of such a file', () => {
    expectFormatted(
      'rules: { levels: { naming/table: off }, extends: strict }\nabout: House rules.\n',
      'about: House rules.\nrules: { extends: strict, levels: { naming/table: off } }\n',
    )
  })
})

describe('layout', () => {
  test('is two spaces a level, no blanks at ends, one blank line at most, one line end at the end', () => {
    expectFormatted(
      '\n\ndomain:   Bakery  \n\n\n\nentities:\n\n      Cake:\n\n            about: Sweet\n            use:\n            - a\n\n\n',
      'domain: Bakery\n\nentities:\n  Cake:\n    about: Sweet\n    use:\n      - a\n',
    )
  })

  test('keeps tables, and makes room in them', () => {
    expectFormatted(
      `types:
  Size:
    fields:
      width:  int
      height: int
      how_deep_it_is: int
  Dough:
    fields:
      kind: text
      weight:  int
`,
      `types:
  Size:
    fields:
      width:          int
      height:         int
      how_deep_it_is: int
  Dough:
    fields:
      kind: text
      weight: int
`,
    )
  })

  test('keeps quotes, and texts on several lines', () => {
    expectFormatted(
      `domain: "Bakery"
about: |-
    First

      indented
    # no comment
entities:
    Cake:
        about: >2
            folded
        tenancy: { mode: none, why: "one
             two" }
        postgres:
            why:
                one
                two
            table: 'cakes'
`,
      `domain: "Bakery"
about: |-
  First

    indented
  # no comment
entities:
  Cake:
    about: >2
        folded
    tenancy: { mode: none, why: "one
      two" }
    postgres:
      table: 'cakes'
      why:
        one
        two
`,
    )
  })

  test('ends lines with LF alone and has no byte order mark', () => {
    expectFormatted('\ufeffdomain:  Bakery\r\nabout: Sweet\r\n', 'domain: Bakery\nabout: Sweet\n')
  })
})

describe('a file is left as it is', () => {
  test.each([
    ['has a bracket open', 'enums: { A: [b }\n'],
    ['is indented with tabs', 'enums:\n\tA: [b]\n'],
    ['has a key twice', 'domain: A\ndomain: B\n'],
    ['is a list', '- a\n'],
    ['holds nothing', '# nothing\n'],
  ])('that %s: nothing is given', (_, text) => {
    expect(formatted(text)).toBeUndefined()
  })

  test.each([
    ['keys behind `?`', '? about\n: Sweet\n? domain\n: Bakery\n'],
    ['a root in braces', '{ about: Sweet,   domain: Bakery }\n'],
    ['an anchor on a key', '&a about: Sweet\ndomain: Bakery\n'],
  ])('that has %s', (_, text) => {
    expect(formatted(text)).toBe(text)
  })
})
