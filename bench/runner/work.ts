import type { Model } from '../model/model.ts'
import type { Goal } from './goal.ts'
import type { Measuring, Outcome, Subject } from './measure.ts'
import { measure } from './measure.ts'

/** Where a work is done. */
export interface Lab {
  /** The repository. */
  readonly root: string
  /** A folder of its own, gone afterwards. */
  readonly folder: string
  /** The built command. */
  readonly stowage: readonly string[]
  /** The folder of the peers, with their `node_modules`. */
  readonly peers: string
  readonly withPeers: boolean
  readonly modelOf: (size: number, shape?: 'ring') => Model
}

/** One thing that is done by Stowage and by others, and what Stowage is to reach at it. */
export interface Work {
  readonly id: string
  readonly title: string
  /** The numbers of entities that it needs, for `--sizes`. */
  readonly sizes: readonly number[]
  /** Whether the small run does it too. */
  readonly isQuick: boolean
  readonly usesPeers: boolean
  /** Seconds that a run may take: what takes longer is shown as a bound. */
  readonly cap: number
  readonly goals: readonly Goal[]
  readonly run: (lab: Lab, measuring: Measuring) => Promise<ReadonlyMap<string, Outcome>>
}

/** A work of whole processes in turn. */
export function processes(subjects: (lab: Lab) => readonly Subject[]): Work['run'] {
  return (lab, measuring) => measure(subjects(lab), measuring)
}
