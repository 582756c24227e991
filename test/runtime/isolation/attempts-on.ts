import type { Description } from '../../../runtime/src/description/description.ts'
import type { EntityDescription } from '../../../runtime/src/description/entity.ts'
import { isSplit } from '../faults/operations.ts'
import { handle, repository as repositoryOf } from '../support/db.ts'
import type { Attempt } from './attempt.ts'
import { documentAttempts } from './document-attempts.ts'
import { rowAttempts } from './row-attempts.ts'

/** All that is tried on the records of one entity. */
export function attemptsOn(entity: EntityDescription, description: Description): readonly Attempt[] {
  return [
    ...byPublicId(entity),
    ...rowAttempts(entity),
    ...documentAttempts(entity, description),
    ...(isSplit(entity, description) ? splitAttempts() : []),
    ...objectAttempts(entity),
  ]
}

function byPublicId({ root, table }: EntityDescription): readonly Attempt[] {
  return [
    { name: 'find', method: 'find', expects: 'empty', run: ({ repository, theirs }) => repository.find(theirs.refId) },
    { name: 'get', method: 'get', expects: 'refused', run: ({ repository, theirs }) => repository.get(theirs.refId) },
    {
      name: 'find by the inner id',
      method: 'find',
      expects: 'empty',
      run: ({ repository, theirs }) => repository.find(theirs.id),
    },
    {
      name: 'find among deleted ones',
      method: 'withDeleted',
      expects: 'empty',
      run: ({ repository, theirs }) => repository.withDeleted.find(theirs.refId),
    },
    { name: 'findMany', method: 'findMany', expects: 'own', run: ({ repository }) => repository.findMany({}) },
    {
      name: 'findMany among deleted ones',
      method: 'withDeleted',
      expects: 'own',
      run: ({ repository }) => repository.withDeleted.findMany({}),
    },
    {
      name: 'page through everything',
      method: 'page',
      expects: 'own',
      run: async ({ repository }) => {
        const items: object[] = []
        for (let after: string | null | undefined; after !== null; ) {
          const page = await repository.page({ take: 1, ...(after === undefined ? {} : { after }) })
          items.push(...page.items)
          after = page.next
        }
        return items
      },
    },
    ...(root === 'postgres' && table !== undefined
      ? ([
          {
            name: 'find within a transaction',
            method: 'find',
            expects: 'empty',
            run: ({ db, member, theirs }) => db.transaction((tx) => repositoryOf(tx, member).find(theirs.refId)),
          },
        ] satisfies Attempt[])
      : []),
  ]
}

function splitAttempts(): readonly Attempt[] {
  return [
    {
      name: 'read',
      method: 'read',
      expects: 'refused',
      run: ({ repository, theirs }) => repository.read(theirs.refId),
    },
    {
      name: 'create with an idempotency key of theirs',
      method: 'create',
      writes: true,
      expects: 'own',
      // Their key is none of mine: what comes back is a record of my own.
      run: async ({ repository, db, me, them, member }) =>
        repository.create(await me.records.input(db, member), { idempotencyKey: `key of ${them.tenant.refId}` }),
    },
  ]
}

/** The handles of objects, and keys of theirs in every place that takes one. */
function objectAttempts({ objects }: EntityDescription): readonly Attempt[] {
  return Object.values(objects).flatMap((object): readonly Attempt[] => {
    const { member: name } = object
    const key = (marks: readonly string[]): string => marks.find((mark) => mark.includes('/')) ?? ''
    return [
      {
        name: `contentUrl of ${name}`,
        method: `${name}.contentUrl`,
        expects: 'refused',
        run: ({ db, member, theirs }) => handle(db, member, name).contentUrl(theirs.refId),
      },
      {
        name: `contentUrl by member ${name}`,
        method: 'contentUrl',
        expects: 'refused',
        run: ({ repository, theirs }) => repository.contentUrl(theirs.refId, name),
      },
      {
        name: `bytes of ${name}`,
        method: `${name}.bytes`,
        expects: 'refused',
        run: ({ db, member, theirs }) => handle(db, member, name).bytes(theirs.refId),
      },
      {
        name: `text of ${name}`,
        method: `${name}.text`,
        expects: 'refused',
        run: ({ db, member, theirs }) => handle(db, member, name).text(theirs.refId),
      },
      {
        name: `stream of ${name}`,
        method: `${name}.stream`,
        expects: 'refused',
        run: async ({ db, member, theirs }) => {
          const pieces: Uint8Array[] = []
          for await (const piece of handle(db, member, name).stream(theirs.refId)) pieces.push(piece)
          return pieces
        },
      },
      {
        name: `uploadUrl of ${name}`,
        method: `${name}.uploadUrl`,
        expects: 'refused',
        run: ({ db, member, theirs }) =>
          handle(db, member, name).uploadUrl(theirs.refId, { size: 3, contentType: object.contentType }),
      },
      {
        name: `attach to ${name} of theirs`,
        method: `${name}.attach`,
        writes: true,
        expects: 'refused',
        run: ({ db, member, theirs, me }) =>
          handle(db, member, name).attach(theirs.refId, { key: `stowage-staging/${me.tenant.refId}/x` }),
      },
      {
        name: `attach a key of theirs to my ${name}`,
        method: `${name}.attach`,
        writes: true,
        expects: 'refused',
        run: ({ db, member, mine, them }) => handle(db, member, name).attach(mine.refId, { key: key(them.marks) }),
      },
      {
        name: `attach an upload of theirs to my ${name}`,
        method: `${name}.attach`,
        writes: true,
        expects: 'refused',
        run: ({ db, member, mine, them }) =>
          handle(db, member, name).attach(mine.refId, { key: them.uploads.get(`${member}.${name}`) ?? '' }),
      },
      {
        name: `create with an upload of theirs as ${name}`,
        method: 'create',
        writes: true,
        expects: 'refused',
        run: async ({ repository, db, me, them, member }) => {
          const { objects, ...input } = await me.records.input(db, member)
          const upload = { key: them.uploads.get(`${member}.${name}`) ?? '' }
          return repository.create({ ...input, objects: { ...Object(objects), [name]: upload } })
        },
      },
      {
        name: `create with a key of theirs as ${name}`,
        method: 'create',
        writes: true,
        expects: 'refused',
        run: async ({ repository, db, me, them, member }) => {
          const input = await me.records.input(db, member)
          return repository.create({
            ...input,
            objects: { ...Object(input.objects), [name]: { key: key(them.marks) } },
          })
        },
      },
    ]
  })
}
