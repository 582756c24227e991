import { dialects } from '../model/dialects.ts'
import type { Goal } from '../runner/goal.ts'
import { measure } from '../runner/measure.ts'
import { processes, type Work } from '../runner/work.ts'
import { clientWork, tscWork } from './client.ts'
import { peerSubjects } from './generators.ts'
import { referenceWork } from './reference.ts'
import { coldStowage, emptyNode, warmStowage } from './stowage-subject.ts'
import { watchWork } from './watch.ts'

const help: Work = {
  id: 'help',
  title: '`--help`',
  sizes: [],
  isQuick: true,
  usesPeers: false,
  cap: 60,
  goals: [{ kind: 'ratio', of: 'stowage --help', by: 'empty node', limit: 1.4 }],
  run: processes((lab) => [
    { name: 'stowage --help', command: [...lab.stowage, '--help'], cwd: lab.folder },
    emptyNode(lab),
  ]),
}

function lintWork(size: number, goals: readonly Goal[]): Work {
  return {
    id: `lint-${size}`,
    title: `cold \`lint\`, ${entities(size)}`,
    sizes: [size],
    isQuick: size <= 400,
    usesPeers: true,
    cap: 60,
    goals,
    run: processes((lab) => {
      const model = lab.modelOf(size)
      return [coldStowage(lab, model, ['lint']), ...peerSubjects(lab, model, ['prisma validate'])]
    }),
  }
}

function generateWork(size: number, cap: number, goals: readonly Goal[]): Work {
  return {
    id: `generate-${size}`,
    title: `cold \`generate\`, ${entities(size)}`,
    sizes: [size],
    isQuick: size <= 400,
    usesPeers: true,
    cap,
    goals,
    run: processes((lab) => {
      const model = lab.modelOf(size)
      return [coldStowage(lab, model, ['generate']), ...peerSubjects(lab, model)]
    }),
  }
}

/** Nothing has changed: what is left is to find that out. */
function unchangedWork(size: number, goals: readonly Goal[]): Work {
  return {
    id: `check-${size}`,
    title: `\`generate --check\`, unchanged, ${entities(size)}`,
    sizes: [size],
    isQuick: size <= 400,
    usesPeers: false,
    cap: 120,
    goals,
    run: (lab, measuring) => {
      const spec = dialects.stowage(lab.modelOf(size))
      const subjects = [['generate', '--check'], ['generate'], ['lint']].map((args) =>
        warmStowage(lab, spec, args, measuring),
      )
      return measure([...subjects, emptyNode(lab)], measuring)
    },
  }
}

/** The same work at one size and at a larger one, in turn. */
function growthWork(shape: 'tree' | 'ring', [from, to]: readonly [number, number], limit: number): Work {
  const ofSize = (size: number): string => `stowage generate, ${size.toLocaleString('en')}`
  return {
    id: shape === 'ring' ? 'ring' : 'growth',
    title: shape === 'ring' ? 'a ring of relations' : 'growth',
    sizes: [from, to],
    isQuick: false,
    usesPeers: false,
    cap: 300,
    goals: [{ kind: 'ratio', of: ofSize(to), by: ofSize(from), limit }],
    run: processes((lab) =>
      [to, from].map((size) =>
        coldStowage(lab, lab.modelOf(size, shape === 'ring' ? shape : undefined), ['generate'], ofSize(size)),
      ),
    ),
  }
}

function entities(size: number): string {
  return `${size.toLocaleString('en')} entities`
}

const own = 'stowage generate'
const check = 'stowage generate --check, nothing changed'

/** Everything that is measured, in order. The goals are those of the design. */
export const works: readonly Work[] = [
  help,
  referenceWork,
  lintWork(40, [{ kind: 'ratio', of: 'stowage lint', by: 'prisma validate', limit: 0.2 }]),
  generateWork(40, 180, [
    { kind: 'ratio', of: own, by: 'prisma generate', limit: 0.15 },
    { kind: 'ratio', of: own, by: 'prisma validate', limit: 0.3 },
    { kind: 'fastest', of: own },
  ]),
  unchangedWork(40, []),
  generateWork(400, 180, [{ kind: 'fastest', of: own }]),
  generateWork(2000, 240, [
    { kind: 'ratio', of: own, by: 'prisma generate', limit: 0.03 },
    { kind: 'ratio', of: own, by: 'ZenStack 3', limit: 0.2 },
    { kind: 'ratio', of: own, by: 'TypeSpec, JSON Schema', limit: 0.45 },
    { kind: 'fastest', of: own },
  ]),
  generateWork(10_000, 60, [
    { kind: 'ratio', of: own, by: 'TypeSpec, JSON Schema', limit: 0.4 },
    { kind: 'ratio', of: own, by: 'prisma format', limit: 1 },
    { kind: 'memory', of: own, megabytes: 700 },
  ]),
  growthWork('tree', [2000, 10_000], 6),
  unchangedWork(10_000, [{ kind: 'ratio', of: check, by: 'empty node', limit: 7 }]),
  watchWork(40, 40),
  watchWork(2000, 60),
  watchWork(10_000, 150),
  growthWork('ring', [2500, 10_000], 4.8),
  clientWork,
  tscWork,
]
