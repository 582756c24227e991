import { objectsOf } from '../model/lookup.ts'
import type { Model } from '../model/model.ts'
import type { SequenceDiagram, SequenceMessage } from '../print/mermaid/sequence-diagram.ts'
import { type Figure, figureOf } from './figure.ts'

/** How a client comes to the bytes of an object; absent where the project keeps none. */
export function accessPath(model: Model): Figure | undefined {
  const { mongo, postgres, s3 } = model.project.stores
  if (s3 === undefined || objectsOf(model).length === 0) return undefined
  const database = postgres === undefined ? 'MongoDB' : mongo === undefined ? 'PostgreSQL' : 'PostgreSQL or MongoDB'
  const say = (from: number, to: number, text: string, reply: boolean = false): SequenceMessage => {
    return { from, to, text, reply }
  }
  const diagram: SequenceDiagram = {
    kind: 'sequence',
    title: 'How large content is read',
    notes: [],
    actors: ['Client', 'Application', database, 'S3'],
    steps: [
      say(0, 1, 'asks for the content'),
      say(1, 2, 'reads the record, by an index'),
      say(2, 1, 'record with the key of the object', true),
      say(1, 1, `signs a GET for ${s3.presignSeconds} seconds`),
      say(1, 0, 'the signed URL', true),
      say(0, 3, 'GET, by the signed URL'),
      say(3, 0, 'the bytes', true),
    ],
  }
  return figureOf('access-path', diagram, [])
}
