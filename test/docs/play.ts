import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from '../../generator/cli/run.ts'
import { type Block, blocksOf } from './blocks.ts'

/** What a page says and what happened when it was followed. */
export interface Step {
  readonly said: string
  readonly happened: string
}

/**
 * Follows a page in a folder, block by block, as a reader would:
 * - `yaml title="spec/..."` writes that file;
 * - `diff title="spec/..."` changes it: what is taken out and kept must stand there once;
 * - any block with `title="generated/..."` must be found in that file, with anything where a line says `...`;
 * - `console` runs every `$ stowage ...` and expects what stands below it; `...` in a line is anything there, too.
 */
export async function play(page: string, folder: string): Promise<readonly Step[]> {
  const steps: Step[] = []
  for (const block of blocksOf(page)) steps.push(...(await follow(block, folder)))
  return steps
}

/** The page with what really happened below each command. */
export async function rewritten(page: string, folder: string): Promise<string> {
  let text = ''
  let end = 0
  for (const block of blocksOf(page)) {
    const steps = await follow(block, folder)
    if (block.language !== 'console') continue
    text += page.slice(end, block.at) + steps.map(({ happened }) => happened).join('')
    end = block.at + block.text.length
  }
  return text + page.slice(end)
}

async function follow(block: Block, folder: string): Promise<readonly Step[]> {
  if (block.language === 'console') return runAll(block.text, folder)
  if (block.title === undefined) return []
  const path = join(folder, block.title)
  if (block.title.startsWith('generated/')) return [compare(block, readFileSync(path, 'utf8'))]
  const text = block.language === 'diff' ? changed(block, readFileSync(path, 'utf8')) : block.text
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return []
}

function changed({ text, title }: Block, file: string): string {
  const lines = text.split('\n').slice(0, -1)
  const side = (mark: string): string =>
    lines
      .filter((line) => line[0] === ' ' || line[0] === mark)
      .map((line) => `${line.slice(1)}\n`)
      .join('')
  const [head, tail, more] = file.split(side('-'))
  if (head === undefined || tail === undefined || more !== undefined) {
    throw new Error(`these lines do not stand in ${title} once:\n${side('-')}`)
  }
  return head + side('+') + tail
}

/** Each run of lines must stand in the file, one behind the other. */
function compare({ text, title }: Block, file: string): Step {
  let rest = file
  for (const run of text.split(/^.*\.\.\.\n/m)) {
    const at = rest.indexOf(run)
    if (at < 0) return { said: text, happened: `not in ${title}, or not there:\n${run}` }
    rest = rest.slice(at + run.length)
  }
  return { said: text, happened: text }
}

async function runAll(text: string, folder: string): Promise<readonly Step[]> {
  const steps: Step[] = []
  for (const said of text.split(/^(?=\$ )/m)) {
    const [command = ''] = said.split('\n')
    const argv = /^\$ (?:npx )?stowage (.*)$/.exec(command)?.[1]
    if (argv === undefined) throw new Error(`a console block runs stowage alone, not: ${command}`)
    const happened = `${command}\n${await output(argv.split(' ').map(unquoted), folder)}`
    steps.push({ said, happened: withGaps(said).test(happened) ? said : happened })
  }
  return steps
}

/** A word as a shell hands it on: globs stand in quotes. */
function unquoted(word: string): string {
  return word.replace(/^'(.*)'$/, '$1')
}

/** A line that says `...` stands for any number of lines, `…` for anything within one. */
function withGaps(said: string): RegExp {
  const runs = said.split(/^ *\.\.\.\n/m).map((lines) => lines.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${runs.join('[^]*?').replaceAll('…', '[^\n]*')}$`)
}

/** What a terminal would show; every run takes the same time. */
async function output(argv: readonly string[], folder: string): Promise<string> {
  const written: string[] = []
  const sink = { isTTY: false, write: (text: string): void => void written.push(text) }
  let asked = 0
  const now = (): number => (asked++ === 0 ? 0 : 130)
  await run(argv, { stdout: sink, stderr: sink, env: {}, cwd: folder, now })
  return written.join('')
}

/** Whether a page has anything to follow. */
export function isPlayed(path: string): boolean {
  if (!existsSync(path)) return false
  return blocksOf(readFileSync(path, 'utf8')).some(
    ({ language, title }) => language === 'console' || title !== undefined,
  )
}
