import { parentPort } from 'node:worker_threads'
import { type PrismaFiles, readPrisma } from './prisma-engine.ts'

parentPort?.on('message', ({ id, files }: { readonly id: number; readonly files: PrismaFiles }) => {
  parentPort?.postMessage({ id, reading: readPrisma(files) })
})
