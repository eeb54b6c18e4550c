import { Schema } from 'prosemirror-model'
import { BLOCKS } from './schema-blocks.ts'
import { INLINES, MARKS } from './schema-inlines.ts'

/**
 * The closed schema of every text in the house. Editor and server use this very object: what the one can write is
 * exactly what the other accepts. The order of the marks is the order of their nesting, links outermost.
 */
export const schema = new Schema({ nodes: { ...BLOCKS, ...INLINES }, marks: MARKS })
