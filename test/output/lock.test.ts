import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { utimesSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withLock } from '../../generator/output/lock.ts'
import { folderWith, read, textsIn, write } from './trees.ts'

const patient = { patience: 10_000, onWait: () => {} }
const lock = '.manifest.lock'

function lockOf(pid: number, host: string = hostname()): string {
  return JSON.stringify({ pid, host })
}

/** The number of a process that has ended. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid ?? 0
}

describe('the lock', () => {
  test('is there while the work runs, names its process, and goes with it, also after a failure', async () => {
    const root = folderWith()
    const seen = await withLock(root, patient, () => read(root, lock))
    expect(JSON.parse(seen ?? '')).toEqual({ pid: process.pid, host: hostname() })
    await expect(
      withLock(root, patient, () => {
        throw new Error('the work failed')
      }),
    ).rejects.toThrow('the work failed')
    expect(textsIn(root)).toEqual({})
  })

  test('of a living process makes a run wait, say so once, and give up in words', async () => {
    const root = folderWith({ [lock]: lockOf(process.ppid) })
    const told: string[] = []
    const waiting = withLock(root, { patience: 200, onWait: (holder) => told.push(holder) }, () => 'done')
    await expect(waiting).rejects.toThrow(`another run of stowage (process ${process.ppid}) is writing the same output`)
    expect(told).toEqual([`another run of stowage (process ${process.ppid})`])
    expect(read(root, lock)).toBe(lockOf(process.ppid))
  })

  test('that is released in time lets a waiting run go on', async () => {
    const root = folderWith({ [lock]: lockOf(process.ppid) })
    const told: string[] = []
    const waiting = withLock(
      root,
      {
        patience: 10_000,
        onWait: (holder) => {
          told.push(holder)
          write(root, lock, lockOf(2 ** 22 + 1))
        },
      },
      () => 'done',
    )
    expect(await waiting).toBe('done')
    expect(told).toHaveLength(1)
  })

  test('of a dead process is broken', async () => {
    const root = folderWith({ [lock]: lockOf(await endedProcess()) })
    expect(await withLock(root, patient, () => 'done')).toBe('done')
    expect(textsIn(root)).toEqual({})
  })

  test('of another machine holds until it is old', async () => {
    const root = folderWith({ [lock]: lockOf(1, 'elsewhere.example') })
    await expect(withLock(root, { patience: 0, onWait: () => {} }, () => 1)).rejects.toThrow('on "elsewhere.example"')
    const old = new Date(Date.now() - 3_600_000)
    utimesSync(join(root, lock), old, old)
    expect(await withLock(root, patient, () => 'done')).toBe('done')
  })

  test.each(['', '{', '{"pid":-1,"host":"x"}', 'null'])(
    'that is unreadable holds for a moment only: %j',
    async (text) => {
      const root = folderWith({ [lock]: text })
      await expect(withLock(root, { patience: 0, onWait: () => {} }, () => 1)).rejects.toThrow(
        'another run of stowage is',
      )
      const old = new Date(Date.now() - 10_000)
      utimesSync(join(root, lock), old, old)
      expect(await withLock(root, patient, () => 'done')).toBe('done')
    },
  )

  test('left by an earlier process of our own number is broken', async () => {
    const root = folderWith({ [lock]: lockOf(process.pid) })
    const beforeUs = new Date(Date.now() - process.uptime() * 1000 - 60_000)
    utimesSync(join(root, lock), beforeUs, beforeUs)
    expect(await withLock(root, patient, () => 'done')).toBe('done')
  })
})

const lockModule = new URL('../../generator/output/lock.ts', import.meta.url).href

/** Counts up a number in a file many times, each time by reading and writing it under the lock. */
const counter = `
import { readFileSync, writeFileSync } from 'node:fs'
import { withLock } from ${JSON.stringify(lockModule)}
const root = process.argv[1]
for (let round = 0; round < 40; round += 1) {
  await withLock(root, { patience: 30000, onWait: () => {} }, () => {
    const count = Number(readFileSync(root + '/count', 'utf8'))
    writeFileSync(root + '/count', String(count + 1))
  })
}
`

test("several processes, a dead one's lock before them, never work at once", async () => {
  const root = folderWith({ count: '0', [lock]: lockOf(await endedProcess()) })
  const runs = Array.from({ length: 4 }, async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', counter, root], { stdio: 'inherit' })
    const [code] = await once(child, 'exit')
    return code
  })
  expect(await Promise.all(runs)).toEqual([0, 0, 0, 0])
  expect(read(root, 'count')).toBe('160')
})
