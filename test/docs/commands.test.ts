import { globSync, readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { buildProgram } from '../../generator/cli/program.ts'

const pages = ['README.md', ...globSync('docs/**/*.md').sort()]
const nobody = { isTTY: false, write: (): void => undefined }
const program = buildProgram({ stdout: nobody, stderr: nobody, env: {}, cwd: '.', now: () => 0 }, () => undefined)

/** Every command line that a text shows as code: in a span, or as a line of a block. */
function commandLines(text: string): readonly string[] {
  const blocks = [...text.matchAll(/^```[^\n]*\n(.*?)^```$/gms)].map(([, block = '']) => block)
  const lines = blocks.flatMap((block) => block.split('\n'))
  const spans = [...text.replace(/^```.*?^```$/gms, '').matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)
  return [...lines, ...spans].flatMap((line) => {
    const found = /(?:^|[\s&;|]|run: )(?:npx )?(stowage [a-z][^#|&;]*)/.exec(line)?.[1]
    return found === undefined || /^stowage (failed|session)/.test(found)
      ? []
      : [found.split(/\s{3,}/)[0]?.trim() ?? '']
  })
}

/** What is wrong with a command line, or nothing. */
function fault(line: string): string | undefined {
  const [, ...words] = line.split(/\s+/)
  let command: Command = program
  while (command.commands.length > 0) {
    const name = words.shift()
    if (name === undefined || name.startsWith('<')) return undefined
    if (name === 'help') return undefined
    const found = command.commands.find((candidate) => candidate.name() === name)
    if (found === undefined) return `there is no command ${name}`
    command = found
  }
  const known = new Set([...program.options, ...command.options].flatMap(({ long, short }) => [long, short]))
  const unknown = words
    .flatMap((word) => /^-{1,2}[a-z][a-z-]*/.exec(word)?.[0] ?? [])
    .find((flag) => !known.has(flag) && flag !== '--help')
  return unknown === undefined ? undefined : `${command.name()} has no ${unknown}`
}

describe('commands in the documentation', () => {
  test('are found', () => {
    expect(pages.flatMap((path) => commandLines(readFileSync(path, 'utf8'))).length).toBeGreaterThan(80)
  })

  test.each(pages)('of %s exist, with their options', (path) => {
    const lines = commandLines(readFileSync(path, 'utf8'))
    expect(lines.map((line) => [line, fault(line)]).filter(([, found]) => found !== undefined)).toEqual([])
  })

  test.each([
    ['`stowage genrate`', 'there is no command genrate'],
    ['```sh\nnpx stowage lint --mend\n```', 'lint has no --mend'],
    ['```sh\nnpm ci && npx stowage migrate old   # so\n```', 'there is no command old'],
    ['`stowage lint --fix --cwd shop`', undefined],
  ])('a check of the check: %j', (text, expected) => {
    expect(commandLines(text).map(fault)).toEqual([expected])
  })
})
