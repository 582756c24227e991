import { lstatSync } from 'node:fs'

/** Whether something stands in a place; a link that leads nowhere is something too. */
export function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
