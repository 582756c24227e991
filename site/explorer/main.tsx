import '@xyflow/react/dist/base.css'
import './styles/index.css'
import { createRoot } from 'react-dom/client'
import type { ExplorerGraph } from '../../generator/site/explorer-graph.ts'
import { indexed } from './core/indexed.ts'
import { Explorer } from './explorer.tsx'

const root = document.getElementById('explorer')
if (root !== null) await mount(root)

/** Puts the explorer in place of the plain list of links; where the graph cannot be had, the list stays. */
async function mount(element: HTMLElement): Promise<void> {
  const { base = '/', graph = 'graph.json' } = element.dataset
  try {
    const answer = await fetch(graph)
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`)
    const data = indexed((await answer.json()) as ExplorerGraph)
    createRoot(element).render(<Explorer graph={data} base={base} />)
  } catch (reason) {
    console.error('The explorer could not be started.', reason)
    const notice = document.createElement('p')
    notice.textContent = 'The diagram could not be loaded. Reload the page to try again.'
    element.prepend(notice)
  }
}
