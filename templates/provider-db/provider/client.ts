import type { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../prisma-client/client.ts'

/** Prisma's client on a pool of connections, which the data layer keeps. */
export function prismaClient(adapter: PrismaPg): PrismaClient {
  return new PrismaClient({ adapter })
}
