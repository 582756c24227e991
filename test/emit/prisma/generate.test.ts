import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { soundModel } from '../../support/analyze-folder.ts'
import { type GeneratedClient, generateClient } from '../../support/prisma-engine-generate.ts'
import { basis, modelOf } from './spec-of.ts'

let made: GeneratedClient

beforeAll(async () => {
  made = await generateClient(soundModel('spec'))
}, 120_000)

afterAll(() => made?.remove())

/** What the compiler says in strict mode of a file beside the generated client, and of prisma.config.ts. */
function typeErrors({ root }: GeneratedClient, text: string): string {
  writeFileSync(join(root, 'src/use.ts'), text)
  const compilerOptions = {
    target: 'es2023',
    module: 'nodenext',
    types: ['node'],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    rewriteRelativeImportExtensions: true,
    skipLibCheck: true,
    noEmit: true,
  }
  writeFileSync(
    join(root, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, include: ['src/use.ts', 'prisma.config.ts'] }),
  )
  const tsc = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc')
  try {
    return execFileSync(process.execPath, [tsc, '-p', root], { encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
  }
}

test('prisma generate makes a client of the reference schema, which strict TypeScript accepts', {
  tags: ['full'],
  timeout: 120_000,
}, () => {
  const text = `import type { Prisma, PrismaClient } from './prisma-client/client.ts'

export async function names(prisma: PrismaClient): Promise<readonly string[]> {
  const users = await prisma.user.findMany({ where: { deletedOn: null }, select: { email: true } })
  return users.map(({ email }) => email)
}

export const where: Prisma.UserWhereInput = { email: { endsWith: '@example.com' } }

// @ts-expect-error: a partial unique is no key to Prisma, which would change every row that matches.
export const unique: Prisma.UserWhereUniqueInput = { email: 'a@example.com' }
`
  expect(typeErrors(made, text)).toBe('')
  expect(typeErrors(made, text.replace('@ts-expect-error', 'expected'))).toContain('src/use.ts')
})

test('prisma generate accepts the names that Prisma itself would stumble over', {
  tags: ['full'],
  timeout: 120_000,
}, async () => {
  const table = '{ use: [base_fields], postgres: { why: counted, fields: { set: "string[]", class: int } } }'
  const names = ['Class', 'Json', 'Prisma', 'Then', 'Model', 'Aggregate', 'AggregateUser', 'UserUnchecked']
  const odd = await generateClient(modelOf(`${basis}${names.map((one) => `  ${one}: ${table}\n`).join('')}`))
  try {
    const text = `import type { PrismaClient } from './prisma-client/client.ts'
export const all = (p: PrismaClient) => [p.class_, p.json_, p.prisma_, p.then_, p.model, p.aggregateUser_]
export const count = (p: PrismaClient): Promise<number> => p.userUnchecked_.count({ where: { class: 1, set: { has: '' } } })
`
    expect(typeErrors(odd, text)).toBe('')
  } finally {
    odd.remove()
  }
})
