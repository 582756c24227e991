import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { githubPipeline } from '../../generator/cli/init/ci/github.ts'
import { gitlabPipeline } from '../../generator/cli/init/ci/gitlab.ts'
import { type Block, blocksOf } from '../docs/blocks.ts'

const blocks = blocksOf(readFileSync('docs/ci.md', 'utf8')).filter(({ language }) => language === 'yaml')
const [workflow] = githubPipeline({ prefix: '', lock: 'package-lock.json' })
const [job] = gitlabPipeline({ prefix: '', lock: 'package-lock.json' })

function holding(text: string): Block {
  const block = blocks.find((candidate) => candidate.text.includes(text))
  if (block === undefined) throw new Error(`docs/ci.md shows no ${text}`)
  return block
}

test('the steps that docs/ci.md shows are those of the workflow', () => {
  const steps: readonly object[] = parse(workflow?.text ?? '').jobs.check.steps
  expect(steps).toEqual(expect.arrayContaining(parse(holding('GITHUB_STEP_SUMMARY').text)))
})

test('what docs/ci.md shows of the job is what stands there', () => {
  expect(parse(job?.text ?? '').stowage).toMatchObject(parse(holding('codequality').text))
})

test('the hook that docs/ci.md has written by hand is the one that this repository defines', () => {
  const { repos } = parse(holding('repo: local').text)
  const [, ...keys] = Object.keys(repos[0].hooks[0])
  const defined = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')).find(
    ({ id }: { readonly id: string }) => id === 'stowage-check',
  )
  expect(keys.map((key) => [key, repos[0].hooks[0][key]])).toEqual(keys.map((key) => [key, defined[key]]))
})
