import { randomBytes } from 'node:crypto'
import type { Branded } from '../../src/core/brand.ts'

/** One run of one node: whoever starts again is another, and what the former knew is forgotten. */
export type NodeId = Branded<string, 'NodeId'>

const FORM = /^[0-9a-f]{12}$/

export function newNodeId(): NodeId {
  return randomBytes(6).toString('hex') as NodeId
}

export function parseNodeId(text: string): NodeId | null {
  return FORM.test(text) ? (text as NodeId) : null
}
