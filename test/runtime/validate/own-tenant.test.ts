import { describe, expect, test } from 'vitest'
import { describeProvider } from '../../../generator/emit/provider/describe/describe.ts'
import { Forbidden, InvalidInput } from '../../../runtime/src/errors/errors.ts'
import { newUlid } from '../../../runtime/src/ids/ulid.ts'
import { newUuid7 } from '../../../runtime/src/ids/uuid.ts'
import type { Scope } from '../../../runtime/src/stores/scope.ts'
import { withoutTenant } from '../../../runtime/src/validate/own-tenant.ts'
import { soundModel } from '../../support/analyze-folder.ts'

const press = describeProvider(soundModel('test/runtime/spec'))
const ulid = newUlid()

describe('the tenant of a new record', () => {
  const tenant = { id: newUuid7(), refId: newUlid() }
  const inside: Scope = { kind: 'tenant', tenant }
  const system: Scope = { kind: 'system', reason: 'a test' }
  const entity = (member: string) => press.entities[member] ?? expect.unreachable()

  test.each<readonly [string, object]>([
    ['left out', { title: 'x' }],
    ['by its UUID', { title: 'x', houseId: tenant.id }],
    ['by its public id', { title: 'x', houseId: tenant.refId }],
    ['by its relation', { title: 'x', house: tenant.refId }],
  ])('is that of the scope: %s', (_, input) => {
    expect(withoutTenant(entity('book'), inside, input)).toEqual({ input: { title: 'x' }, tenant })
  })

  test.each<readonly [string, object]>([
    ['another UUID', { houseId: newUuid7() }],
    ['another public id', { house: newUlid() }],
    ['nobody', { houseId: null }],
    ['two of them', { houseId: tenant.id, house: tenant.refId }],
    ['a condition', { houseId: { not: 'x' } }],
  ])('is never another: %s', (_, input) => {
    expect(() => withoutTenant(entity('book'), inside, input)).toThrow(Forbidden)
    expect(() => withoutTenant(entity('genre'), inside, input)).toThrow(Forbidden)
  })

  test('is named in a system scope, unless the record is shared', () => {
    expect(() => withoutTenant(entity('book'), system, {})).toThrow(InvalidInput)
    expect(() => withoutTenant(entity('book'), system, { houseId: null })).toThrow(InvalidInput)
    expect(() => withoutTenant(entity('book'), system, { houseId: 'x' })).toThrow(InvalidInput)
    expect(withoutTenant(entity('book'), system, { houseId: ulid })).toEqual({ input: {}, tenant: { refId: ulid } })
    expect(withoutTenant(entity('genre'), system, {})).toEqual({ input: {}, tenant: null })
    expect(withoutTenant(entity('currency'), system, { code: 'EUR' })).toEqual({
      input: { code: 'EUR' },
      tenant: undefined,
    })
  })
})
