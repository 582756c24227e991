import { type FileSystem, nodeFileSystem } from '../../generator/output/file-system.ts'

export class Killed extends Error {}

/** A disk whose process dies after some steps that change it: that step and all later ones never happen. */
export function diesAfter(steps: number): FileSystem {
  let left = steps
  const step = <T extends readonly unknown[]>(action: (...args: T) => void) => {
    return (...args: T): void => {
      left -= 1
      if (left < 0) throw new Killed()
      action(...args)
    }
  }
  return {
    ...nodeFileSystem,
    create: step(nodeFileSystem.create),
    rename: step(nodeFileSystem.rename),
    remove: step(nodeFileSystem.remove),
    makeFolder: step(nodeFileSystem.makeFolder),
    removeFolder: step(nodeFileSystem.removeFolder),
  }
}
