import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import mongoose from 'mongoose'
import { describe, expect, test } from 'vitest'
import { isTestDouble } from '../probe/world.ts'
import { RawClient } from './raw-client.ts'

const main = 'test/mongo-double/main.ts'

type Child = ChildProcessByStdio<Writable, Readable, null>

const start = (...args: string[]): Child =>
  spawn(process.execPath, [main, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })

async function firstLine(stream: Readable): Promise<string> {
  for await (const line of createInterface(stream)) return line
  throw new Error('the process said nothing')
}

async function isListening(uri: string): Promise<boolean> {
  try {
    const client = await RawClient.connect(uri)
    client.breakOff()
    return true
  } catch {
    return false
  }
}

describe('a process of its own', () => {
  test('prints where it is, serves, and ends with its input, even with a client connected', async () => {
    const child = start('--port', '0')
    const ended = once(child, 'exit')
    const uri = await firstLine(child.stdout)
    expect(await isTestDouble(uri)).toBe(true)
    const client = await new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 500 }).connect()
    child.stdin.end()
    expect(await ended).toEqual([0, null])
    expect(await isListening(uri)).toBe(false)
    await client.close()
  })

  test('ends when it is asked to', async () => {
    const child = start()
    const ended = once(child, 'exit')
    await firstLine(child.stdout)
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
  })

  test('does not outlive the process that started it, however that one ends', async () => {
    const program = `
      const { spawn } = require('node:child_process')
      spawn(process.execPath, [${JSON.stringify(main)}], { stdio: ['pipe', 'inherit', 'ignore'] })
      setInterval(() => {}, 1000)`
    const parent = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] })
    const uri = await firstLine(parent.stdout)
    expect(await isListening(uri)).toBe(true)
    parent.kill('SIGKILL')
    await once(parent, 'exit')
    // The child holds the pipe of the output: it is at its end when the child has gone.
    parent.stdout.resume()
    await once(parent.stdout, 'close')
    expect(await isListening(uri)).toBe(false)
  })

  test('takes no port that is none', async () => {
    const child = spawn(process.execPath, [main, '--port', 'x'], { stdio: 'ignore' })
    expect(await once(child, 'exit')).toEqual([1, null])
  })
})
