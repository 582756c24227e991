import { isDeepStrictEqual } from 'node:util'
import type { JsonObject } from '../../front/schema/json-schema.ts'
import type { Model } from '../../model/model.ts'
import type { Subject } from '../../model/subject.ts'
import { type ScalarName, scalarNames } from '../../model/type.ts'
import { subjectOfKeys } from '../../site/subject-at.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { Cursor } from '../cursor.ts'
import { entryAt, type FileKind, schemasAt, wordsOf } from '../language/schema-at.ts'
import { type FieldHolder, keyPlaceAt, type ValuePlace, valuePlaceAt } from '../language/value-place.ts'
import { fieldIn, namedSubject } from './named-subject.ts'

/** What a hover is about: a thing of the spec, or of the language. */
export type Topic =
  | { readonly kind: 'subject'; readonly subject: Subject }
  | { readonly kind: 'rule'; readonly code: string }
  | { readonly kind: 'scalar'; readonly name: ScalarName }
  | { readonly kind: 'key'; readonly name: string; readonly schema: JsonObject }

/** A topic, and the range of the text that it is read from. */
export interface TopicAt {
  readonly topic: Topic
  readonly start: number
  readonly end: number
}

/** What a text is read with. */
export interface Scope {
  readonly model: Model | undefined
  readonly file: SourceFile
  readonly kinds: readonly FileKind[]
}

/** What stands at a place; nothing where it is a text of its own, or a name that the model does not know. */
export function topicAt(scope: Scope, cursor: Cursor): TopicAt | undefined {
  const { model } = scope
  const { word } = cursor
  const whole = (topic: Topic | undefined): TopicAt | undefined =>
    topic === undefined ? undefined : { topic, start: word.start, end: word.end }
  switch (cursor.role) {
    case 'comment':
      return inComment(cursor)
    case 'key':
      return whole(ofKey(scope, cursor))
    case 'value': {
      const place = valuePlaceAt(cursor.path)
      if (place?.kind === 'type') return inType(model, cursor, place.holder)
      if (place?.kind === 'path') return inPath(model, cursor, place.entity)
      const named = place === undefined ? undefined : ofName(model, place, wordOf(cursor))
      return whole(named ?? ofDeclaration(scope, cursor) ?? ofLanguage(scope, cursor))
    }
  }
}

/** The word at the cursor within the text there: an index may have a direction behind its field. */
function wordOf({ word }: Cursor): string {
  return word.text.split(' ')[0] ?? ''
}

function subject(found: Subject | undefined): Topic | undefined {
  return found === undefined ? undefined : { kind: 'subject', subject: found }
}

function ofName(model: Model | undefined, place: ValuePlace, name: string): Topic | undefined {
  if (place.kind === 'rule') return { kind: 'rule', code: name }
  return model === undefined ? undefined : subject(namedSubject(model, place, name))
}

function ofKey(scope: Scope, cursor: Cursor): Topic | undefined {
  const name = cursor.word.text
  const place = keyPlaceAt(cursor.path)
  const named = place === undefined ? undefined : ofName(scope.model, place, name)
  const path = [...cursor.path, { kind: 'key', name } as const]
  const schema = entryAt(scope.kinds, path)
  return named ?? (schema === undefined ? ofDeclaration(scope, { ...cursor, path }) : { kind: 'key', name, schema })
}

/** The key of the language that a word is the value of. */
function ofLanguage({ kinds }: Scope, { path }: Cursor): Topic | undefined {
  const keys = path.findLast((step) => step.kind === 'key')
  const schema = entryAt(kinds, path)
  // A text that somebody made up says nothing of the language.
  const hasWords = schemasAt(kinds, path).some((piece) => wordsOf(piece).length > 0)
  return !hasWords || schema === undefined || keys?.kind !== 'key'
    ? undefined
    : { kind: 'key', name: keys.name, schema }
}

/** A name that the spec declares at a place: the last key of the path, or a value of a short enum. */
function ofDeclaration({ model, file }: Scope, { path, role, word }: Cursor): Topic | undefined {
  if (model === undefined) return undefined
  const keys = path.map((step) => (step.kind === 'key' ? step.name : word.text))
  const found = subjectOfKeys(model, file, keys)
  const around = subjectOfKeys(model, file, keys.slice(0, -1))
  const isName = role === 'key' || path.at(-1)?.kind === 'item' || found?.kind === 'domain'
  return isName && !isDeepStrictEqual(found, around) ? subject(found) : undefined
}

/** The identifier at the cursor, within the text there. */
function identifier({ word, offset }: Cursor): { readonly text: string; readonly start: number; readonly end: number } {
  const at = offset - word.start
  const start = at - (/\w*$/.exec(word.text.slice(0, at))?.[0].length ?? 0)
  const end = at + (/^\w*/.exec(word.text.slice(at))?.[0].length ?? 0)
  return { text: word.text.slice(start, end), start: word.start + start, end: word.start + end }
}

function inType(model: Model | undefined, cursor: Cursor, holder: FieldHolder): TopicAt | undefined {
  const { text, start, end } = identifier(cursor)
  const call = /(\w+)\(\s*$/.exec(cursor.word.text.slice(0, start - cursor.word.start))?.[1]
  const scalar = scalarNames.find((name) => name === text)
  const topic = call === undefined && scalar !== undefined ? { kind: 'scalar' as const, name: scalar } : named()
  return topic === undefined ? undefined : { topic, start, end }

  function named(): Topic | undefined {
    const byName = model?.byName
    if (call === 'ref') return subject(byName?.entities.has(text) === true ? { kind: 'entity', name: text } : undefined)
    if (call === 'key' && holder.kind === 'part') {
      const known = byName?.entities.get(holder.entity)?.s3?.objects.some(({ name }) => name === text) === true
      return subject(known ? { kind: 'object', entity: holder.entity, name: text } : undefined)
    }
    if (call === 'part' && holder.kind === 'part')
      return subject({ kind: 'part', entity: holder.entity, store: 'mongo' })
    if (byName?.enums.has(text) === true) return subject({ kind: 'enum', name: text })
    return subject(byName?.valueTypes.has(text) === true ? { kind: 'shape', name: text } : undefined)
  }
}

function inPath(model: Model | undefined, cursor: Cursor, entity: string): TopicAt | undefined {
  const { text, start, end } = identifier(cursor)
  const { word } = cursor
  const isVariable = word.text[start - word.start - 1] === '{' && word.text[end - word.start] === '}'
  const found = model?.byName.entities.get(entity)
  if (model === undefined || found === undefined || !isVariable || found.root === 's3') return undefined
  const topic = subject(fieldIn(model, { kind: 'part', entity, store: found.root }, text))
  return topic === undefined ? undefined : { topic, start, end }
}

/** The name of a rule in a suppression. */
function inComment({ word, offset }: Cursor): TopicAt | undefined {
  if (!/^#+\s*stowage-ignore-/.test(word.text)) return undefined
  const at = offset - word.start
  const start = at - (/[\w/-]*$/.exec(word.text.slice(0, at))?.[0].length ?? 0)
  const end = at + (/^[\w/-]*/.exec(word.text.slice(at))?.[0].length ?? 0)
  const code = word.text.slice(start, end)
  return code.includes('/')
    ? { topic: { kind: 'rule', code }, start: word.start + start, end: word.start + end }
    : undefined
}
