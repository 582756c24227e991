import type { ReactElement } from 'react'
import type { ExplorerEntity } from '../../../generator/site/explorer-graph.ts'
import { neighboursOf } from '../core/neighbours.ts'
import { counted, shownWords } from '../core/words.ts'
import { useExplorer } from '../state/explorer-context.ts'

interface Props {
  readonly entity: ExplorerEntity | undefined
  readonly shown: number
  readonly busy: boolean
}

/** Says to a screen reader what the eye sees: what is selected, and how many are shown. */
export function Spoken({ busy, entity, shown }: Props): ReactElement {
  const { graph } = useExplorer()
  const beside = entity === undefined ? 0 : neighboursOf(graph, entity.id, 1).size - 1
  const chosen = entity === undefined ? '' : `${entity.name} selected, ${counted(beside, 'neighbour', 'neighbours')}. `
  return (
    <div className="sx-unseen" role="status" data-spoken="">
      {busy ? 'Laying out the diagram.' : `${chosen}${shownWords(shown, graph.graph.entities.length)} shown.`}
    </div>
  )
}
