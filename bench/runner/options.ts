import { parseArgs } from 'node:util'
import type { Work } from './work.ts'

export const usage = `usage: npm run bench -- [options]

Measures the built command beside its peers and prints ratios, as Markdown. Without options: what takes minutes, at 40 and 400
entities.

  --full            every work at every size; the better part of an hour
  --only PATTERN    the works whose name a regular expression matches, of every size; --list names them
  --sizes N,N       the works that need no other numbers of entities than these
  --rounds N        rounds after the warm-up; 5 by default
  --cap S           seconds that a run may take, in place of each work's own number
  --without-peers   Stowage alone; nothing is installed
  --json FILE       writes what was measured to a file too
  --write-readme    puts the report into bench/README.md
  --list            names the works
  --help            this text
`

export interface Options {
  readonly full: boolean
  readonly only?: RegExp
  readonly sizes?: readonly number[]
  readonly rounds: number
  readonly cap?: number
  readonly withoutPeers: boolean
  readonly json?: string
  readonly writeReadme: boolean
  readonly list: boolean
  readonly help: boolean
}

/** @throws Error where an option is not known, or its value is none that it takes */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      full: { type: 'boolean', default: false },
      only: { type: 'string' },
      sizes: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      cap: { type: 'string' },
      'without-peers': { type: 'boolean', default: false },
      json: { type: 'string' },
      'write-readme': { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  return {
    full: values.full,
    ...(values.only === undefined ? {} : { only: new RegExp(values.only) }),
    ...(values.sizes === undefined ? {} : { sizes: values.sizes.split(',').map((size) => numberOf('sizes', size)) }),
    rounds: numberOf('rounds', values.rounds),
    ...(values.cap === undefined ? {} : { cap: numberOf('cap', values.cap) }),
    withoutPeers: values['without-peers'],
    ...(values.json === undefined ? {} : { json: values.json }),
    writeReadme: values['write-readme'],
    list: values.list,
    help: values.help,
  }
}

/** What the options ask for; works without entities belong to every choice of sizes. */
export function chosenWorks(works: readonly Work[], { full, only, sizes }: Options): readonly Work[] {
  return works.filter(
    (work) =>
      (full || only !== undefined || sizes !== undefined || work.isQuick) &&
      (only?.test(work.id) ?? true) &&
      (sizes === undefined || work.sizes.every((size) => sizes.includes(size))),
  )
}

function numberOf(option: string, text: string): number {
  if (!/^[1-9][0-9]*$/.test(text)) throw new Error(`--${option} takes whole numbers, not ${text}`)
  return Number(text)
}
