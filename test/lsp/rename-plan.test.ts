import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyze } from '../../generator/analyze.ts'
import { editedFiles } from '../../generator/lsp/edited-files.ts'
import { partsOfKey } from '../../generator/lsp/names.ts'
import { planRename, type RenamePlan } from '../../generator/lsp/rename/plan.ts'
import { whyUnseen } from '../../generator/lsp/rename/unseen-uses.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'
import type { Snapshot } from '../../generator/workspace/workspace.ts'
import { attempts } from '../support/run-marks.ts'
import { type Known, knownOf, knownOfFolder } from './snapshot.ts'

const folders = globSync('test/cases/*/spec/stowage.yaml')
  .map((path) => dirname(path))
  .sort()

/** What a convention of fixed names says: any other name of an id is against it. */
const ofFixedNames = /naming\/(internal|public)-id$/

/** Another name of the same case, start and end, so that every other convention holds as before. */
function otherName(name: string): string {
  const short = name.length > 58 ? name.slice(0, 40) : name
  if (short.endsWith('_key')) return `zq_${short}`
  if (/[a-z][A-Z]|^[A-Z]/.test(short)) return `${short}Zq`
  return /[_-]/.test(short) ? short.replace(/([_-])/, '$1zq$1') : `${short}zq`
}

function findingsIn(files: readonly SourceFile[]): readonly string[] {
  return analyze(files)
    .diagnostics.map(({ code, severity }) => `${severity} ${code}`)
    .filter((finding) => !ofFixedNames.test(finding))
    .sort()
}

/** Each name of a spec at one of its places; the place differs from name to name, so that all kinds of places occur. */
function places({ model }: Snapshot): readonly { readonly name: string; readonly path: string; readonly at: number }[] {
  return [...(model?.uses ?? [])].flatMap(([key, spans], index) => {
    const span = spans[index % spans.length]
    return span === undefined ? [] : [{ name: partsOfKey(key).name, path: span.file.path, at: span.start + 1 }]
  })
}

function planned(project: Known, path: string, at: number, to: string): RenamePlan {
  const plan = planRename(project, path, at, to)
  if ('refused' in plan) throw new Error(plan.refused)
  return plan
}

/** All of them in the full run, else a few from everywhere. */
function some<T>(all: readonly T[]): readonly T[] {
  const step = Math.ceil(all.length / attempts(400, 80))
  return all.filter((_, index) => index % step === 0)
}

const without = (files: readonly SourceFile[]): readonly SourceFile[] => files.map(({ path, text }) => ({ path, text }))

describe('a rename of any name', () => {
  const sound = folders.filter((folder) => !folder.includes('/mistake-'))

  test.each(sound)('%s: leaves all findings as they were, and back again the same bytes', (folder) => {
    const known = knownOfFolder(folder)
    const before = findingsIn(known.snapshot.files)
    const all = places(known.snapshot)
    expect(all.length).toBeGreaterThan(0)
    for (const { name, path, at } of some(all)) {
      // A field that is found by its name alone is what it is by its name: the reason says where to write it down.
      const found = planRename(known, path, at, otherName(name))
      if ('refused' in found && found.refused.includes('`audit` does not say which one it is')) continue
      const plan = planned(known, path, at, otherName(name))
      const renamed = knownOf(editedFiles(known.snapshot.files, plan.edits))
      expect({ name, findings: findingsIn(renamed.snapshot.files) }).toEqual({ name, findings: before })
      // The first edit is the first use in the new text too, and nothing before it in its file has moved.
      const first = plan.edits.toSorted((a, b) => a.span.start - b.span.start)[0]
      if (first === undefined) throw new Error(`nothing is renamed for ${name}`)
      const back = planned(renamed, first.span.file.path, first.span.start, name)
      expect(without(editedFiles(renamed.snapshot.files, back.edits))).toEqual(without(known.snapshot.files))
    }
  })

  test.each(folders.filter((folder) => folder.includes('/mistake-')))(
    '%s: adds no finding, or is refused',
    (folder) => {
      const known = knownOfFolder(folder)
      const before = findingsIn(known.snapshot.files)
      for (const { name, path, at } of some(places(known.snapshot))) {
        const plan = planRename(known, path, at, otherName(name))
        if ('refused' in plan) continue
        const left = [...findingsIn(editedFiles(known.snapshot.files, plan.edits))]
        for (const old of before) if (left.includes(old)) left.splice(left.indexOf(old), 1)
        expect({ name, left }).toEqual({ name, left: [] })
      }
    },
  )
})

test('a name with marks of a pattern in it is looked for as it is written', () => {
  const text = `stowage: 1
name: clinic
include: []
enums:
  Grade: { about: How bad it is., values: { "b(c": Bad. } }
  Other: { about: Of no use., values: { done: Done. }, whatever: "b(c" }
`
  const { snapshot } = knownOf([{ path: 'stowage.yaml', text }])
  if (snapshot.model === undefined) throw new Error('no model')
  expect(whyUnseen(snapshot, snapshot.model, 'b(c')).toContain('in `stowage.yaml` at line 6')
  expect(whyUnseen(snapshot, snapshot.model, 'b.c')).toBeUndefined()
})
