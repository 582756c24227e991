import { Templates } from '../../print/template/render.ts'
import { interpolations } from './interpolations.ts'

export const templates: Templates = new Templates(interpolations)
