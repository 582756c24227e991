import type { Difference } from '../report.ts'
import type { PostgresClient } from './client.ts'
import { compareDatabase } from './compare/compare.ts'
import type { PostgresDescription } from './description.ts'
import { readDatabase } from './read/read.ts'

/** Compares a database with its description, reading only. Empty where nothing differs. */
export async function verifyPostgres(
  client: PostgresClient,
  wanted: PostgresDescription,
): Promise<readonly Difference[]> {
  return compareDatabase(wanted, await readDatabase(client, wanted))
}
