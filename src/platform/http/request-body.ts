import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { FormFields } from '../form-fields.ts'
import type { Platform } from '../platform.ts'
import type { UploadedFile } from './visit.ts'

const firstBytesKept = 4_100
const mostFields = 500
const mostFiles = 50

/** The form of a request and its files, each streamed into the store as it comes. */
export async function readBody(
  request: FastifyRequest,
  platform: Platform,
  uploadLimitBytes: number | undefined,
): Promise<{ form: FormFields; uploads: readonly UploadedFile[] }> {
  if (!request.isMultipart()) return { form: plainForm(request.body), uploads: [] }
  const form = noFields()
  const uploads: UploadedFile[] = []
  for await (const part of partsOf(request)) {
    if (part.type === 'field') {
      addField(form, part.fieldname, clean(String(part.value)))
      continue
    }
    if (!part.filename) {
      part.file.resume()
      continue
    }
    uploads.push(await keep(part, platform, uploadLimitBytes ?? 0))
  }
  return { form, uploads }
}

async function* partsOf(request: FastifyRequest) {
  try {
    yield* request.parts({
      limits: { fields: mostFields, files: mostFiles, fieldSize: 1_048_576, fileSize: Number.POSITIVE_INFINITY },
    })
  } catch (error) {
    throw unreadableForm(error)
  }
}

/** A form that was cut off, or was never one, is the fault of who sent it. */
export function unreadableForm(cause: unknown): unknown {
  if (cause instanceof Error && 'statusCode' in cause) return cause
  return Object.assign(new Error('a form in parts could not be read', { cause }), { statusCode: 400 })
}

async function keep(
  part: { fieldname: string; filename: string; mimetype: string; file: Readable },
  platform: Platform,
  limitBytes: number,
): Promise<UploadedFile> {
  let firstBytes = Buffer.alloc(0)
  async function* watched() {
    // Left alive when the store wants no more of it: the rest of the form comes after the file.
    try {
      for await (const chunk of part.file.iterator({ destroyOnReturn: false })) {
        if (firstBytes.length < firstBytesKept) {
          firstBytes = Buffer.concat([firstBytes, chunk.subarray(0, firstBytesKept - firstBytes.length)])
        }
        yield chunk
      }
    } catch (error) {
      throw unreadableForm(error)
    }
  }
  const outcome = await platform.files.put(watched(), { limitBytes })
  if (!outcome.done) for await (const _rest of part.file);
  return {
    field: part.fieldname,
    fileName: part.filename,
    declaredType: part.mimetype,
    firstBytes,
    stored: outcome.done ? outcome.value : undefined,
    problem: outcome.done ? undefined : outcome.refusals[0],
  }
}

function plainForm(body: unknown): FormFields {
  if (!body || typeof body !== 'object' || Array.isArray(body)) return {}
  const form = noFields()
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') form[name] = clean(value)
    // Of JSON, lists may hold lists, down to any depth: those are no fields.
    else if (Array.isArray(value))
      form[name] = value.filter((one) => typeof one !== 'object').map((one) => clean(String(one)))
  }
  return form
}

/** Without what every object has: a field may be called `toString`. */
function noFields(): Record<string, string | string[]> {
  return Object.create(null)
}

/** Without zero bytes, which PostgreSQL refuses and nobody typed. */
function clean(text: string): string {
  return text.replaceAll('\0', '')
}

function addField(form: Record<string, string | string[]>, name: string, value: string): void {
  const before = form[name]
  if (before === undefined) form[name] = value
  else if (typeof before === 'string') form[name] = [before, value]
  else before.push(value)
}
