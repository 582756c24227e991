import type { Project } from '../../model/project.ts'

/** Does work for something of this name, unless it was done from the same inputs already and would look up the same. */
export type Recall<T> = (name: string, inputs: readonly unknown[], work: () => T) => T

/** Does work for each of many things, unless it was done of the very same thing for the same project and would look up the same. */
export type RecallEach<Item, T> = (items: readonly Item[], project: Project, work: (item: Item) => T) => readonly T[]
