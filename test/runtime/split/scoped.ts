import { createHash } from 'node:crypto'
import { documentRepository } from '../../../runtime/src/documents/repository.ts'
import { rowRepository } from '../../../runtime/src/rows/repository.ts'
import type { Context } from '../../../runtime/src/scoped/context.ts'
import { type Observer, silent } from '../../../runtime/src/scoped/observer.ts'
import { secretsOf } from '../../../runtime/src/secrets/secrets.ts'
import { isSplit, splitRepository } from '../../../runtime/src/split/repository.ts'
import type { Scope } from '../../../runtime/src/stores/scope.ts'
import type { Stores } from '../../../runtime/src/stores/stores.ts'
import { handle, type ObjectHandle, type Repository, type Row } from '../support/db.ts'
import type { SeededTenant } from '../support/seed.ts'
import { testKeys } from '../support/test-keys.ts'
import type { World } from '../support/world.ts'

export interface ScopedOptions {
  readonly stores?: Stores
  readonly scope?: Scope
  readonly observer?: Observer
}

/** A tenant's repositories, without a provider above them. */
export class Scoped {
  readonly context: Context
  readonly tenant: SeededTenant

  constructor(world: World, tenant: SeededTenant, options: ScopedOptions = {}) {
    const { stores = world.stores, observer = silent } = options
    const scope: Scope = options.scope ?? {
      kind: 'tenant',
      tenant: { id: tenant.id, refId: tenant.refId },
      actor: { kind: 'user', id: tenant.user.refId, userId: tenant.user.id },
    }
    this.tenant = tenant
    this.context = {
      stores,
      scope,
      observer,
      secrets: secretsOf(world.description, testKeys),
      model: (name) => world.modelNamed(name),
    }
  }

  repository(member: string): Repository {
    const { description } = this.context.stores
    const isRow = description.entities[member]?.root === 'postgres'
    const root = isRow ? rowRepository(this.context, member) : documentRepository(this.context, member)
    return (isSplit(description, member) ? splitRepository(this.context, member, root) : root) as Repository
  }

  handle(member: string, object: string): ObjectHandle {
    return handle({ [member]: this.repository(member) } as never, member, object)
  }
}

let count = 0

/** An author with a book: what the records of the spec refer to. */
export async function bookOf(scoped: Scoped): Promise<{ readonly author: Row; readonly book: Row }> {
  count += 1
  const author = await scoped.repository('author').create({ penName: `Author ${count}`, legalName: 'Ada' })
  const book = await scoped.repository('book').create({ author: author.refId, title: `Book ${count}` })
  return { author, book }
}

export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}

/** What begins as a picture does. */
export function picture(n: number): Uint8Array {
  return Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, n % 256)
}

/** Inputs of every split entity of the spec; `n` makes each another one. */
export function inputs(
  { author, book }: { readonly author: Row; readonly book: Row },
  tenant: SeededTenant,
  n: number,
): Readonly<Record<string, object>> {
  const rendition = {
    book: book.refId,
    title: `Rendition ${n}`,
    metadata: { n },
    objects: { content: `<h1>${n}</h1>`, cover: picture(n) },
  }
  return {
    manuscript: {
      book: book.refId,
      version: n,
      document: { wordCount: 3, passphrase: 'open sesame', sections: [{ heading: 'One', words: 3 }] },
      objects: { body: `# Text ${n}` },
    },
    rendition,
    release: { book: book.refId, title: `Release ${n}`, output: rendition },
    agreement: {
      author: author.refId,
      number: `A-${n}`,
      signedOn: new Date(Date.UTC(2026, 0, 1)),
      witnessedBy: tenant.user.refId,
      witnessEmail: 'witness@example.com',
      objects: { scan: `%PDF-1.7 ${n}` },
    },
    pressCall: { book: book.refId, method: 'quote', document: { request: { copies: n }, response: null } },
    acquisition: {
      title: `Acquisition ${n}`,
      document: { scores: [n], facts: { n } },
      objects: { sample: `Sample ${n}` },
    },
    stencil: { name: `Stencil ${n}`, objects: { picture: picture(n) } },
  }
}
