import { readFileSync } from 'node:fs'
import { parse as parseToml } from 'smol-toml'
import { expect, test } from 'vitest'
import { fixAllKind } from '../../generator/lsp/actions/fix-all.ts'
import { blocksOf } from '../docs/blocks.ts'

const page = readFileSync('docs/editor.md', 'utf8')
const started = ['npx', '--no', '--', 'stowage', 'lsp', '--stdio']

function block(language: string): string {
  const found = blocksOf(page).find((candidate) => candidate.language === language)
  if (found === undefined) throw new Error(`the page has no ${language}`)
  return found.text
}

test('Helix is told how to start the server, for YAML', () => {
  const [command, ...args] = started
  expect(parseToml(block('toml'))).toMatchObject({
    'language-server': { stowage: { command, args } },
    language: [{ name: 'yaml', 'language-servers': ['stowage', 'yaml-language-server'] }],
  })
})

test('Neovim is told the same', () => {
  const words = /cmd = \{([^}]*)\}/.exec(block('lua'))?.[1] ?? ''
  expect([...words.matchAll(/'([^']*)'/g)].map(([, word]) => word)).toEqual(started)
})

test('and JetBrains, whose command is one line', () => {
  expect(page).toContain(`| Command | \`${started.join(' ')}\` |`)
})

test('the setting of Visual Studio Code names the action that the server has', () => {
  expect(JSON.parse(block('json'))).toEqual({
    '[yaml]': { 'editor.codeActionsOnSave': { [fixAllKind]: 'explicit' } },
  })
})
