import type { Description } from '../../../runtime/src/description/description.ts'
import { entityIn } from '../../../runtime/src/scoped/context.ts'
import { checkedInput } from '../../../runtime/src/validate/input-schema.ts'

export interface FakeRecord {
  readonly refId: string
  readonly input: Readonly<Record<string, unknown>>
  state: string | undefined
}

/** A client that keeps what it is given, once the data layer's own schema has let it pass. */
export class FakeDb {
  readonly records: Map<string, FakeRecord[]> = new Map()
  readonly moves: string[] = []
  readonly db: object

  constructor(description: Description) {
    this.db = Object.fromEntries(
      Object.keys(description.entities).map((member) => [member, this.#repository(description, member)]),
    )
  }

  of(member: string): readonly FakeRecord[] {
    return this.records.get(member) ?? []
  }

  #repository(description: Description, member: string): object {
    const lifecycle = entityIn(description, member).table?.lifecycle
    const all: FakeRecord[] = []
    this.records.set(member, all)
    const create = async (input: object): Promise<FakeRecord> => {
      checkedInput(description, member, 'create', input)
      const refId = `01FAKE${String(all.length).padStart(8, '0')}${member.length.toString().padStart(12, '0')}`
      const record = { refId, input: { ...input }, state: lifecycle?.start }
      all.push(record)
      return record
    }
    return {
      create,
      createMany: async (inputs: readonly object[]) => {
        const made: FakeRecord[] = []
        for (const input of inputs) made.push(await create(input))
        return made
      },
      findFirst: async () => all[0] ?? null,
      transition: async (refId: string, to: string, { from }: { readonly from: string }) => {
        const record = all.find((one) => one.refId === refId)
        if (record === undefined || record.state !== from) throw new Error('it stands elsewhere')
        if (lifecycle?.allow[from]?.includes(to) !== true) throw new Error('not legal')
        record.state = to
        this.moves.push(`${from} -> ${to}`)
        return record
      },
    }
  }
}
