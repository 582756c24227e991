import { error, notice, warning } from '@actions/core'
import { describe, expect, test, vi } from 'vitest'
import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'
import { renderGithubActions } from '../../generator/report/github-actions.ts'
import { fileOf, finding, findingsOf, spanOf } from '../diagnostic/spans.ts'
import { allHostile, hostile, hostileTexts, many, nothing, one, settings } from './samples.ts'

interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/**
 * The commands that the runner would find in a log, read as it reads them (actions/runner, ActionCommand.TryParseV2): a line
 * that begins with `::`, up to the next `::` the name and the properties, all behind it the message; then the escapes.
 */
function commandsIn(log: string): readonly Command[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const trimmed = line.trimStart()
    const end = trimmed.indexOf('::', 2)
    if (!trimmed.startsWith('::') || end === -1) return []
    const head = trimmed.slice(2, end)
    const space = head.indexOf(' ')
    const name = space === -1 ? head : head.slice(0, space)
    const pairs =
      space === -1
        ? []
        : head
            .slice(space + 1)
            .trim()
            .split(',')
    const properties = Object.fromEntries(
      pairs.map((pair) => {
        const [key = '', ...value] = pair.split('=')
        return [key, unescaped(value.join('='), true)]
      }),
    )
    return [{ name, properties, message: unescaped(trimmed.slice(end + 2), false) }]
  })
}

function unescaped(text: string, inProperty: boolean): string {
  const data = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n')
  return (inProperty ? data.replaceAll('%3A', ':').replaceAll('%2C', ',') : data).replaceAll('%25', '%')
}

/** What GitHub's own library prints. */
function printedBy(write: () => void): string {
  const printed: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text))
    return true
  })
  try {
    write()
  } finally {
    spy.mockRestore()
  }
  return printed.join('')
}

const told = 'timestamp field `lit1_at` must end in `_on`\nhelp: rename it to `lit1_on` (fixable: stowage lint --fix)'

describe("GitHub's own library", () => {
  test('prints the same command', () => {
    const place = { title: 'naming/timestamp-suffix', file: 'bakery/spec/domains/ovens & fires.yaml' }
    const lines = { startLine: 8, endLine: 8, startColumn: 7, endColumn: 13 }
    expect(renderGithubActions(one, settings)).toBe(printedBy(() => error(told, { ...place, ...lines })))
  })

  test.each([
    ['error', error],
    ['warning', warning],
    ['info', notice],
  ] as const)('has the same word for %s, and escapes the same', (severity, print) => {
    const file = fileOf('a: 100%\n', 'spec/a,b:c%.yaml')
    const diagnostic = finding({ severity, message: '100% of a: b, c', span: spanOf(file, 'a') })
    const place = { title: 'type/unknown', file: 'bakery/spec/a,b:c%.yaml' }
    const lines = { startLine: 1, endLine: 1, startColumn: 1, endColumn: 1 }
    expect(renderGithubActions(findingsOf([diagnostic], 1), settings)).toBe(
      printedBy(() => print('100% of a: b, c', { ...place, ...lines })),
    )
  })
})

describe('the runner finds', () => {
  test('nothing where nothing was found', () => {
    expect(renderGithubActions(nothing, settings)).toBe('')
  })

  test('a command a finding; what was answered for is none', () => {
    const commands = commandsIn(renderGithubActions(many(1_000), settings))
    expect(commands).toHaveLength(1_000)
    expect(new Set(commands.map(({ name }) => name))).toEqual(new Set(['error', 'warning', 'notice']))
  })

  test('no columns of a place of several lines, which GitHub would refuse', () => {
    const file = fileOf('a:\n  b: 1\n  c: 2\nd: 3\n')
    const [command] = commandsIn(
      renderGithubActions(findingsOf([finding({ span: { file, start: 0, end: 17 } })], 1), settings),
    )
    expect(command?.properties).toEqual({ title: 'type/unknown', file: 'bakery/spec/a.yaml', line: '1', endLine: '3' })
  })

  test('what has no place at the start of the project file', () => {
    const [command] = commandsIn(renderGithubActions(findingsOf([finding({})], 1), settings))
    expect(command?.properties).toEqual({ title: 'type/unknown', file: 'bakery/spec/stowage.yaml', line: '1' })
  })

  test('where a finding is told, if it is told', () => {
    const rule = 'https://docs.example.com/rules/'
    const [command] = commandsIn(renderGithubActions({ ...one, links: () => ({ rule }) }, settings))
    expect(command?.message).toBe(`${told}\ndocs: ${rule}`)
  })

  test.each(hostileTexts)('one command only, whatever a spec says: %j', (text) => {
    const log = renderGithubActions(hostile(text), settings)
    const [command, ...more] = commandsIn(log)
    expect(log.split('\n')).toHaveLength(2)
    expect(more).toEqual([])
    expect(Object.keys(command?.properties ?? {})).toEqual(expect.arrayContaining(['title', 'file', 'line', 'endLine']))
    expect(Object.keys(command?.properties ?? {}).length).toBeLessThan(7)
    expect(command?.properties.title).toBe('type/unknown')
    expect(command?.message.split('\n')).toHaveLength(2)
  })

  test('the texts as they are, where they are harmless', () => {
    const messages = ['a:b,c=d;e::f', '%0A::warning::c %25 100%', '{0} {1} {{x}}', '##[group]x'].map(
      (message): Diagnostic => finding({ message }),
    )
    const read = commandsIn(renderGithubActions(findingsOf(messages, 1), settings))
    expect(read.map(({ message }) => message)).toEqual(messages.map(({ message }) => message))
  })
})

test('nothing in it steers a terminal', () => {
  expect(renderGithubActions(allHostile(), settings).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202E\u2028]/u)
})
