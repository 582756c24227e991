import { describe, expect, test } from 'vitest'
import { modelOf } from '../../generator/analyze.ts'
import { Emission } from '../../generator/cli/second-thread/emission.ts'
import { SecondThread } from '../../generator/cli/second-thread/second-thread.ts'
import { Stages } from '../../generator/cli/stages.ts'
import { besideOthers, emitters } from '../../generator/emit/index.ts'
import { type GeneratedFile, generate } from '../../generator/generate.ts'
import type { Model } from '../../generator/model/model.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'
import { syntheticSpec } from '../support/synthetic-spec.ts'

const spec = syntheticSpec(40)
const names = [...besideOthers]

function stages(): Stages {
  const stderr = { isTTY: false, write: () => true }
  return new Stages({ stdout: stderr, stderr, env: {}, cwd: '.', now: () => performance.now() })
}

function sound(files: readonly SourceFile[]): Model {
  const model = modelOf(files)
  if (model === undefined) throw new Error('the synthetic spec has a model')
  return model
}

function sorted(files: Iterable<GeneratedFile>): readonly GeneratedFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** What an emission makes of a spec, of which the other thread was told something else where `told` is given. */
function madeByBoth(files: readonly SourceFile[], told: readonly SourceFile[] = files) {
  const measured = stages()
  const emission = new Emission(emitters, measured, 0)
  try {
    emission.begin(told)
    return { files: sorted(emission.files(sound(files))), times: measured.times }
  } finally {
    emission.end()
  }
}

describe('two threads', () => {
  test('make what one makes, and tell how long each emitter took', () => {
    const { files, times } = madeByBoth(spec)
    expect(files).toEqual(generate(sound(spec), emitters))
    const beside = [...times.keys()].filter((name) => name.endsWith('(beside)'))
    expect(beside.sort()).toEqual(names.map((name) => `emit ${name} (beside)`).sort())
  })

  test('make what one makes where there is more than may wait to be taken', { tags: ['full'] }, () => {
    const large = syntheticSpec(900)
    expect(madeByBoth(large).files).toEqual(generate(sound(large), emitters))
  })

  test('leave it to the first where the second fails', () => {
    const { files, times } = madeByBoth(spec, [])
    expect(files).toEqual(generate(sound(spec), emitters))
    expect([...times.keys()].filter((name) => name.endsWith('(beside)'))).toEqual([])
  })

  test('leave it to the first where the second dies', async () => {
    const thread = new SecondThread({ files: spec, emitters: names }, 200)
    thread.end()
    const rest = thread.rest()
    let next = rest.next()
    while (next.done !== true) next = rest.next()
    expect(next.value).toBe('gave up')
  })

  test('are one where the spec is small', () => {
    const measured = stages()
    const emission = new Emission(emitters, measured)
    emission.begin(spec)
    expect(sorted(emission.files(sound(spec)))).toEqual(generate(sound(spec), emitters))
    expect([...measured.times.keys()].filter((name) => name.endsWith('(beside)'))).toEqual([])
  })

  test('end at once when nobody wants the files of a second one that waits for room', async () => {
    const thread = new SecondThread({ files: syntheticSpec(900), emitters: names })
    const first = thread.rest().next()
    expect(first.done).toBe(false)
    await thread.end()
  })
})
