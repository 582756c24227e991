import { syntheticSpec } from '../test/support/synthetic-spec.ts'
import { memoryReader } from '../test/support/memory-reader.ts'
import { OverlayReader } from '../generator/cli/lsp/overlay-reader.ts'
import { Workspace } from '../generator/workspace/workspace.ts'
import { ProjectState } from '../generator/lsp/project-state.ts'
import { shownFindings } from '../generator/lsp/diagnostics.ts'
  const files = syntheticSpec(2000)
  const reader = new OverlayReader(memoryReader(new Map(files.map(f => [f.path, Buffer.from(f.text)]))), true)
  const state = new ProjectState({ projectPath: 'stowage.yaml', uriOf: (p) => `file:///${p}`, accept: (s) => s }, new Workspace(reader), {})
  const path = 'domains/area-1.yaml'
  const text = files.find(f => f.path === path)!.text
  state.analyze()
  const t: Record<string, number[]> = {}
  const run = (k: string, now: string, i: number) => { reader.cover(path, now); state.edit('file:///' + path, path, i, now); const a = performance.now(); state.analyze(); (t[k] ??= []).push(performance.now() - a); shownFindings(state, 'stowage.yaml') }
  for (let i = 0; i < 20; i++) {
    run('error', text.replace('ref(Item3)?', 'ref(Itm3)?'), i)
    run('back', text, i)
    run('word', text.replace('Work of', `Work${i} of`), i)
    run('back2', text, i)
  }
  for (const [k, v] of Object.entries(t)) { v.sort((a, b) => a - b); console.log(k, v[10]?.toFixed(1), v[18]?.toFixed(1)) }
