import { Ajv } from 'ajv'

const words = { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 }

/**
 * What of GitLab's pipelines the job uses, after GitLab's own reference (https://docs.gitlab.com/ci/yaml/). Written for this
 * test: it knows no keyword that the job does not need, so that a misspelt one is found.
 */
const job = {
  type: 'object',
  required: ['script'],
  additionalProperties: false,
  properties: {
    image: { type: 'string', pattern: '^[a-z0-9./-]+:[a-z0-9.-]+$' },
    rules: {
      type: 'array',
      items: { type: 'object', required: ['if'], additionalProperties: false, properties: { if: { type: 'string' } } },
    },
    cache: {
      type: 'object',
      additionalProperties: false,
      required: ['key', 'paths'],
      properties: {
        // At most two files: https://docs.gitlab.com/ci/yaml/#cachekeyfiles
        key: {
          type: 'object',
          required: ['files'],
          additionalProperties: false,
          properties: { files: { ...words, maxItems: 2 } },
        },
        paths: words,
      },
    },
    script: words,
    artifacts: {
      type: 'object',
      additionalProperties: false,
      properties: {
        when: { enum: ['on_success', 'on_failure', 'always'] },
        reports: {
          type: 'object',
          additionalProperties: false,
          properties: { codequality: { type: 'string' }, junit: { type: 'string' } },
        },
      },
    },
  },
}

const ajv = new Ajv({ strict: true, allErrors: true })

/** A file with one job and nothing else. */
export const isJobFile: ReturnType<Ajv['compile']> = ajv.compile({
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: job,
})

/** A pipeline that only includes files of its own repository. */
export const isIncludingFile: ReturnType<Ajv['compile']> = ajv.compile({
  type: 'object',
  required: ['include'],
  additionalProperties: false,
  properties: {
    include: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['local'],
        additionalProperties: false,
        properties: { local: { type: 'string', pattern: '\\.ya?ml$' } },
      },
    },
  },
})
