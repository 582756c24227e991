import { type BsonValue, isBinary, isDocument } from '../bson/value.ts'
import { refuse } from '../server-error.ts'

/** The name of a logical session, from the `lsid` of a command. @throws ServerError 72 where there is none */
export function sessionOf(lsid: BsonValue): string {
  const id = isDocument(lsid) ? lsid.id : undefined
  return isBinary(id) ? id.toString('hex') : refuse(72, 'InvalidOptions', 'a session needs an id of type UUID')
}
