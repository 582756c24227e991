import { describe, expect, test } from 'vitest'
import { tenancy } from '../expected/project.ts'
import { objects } from '../expected/s3.ts'
import { foundObject, random, sampleKey, tenantVariable } from '../reading/s3.ts'

const prefix = tenancy.prefix ?? ''
const variable = tenantVariable ?? ''
const named = objects.map((fact) => ({ name: `${fact.entity}.${fact.name}`, fact }))
const owned = named.filter(({ fact }) => fact.tenancy === 'required' || fact.tenancy === 'shared')

describe('the tenant of objects', () => {
  test.each(owned)('$name lies below its tenant', ({ fact }) => {
    const { values, key } = sampleKey(fact, random(5))
    expect(
      foundObject(fact)
        .key(values)
        .startsWith(prefix.replaceAll(`{${variable}}`, String(values[variable]))),
    ).toBe(true)
    expect(foundObject(fact).parse(key)).toHaveProperty([variable], values[variable])
  })

  test.each(owned)('$name of another tenant has another key', ({ fact }) => {
    const { values } = sampleKey(fact, random(5))
    const other = sampleKey(fact, random(6)).values[variable]
    expect(foundObject(fact).key({ ...values, [variable]: other })).not.toBe(foundObject(fact).key(values))
  })

  test.each(owned.filter(({ fact }) => fact.tenancy === 'shared'))('$name without a tenant is shared', ({ fact }) => {
    const { values, key } = sampleKey(fact, random(5))
    const below = prefix.replaceAll(`{${variable}}`, String(values[variable]))
    const shared = foundObject(fact).key({ ...values, [variable]: null })
    expect(shared).toBe(key.replace(below, 'shared/'))
    expect(foundObject(fact).parse(shared)).toEqual({ ...values, [variable]: null })
  })

  test.each(named.filter((one) => !owned.includes(one)))(
    '$name, which no tenant owns, lies where no tenant does',
    ({ fact }) => {
      const [first] = foundObject(fact)
        .key(sampleKey(fact, random(5)).values)
        .split('/')
      expect(prefix === '' || first !== prefix.split('/')[0]).toBe(true)
    },
  )
})
