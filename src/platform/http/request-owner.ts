import type { FastifyRequest } from 'fastify'

export interface RequestOwner {
  readonly account: string
  readonly unit?: string
}

const owners = new WeakMap<FastifyRequest, RequestOwner>()

/** Who makes this request, for what the log says should it fail. */
export function noteOwner(request: FastifyRequest, owner: RequestOwner): void {
  owners.set(request, owner)
}

export const ownerOf = (request: FastifyRequest): RequestOwner | undefined => owners.get(request)
