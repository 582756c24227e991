import { describe, expect, it } from 'vitest'
import { inMongo, inPostgres } from '../../generator/model/lookup.ts'
import { analyzeFolder } from '../support/analyze-folder.ts'
import { isTimestamp, model, rows, specFolder, stored, target } from './reference-model.ts'

describe('tenancy', () => {
  it('belongs to a tenant everywhere, unless it says why not', () => {
    const others = model.entities.filter(({ tenancy }) => tenancy.mode !== 'required')
    expect(others.map(({ name, tenancy }) => [name, tenancy.mode])).toEqual([
      ['ActivityTemplate', 'shared'],
      ['Plan', 'none'],
      ['RecurringTaskTemplate', 'shared'],
      ['Tenant', 'self'],
    ])
    for (const { tenancy } of others) expect(tenancy.why).toMatch(/\w/)
  })

  it('carries tenant_id in rows and tenantId in documents', () => {
    for (const { tenancy, postgres, mongo } of model.entities) {
      if (tenancy.mode === 'self' || tenancy.mode === 'none') continue
      if (postgres !== undefined) expect(target(postgres, 'tenant_id')).toBe('Tenant')
      if (mongo !== undefined) expect(target(mongo, 'tenantId')).toBe('Tenant')
    }
  })
})

/** Rows whose amounts are in the currency of the row that they belong to. */
const currencyOf: Readonly<Record<string, string>> = { InvoiceLine: 'Invoice', AdKeyword: 'AdCampaign' }

describe('conventions', () => {
  it('carries the base fields in every record', () => {
    for (const { postgres } of inPostgres(model)) {
      const have = postgres.fields.map(({ physical }) => physical.text)
      expect(have).toEqual(expect.arrayContaining(['id', 'ref_id', 'created_on', 'created_by']))
    }
    for (const { mongo } of inMongo(model)) {
      const have = mongo.fields.map(({ physical }) => physical.text)
      expect(have).toEqual(expect.arrayContaining(['refId', 'createdOn', 'createdBy']))
    }
  })

  it('names columns by their role', () => {
    for (const { postgres } of inPostgres(model)) {
      for (const field of postgres.fields) {
        const column = field.physical.text
        expect(column).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/)
        expect(/_on$/.test(column) || !isTimestamp(field), column).toBe(true)
        const { type } = field
        if (type.kind === 'ref' && type.entity === 'User') expect(column).toMatch(/_by$/)
        else if (type.kind === 'ref') expect(column).toMatch(type.mode === 'foreign_key' ? /_id$/ : /_ref$/)
        if (type.kind === 'key') expect(column).toMatch(/s3_key$/)
        if (type.kind === 'scalar' && type.scalar === 'external_id') expect(column).toMatch(/^external_/)
      }
    }
  })

  it('names document fields in camelCase', () => {
    for (const { mongo } of inMongo(model)) {
      for (const { physical } of mongo.fields) expect(physical.text).toMatch(/^[a-z][a-zA-Z0-9]*$/)
    }
  })

  it('keeps its secrets and personal data marked', () => {
    const marked = (classify: string): readonly string[] =>
      inPostgres(model).flatMap(({ name, postgres }) =>
        postgres.fields.filter((field) => field.classify === classify).map((field) => `${name}.${field.name}`),
      )
    expect(marked('secret')).toEqual([
      'Channel.access_token',
      'Channel.refresh_token',
      'Session.token_hash',
      'User.password_hash',
      'User.mfa_secret',
    ])
    const personal = inPostgres(model).flatMap(({ name, postgres }) =>
      postgres.fields
        .filter(
          ({ name: field, type }) =>
            (type.kind === 'scalar' && type.scalar === 'email') || /^(phone|ip_address)$/.test(field),
        )
        .map((field) => `${name}.${field.name}`),
    )
    expect(personal.length).toBeGreaterThan(5)
    expect(marked('pii')).toEqual(expect.arrayContaining(personal))
  })

  it('counts money in whole units or decimals beside a currency, never in floats', () => {
    for (const { name, postgres } of inPostgres(model)) {
      const money = postgres.fields.filter((field) => /(_minor|_micros|_usd)$/.test(field.name))
      for (const { type } of money) {
        expect(type.kind === 'scalar' && ['bigint', 'decimal'].includes(type.scalar), name).toBe(true)
      }
      const inOwnUnit = money.some((field) => !field.name.endsWith('_usd'))
      if (inOwnUnit) stored(rows(currencyOf[name] ?? name), 'currency')
    }
  })
})

describe('the spec itself', () => {
  it('has nothing to mend under the strict rules', () => {
    expect(model.project.rules.preset).toBe('strict')
    expect(analyzeFolder(specFolder).diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([])
  })

  it('says of everything what it is', () => {
    const silent: string[] = []
    const ask = (name: string, about: string | undefined): void => {
      if (about === undefined || !/\w/.test(about) || about.includes('\n')) silent.push(name)
    }
    for (const one of [...model.domains, ...model.mixins, ...model.enums, ...model.valueTypes]) ask(one.name, one.about)
    for (const { name, values } of model.enums) for (const value of values) ask(`${name}.${value.name}`, value.about)
    for (const { name, fields } of model.valueTypes)
      for (const field of fields) ask(`${name}.${field.name}`, field.about)
    for (const { name, about, postgres, mongo, s3 } of model.entities) {
      ask(name, about)
      for (const part of [postgres, mongo])
        for (const field of part?.fields ?? []) ask(`${name}.${field.name}`, field.about)
      for (const one of s3?.objects ?? []) ask(`${name}.${one.name}`, one.about)
    }
    expect(silent).toEqual([])
  })

  it('says how much of everything there will be', () => {
    for (const { name, postgres, mongo, s3 } of model.entities) {
      if (postgres !== undefined) expect(postgres.volume, name).toBeDefined()
      if (mongo !== undefined) expect(mongo.volume, name).toBeDefined()
      for (const one of s3?.objects ?? []) expect(one.volume, name).toBeDefined()
    }
  })
})
