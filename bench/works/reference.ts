import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from '../../test/support/temporary-folder.ts'
import type { WrittenFile } from '../model/written-file.ts'
import { InputFolder } from '../runner/input-folder.ts'
import { measure, type Subject } from '../runner/measure.ts'
import type { Lab, Work } from '../runner/work.ts'
import { quiet } from './generators.ts'
import { emptyNode, warmStowage } from './stowage-subject.ts'

/**
 * The reference spec, as real ones are: 41 entities, tenancy, life cycles. There is no peer's schema of the same, so Prisma
 * validates what Stowage makes of it.
 */
export const referenceWork: Work = {
  id: 'reference',
  title: 'the reference spec',
  sizes: [],
  isQuick: true,
  usesPeers: false,
  cap: 60,
  goals: [],
  run: (lab, measuring) => {
    const spec = referenceSpec(lab.root)
    const check = ['generate', '--check']
    return measure(
      [
        cold(lab, spec, 'generate'),
        cold(lab, spec, 'lint'),
        warmStowage(lab, spec, check, measuring),
        emptyNode(lab),
        validate(lab),
      ],
      measuring,
    )
  },
}

function cold(lab: Lab, spec: readonly WrittenFile[], command: string): Subject {
  const input = new InputFolder(join(lab.folder, command), spec)
  return {
    name: `stowage ${command}`,
    command: [...lab.stowage, command],
    cwd: input.path,
    prepare: () => input.clean(),
  }
}

/** Nothing is drawn: a browser's time is measured by diagrams.ts. */
function referenceSpec(root: string): readonly WrittenFile[] {
  return filesBelow(join(root, 'spec')).map((path) => ({
    path: join('spec', path),
    text: readFileSync(join(root, 'spec', path), 'utf8').replace('drawings: true', 'drawings: false'),
  }))
}

function validate({ root }: Lab): Subject {
  const schema = join(root, 'generated/provider-db/prisma/schema')
  return {
    name: 'prisma validate, our schema',
    command: [process.execPath, join(root, 'node_modules/prisma/build/index.js'), 'validate', '--schema', schema],
    cwd: root,
    env: quiet(root),
  }
}
