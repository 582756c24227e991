import { type Event, parseEvents } from 'js-yaml-5'
import type { SourceFile } from '../../../source/source-file.ts'
import type { MapNode } from '../../node.ts'
import { pilesUp } from '../depth.ts'
import { limits } from '../limits.ts'
import { withoutStacks } from '../without-stacks.ts'
import { TreeReader } from './tree-reader.ts'

/** Signs of which something may have to be said, or that YAML libraries take differently. Each is rare in a spec. */
const odd = ['\t', '\r', '\0', '\ufeff', '\n%', '\n...']

/**
 * The tree of a file of which nothing is to be said, a tenth of what the exact reader takes. Gives nothing where a file
 * is not plainly clean, whatever it is, and says nothing: the exact reader then reads it from the start.
 */
export function readClean(file: SourceFile): MapNode | undefined {
  const { text } = file
  if (text.startsWith('%') || text.startsWith('...') || odd.some((sign) => text.includes(sign)) || pilesUp(text))
    return undefined
  const events = eventsOf(text)
  return events === undefined ? undefined : new TreeReader(file, events).root()
}

function eventsOf(text: string): readonly Event[] | undefined {
  try {
    // A value in the innermost mapping is one deeper.
    return withoutStacks(() => parseEvents(text, { maxDepth: limits.depth + 1 }))
  } catch {
    return undefined
  }
}
