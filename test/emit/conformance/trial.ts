import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { OutputFile } from '../../../generator/emit/emitter.ts'
import { emitters } from '../../../generator/emit/index.ts'
import type { Model } from '../../../generator/model/model.ts'

/** What the conformance tests judge, and the tests themselves. */
const judged: ReadonlySet<string> = new Set(['prisma', 'mongoose', 's3', 'types', 'package', 'conformance'])

export function outputOf(model: Model): readonly OutputFile[] {
  return emitters.filter(({ name }) => judged.has(name)).flatMap((emitter) => [...emitter.emit(model)])
}

/** What the tests of one tree said. */
export interface Verdict {
  readonly passed: number
  /** Full names of the tests that failed, with the first line of what they said. */
  readonly failed: readonly string[]
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

/**
 * Runs the conformance tests of several trees in a process of their own. The trees are written below `.tmp/`, where the
 * packages of this repository are found, and removed again.
 *
 * @param trees the files of each tree, by the tree's name
 */
export async function judge(
  id: string,
  trees: ReadonlyMap<string, readonly Pick<OutputFile, 'path' | 'text'>[]>,
): Promise<ReadonlyMap<string, Verdict>> {
  const root = join(process.cwd(), '.tmp', `${id}-${process.pid}`)
  rmSync(root, { recursive: true, force: true })
  try {
    for (const [name, files] of trees) for (const { path, text } of files) write(join(root, name, path), text)
    return verdicts(root, await vitest(root), [...trees.keys()])
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

async function vitest(root: string): Promise<VitestReport> {
  const report = join(root, 'report.json')
  // What asks servers is tried by itself.
  const which = ['--root', root, '--exclude', '**/*-live.test.ts']
  const arguments_ = ['node_modules/vitest/vitest.mjs', 'run', ...which, '--isolate=false', '--maxWorkers=2']
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')))
  const output = await new Promise<string>((done) => {
    const all = [...arguments_, '--reporter=json', `--outputFile=${report}`]
    // The exit code says only that something failed; the report says what.
    execFile(process.execPath, all, { env: environment, maxBuffer: 2 ** 26 }, (_, stdout, stderr) =>
      done(stdout + stderr),
    )
  })
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    throw new Error(`vitest wrote no report:\n${output}`)
  }
}

function verdicts(root: string, report: VitestReport, names: readonly string[]): ReadonlyMap<string, Verdict> {
  return new Map(
    names.map((name) => {
      const files = report.testResults.filter((result) => result.name.startsWith(`${join(root, name)}/`))
      const tests = files.flatMap((file) => file.assertionResults)
      const broken = files.filter((file) => file.assertionResults.length === 0)
      const failed = tests.filter(({ status }) => status === 'failed')
      const said = failed.map(
        ({ fullName, failureMessages }) => `${fullName}: ${failureMessages[0]?.split('\n')[0] ?? ''}`,
      )
      return [
        name,
        {
          passed: tests.filter(({ status }) => status === 'passed').length,
          failed: [...said, ...broken.map((file) => `${file.name.slice(root.length)}: ${file.message}`)],
        },
      ]
    }),
  )
}
