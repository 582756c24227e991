import { cpus } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  CompletionRequest,
  DefinitionRequest,
  HoverRequest,
  PrepareRenameRequest,
  RenameRequest,
} from 'vscode-languageserver-protocol/node'
import { Editor } from '../test/lsp/editor.ts'
import { syntheticSpec } from '../test/support/synthetic-spec.ts'
import { TemporaryFolder } from '../test/support/temporary-folder.ts'

/**
 * The language server as an editor sees it: from an edit being sent to the answer being read, over the pipes of a process of
 * its own. Every request comes right behind an edit, so that nothing is at rest.
 *
 *   node bench/lsp.ts
 *   node bench/lsp.ts --rounds 100 --entities 40,2000
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '40' },
    entities: { type: 'string', default: '40,2000' },
    /** The server's entry: `dist/cli/main.js` behind `npm run build`, else the sources. */
    main: { type: 'string', default: 'generator/cli/main.ts' },
  },
})
const rounds = Number(values.rounds)
const sizes = values.entities.split(',').map(Number)

const path = 'domains/area-1.yaml'

/** Something that is asked for behind an edit, and its times in milliseconds. */
interface Subject {
  readonly name: string
  readonly run: (editor: Editor, round: number) => Promise<void>
}

const subjects: readonly Subject[] = [
  {
    name: 'completion of `ref(`',
    async run(editor) {
      await editor.replace(path, 'ref(Item3)?', 'ref(')
      const position = editor.position(path, 'ref(')
      const answer = await editor.connection.sendRequest(CompletionRequest.type, { textDocument: at(editor), position })
      const items = Array.isArray(answer) ? answer : (answer?.items ?? [])
      if (items.length === 0) throw new Error('no completion')
    },
  },
  {
    name: 'completion of a key',
    async run(editor) {
      await editor.replace(path, '    about: Item 5,', '    \n    about: Item 5,')
      const position = editor.position(path, '    \n    about: Item 5,', 4)
      const answer = await editor.connection.sendRequest(CompletionRequest.type, { textDocument: at(editor), position })
      const items = Array.isArray(answer) ? answer : (answer?.items ?? [])
      if (items.length === 0) throw new Error('no completion')
    },
  },
  {
    name: 'hover of a field',
    async run(editor, round) {
      await typed(editor, round)
      const position = editor.position(path, 'amount', 2)
      if ((await editor.connection.sendRequest(HoverRequest.type, { textDocument: at(editor), position })) === null)
        throw new Error('no hover')
    },
  },
  {
    name: 'definition of a reference',
    async run(editor, round) {
      await typed(editor, round)
      const position = editor.position(path, 'ref(Item8', 6)
      if (
        (await editor.connection.sendRequest(DefinitionRequest.type, { textDocument: at(editor), position })) === null
      )
        throw new Error('no definition')
    },
  },
  {
    name: 'rename of an entity',
    async run(editor, round) {
      await typed(editor, round)
      const place = { textDocument: at(editor), position: editor.position(path, '  Item8:', 4) }
      await editor.connection.sendRequest(PrepareRenameRequest.type, place)
      const edit = await editor.connection.sendRequest(RenameRequest.type, { ...place, newName: 'Parcel' })
      if (edit === null) throw new Error('no rename')
    },
  },
  {
    name: 'findings of an edit',
    async run(editor) {
      const version = await editor.replace(path, 'ref(Item3)?', 'ref(Itm3)?')
      await editor.until(path, (found) => found.version === version && found.diagnostics.length > 0)
    },
  },
]

function at(editor: Editor): { readonly uri: string } {
  return { uri: editor.uri(path) }
}

/** An edit that means nothing: a letter in a description. */
async function typed(editor: Editor, round: number): Promise<void> {
  await editor.replace(path, 'Work of area 1', `Work ${'x'.repeat((round % 7) + 1)} of area 1`)
}

async function timesOf({ name, run }: Subject, editor: Editor, text: string): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = -5; round < rounds; round += 1) {
    const started = performance.now()
    await run(editor, round + 5)
    if (round >= 0) times.push(performance.now() - started)
    // Back to what it was, at rest: what follows is another edit.
    const version = await editor.rewrite(path, text)
    await settled(editor, version)
  }
  process.stderr.write(`  ${name}\n`)
  return times.sort((a, b) => a - b)
}

/** Waits until the text is analysed: a definition is answered from an analysis of the text as it is. */
async function settled(editor: Editor, version: number): Promise<void> {
  await editor.connection.sendRequest(DefinitionRequest.type, {
    textDocument: at(editor),
    position: { line: 0, character: 0 },
  })
  if (editor.text(path).version !== version) throw new Error('another text')
}

process.stdout.write(`Node ${process.version}, ${cpus().length} cores, ${rounds} rounds\n\n`)
process.stdout.write('| entities | from an edit to the answer | median ms | p95 ms |\n|--:|---|--:|--:|\n')
for (const size of sizes) {
  using folder = new TemporaryFolder()
  const files = syntheticSpec(size)
  folder.write(files)
  const editor = await Editor.on(folder.path, { command: [process.execPath, resolve(values.main)] })
  const text = files.find((file) => file.path === path)?.text ?? ''
  await editor.open(path, text)
  await settled(editor, 1)
  for (const subject of subjects) {
    const times = await timesOf(subject, editor, text)
    const share = (part: number): string => (times[Math.floor((times.length - 1) * part)] ?? Number.NaN).toFixed(1)
    process.stdout.write(`| ${size} | ${subject.name} | ${share(0.5)} | ${share(0.95)} |\n`)
  }
  await editor.end()
}
