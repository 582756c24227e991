import { guardMutations } from './guard-mutations.ts'
import { keyMutations } from './key-mutations.ts'
import type { Mutation } from './mutation.ts'
import { rightMutations } from './right-mutations.ts'
import { rowMutations } from './row-mutations.ts'
import { tableMutations } from './table-mutations.ts'

/** Changes to a database that was made from the schema of the brewery, by what they do. */
export const mutations: Readonly<Record<string, Mutation>> = {
  ...rowMutations,
  ...rightMutations,
  ...guardMutations,
  ...keyMutations,
  ...tableMutations,
}
