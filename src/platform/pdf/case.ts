import { mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { caseData, type FoundPart } from './case-data.ts'
import { EXTENSIONS } from './image-types.ts'
import type { CasePart, CasePdfInput, CasePdfResult } from './input.ts'
import { PdfError } from './pdf-error.ts'
import { placePart } from './place-part.ts'
import type { Pool } from './pool.ts'

export interface CaseOptions {
  readonly pool: Pool
  readonly workspace: string
  /** For the joining; a part alone has `partTimeoutMs`. */
  readonly timeoutMs: number
  readonly partTimeoutMs: number
  /** All the parts together. What comes after is told of on the last sheet. */
  readonly mostBytes: number
}

/**
 * Writes a whole case file to `output`. Each part is first drawn alone, so that one that cannot be drawn, or that
 * brings the engine down, is told of on the last sheet instead of costing the others.
 */
export async function renderCase(input: CasePdfInput, output: string, options: CaseOptions): Promise<CasePdfResult> {
  const folder = await mkdtemp(join(options.workspace, 'case-'))
  try {
    const emblem = await findEmblem(input, folder, options)
    const found: FoundPart[] = []
    let room = options.mostBytes
    for (const [index, part] of input.parts.entries()) {
      const { state, sizeBytes } = await findPart(part, `part-${index + 1}`, folder, room, options)
      found.push(state)
      room -= sizeBytes
    }
    const job = { kind: 'case' as const, data: caseData(input, found, emblem), createdAt: input.createdAt, output }
    const made = await options.pool.run(job, options.timeoutMs)
    return {
      ...made,
      omitted: found.flatMap((state, part) => ('omitted' in state ? [{ part, reason: state.omitted }] : [])),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Found = { readonly state: FoundPart; readonly sizeBytes: number }

async function findPart(
  part: CasePart,
  name: string,
  folder: string,
  room: number,
  options: CaseOptions,
): Promise<Found> {
  const { source } = part
  const omitted = (reason: Extract<FoundPart, { omitted: unknown }>['omitted']): Found => ({
    state: { omitted: reason },
    sizeBytes: 0,
  })
  if (source.kind === 'omitted') return omitted(source.reason)
  const extension = source.kind === 'pdf' ? 'pdf' : EXTENSIONS[source.mediaType]
  if (extension === undefined) return omitted('unsupported')
  const file = `${name}.${extension}`
  const sizeBytes = await placePart(folder, file, source.file)
  if (sizeBytes === undefined) return omitted('missing')
  if (sizeBytes > room) return omitted('too-large')
  const address = `/${basename(folder)}/${file}`
  const media = source.kind
  const probe = await probed(address, media, options)
  return 'refused' in probe ? omitted(probe.refused) : { state: { address, media, pages: probe.pages }, sizeBytes }
}

async function probed(address: string, media: 'pdf' | 'image', { pool, workspace, partTimeoutMs }: CaseOptions) {
  try {
    return await pool.run({ kind: 'probe', address, path: join(workspace, address), media }, partTimeoutMs)
  } catch (error) {
    // It brought the engine down, or kept it for too long: the part is to blame, and stays out.
    if (error instanceof PdfError && (error.kind === 'crashed' || error.kind === 'timeout'))
      return { refused: 'damaged' as const }
    throw error
  }
}

async function findEmblem({ agency }: CasePdfInput, folder: string, options: CaseOptions): Promise<string | undefined> {
  const extension = agency.emblem && EXTENSIONS[agency.emblem.mediaType]
  if (!agency.emblem || extension === undefined) return undefined
  await placePart(folder, `emblem.${extension}`, agency.emblem.bytes)
  const address = `/${basename(folder)}/emblem.${extension}`
  return 'refused' in (await probed(address, 'image', options)) ? undefined : address
}
