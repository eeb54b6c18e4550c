import type { FastifyRequest } from 'fastify'
import {
  type Answer,
  bytes,
  html,
  notFound,
  type Router,
  unreadableForm,
  type Visit,
} from '../../../platform/http/index.ts'
import { serveFile } from '../../documents/index.ts'
import { type AuthenticityTyped, readCodes } from './authenticity.form.ts'
import { AuthenticityPage } from './authenticity.page.tsx'
import { type Authenticity, type Codes, checkAuthenticity } from './check-authenticity.ts'
import type { Comparison } from './compare.page.tsx'
import { digestOf } from './compare-file.ts'
import { FoundPage } from './found.page.tsx'
import { publicImage, signedBytes } from './serve-signed.ts'
import { openWrongCodes, type WrongCodes } from './wrong-codes.ts'

/** Attempts a minute from one address, each address of the page by itself. */
const perMinute = 30
const mostBytes = 200 * 1024 ** 2

export function authenticityRoutes(router: Router): void {
  const wrong = openWrongCodes()
  router.publicPage(
    '/autenticidade',
    async (visit) => {
      const { typed, codes, digest, problems } = readCodes(visit.query)
      if (!codes) return askCodes(visit, typed, problems, problems.length > 0 ? 422 : 200)
      const found = await findBy(visit, codes, wrong)
      if (found === 'spent') return askCodes(visit, typed, [], 429)
      if (!found) return askCodes(visit, typed, [], 404)
      const comparison = comparisonOf(visit, found, digest)
      const page = { page: visit.page, codes, found, comparison, typedDigest: typed.digest, problems }
      return html(<FoundPage {...page} />, problems.length > 0 ? 422 : 200)
    },
    { perMinute },
  )

  router.publicPage(
    '/autenticidade/arquivo',
    async (visit) => {
      const found = await shownBy(visit, readCodes(visit.query).codes, wrong)
      if (!found) return notFound
      const { file, signed } = found
      if (file) {
        return (await serveFile(visit.platform.files, file, { disposition: 'attachment', range: '' })) ?? notFound
      }
      const body = await signedBytes(visit.db, signed.sha256)
      if (!body) return notFound
      return bytes(body, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="documento-${signed.number}.json"`,
      })
    },
    { perMinute },
  )

  // A text may show many images, and each asks for itself.
  router.publicPage(
    '/autenticidade/imagem/:codigo/:crc/:sha256',
    async (visit) => {
      const { codes } = readCodes((name) => (name === 'resumo' ? '' : visit.param(name)))
      const found = await shownBy(visit, codes, wrong)
      if (found?.html === undefined) return notFound
      const image = await publicImage(visit.db, visit.platform.files, found.facts.id, visit.param('sha256'))
      if (!image) return notFound
      return {
        kind: 'stream',
        headers: {
          'content-type': image.mediaType,
          'content-length': image.sizeBytes,
          'content-security-policy': "default-src 'none'; sandbox",
        },
        body: image.body,
      }
    },
    { perMinute: 120 },
  )

  // Nothing is done and nothing is kept: the file becomes a digest in the address of the page that compares it.
  router.server.post(
    '/autenticidade/comparacao',
    { bodyLimit: 2 * mostBytes, config: { rateLimit: { max: perMinute, timeWindow: 60_000 } } },
    async (request, reply) => reply.redirect(await addressOfComparison(request), 303),
  )
}

function askCodes(
  visit: Visit,
  typed: AuthenticityTyped,
  problems: Parameters<typeof AuthenticityPage>[0]['problems'],
  status: 200 | 404 | 422 | 429,
): Answer {
  return html(
    <AuthenticityPage
      page={visit.page}
      typed={typed}
      problems={problems}
      notFound={status === 404}
      isSpent={status === 429}
    />,
    status,
  )
}

/** What these codes lead to; `spent` where too many wrong ones came from this address, right ones or not. */
async function findBy(visit: Visit, codes: Codes, wrong: WrongCodes): Promise<Authenticity | 'spent' | undefined> {
  if (wrong.isSpent(visit.ip, visit.now)) return 'spent'
  const found = await checkAuthenticity(visit.platform, codes)
  if (!found) wrong.count(visit.ip, visit.now)
  return found
}

/** The document, where its content is for who has these codes and is as it was signed. */
async function shownBy(visit: Visit, codes: Codes | undefined, wrong: WrongCodes) {
  const found = codes && (await findBy(visit, codes, wrong))
  return found !== 'spent' && found?.kind === 'shown' && found.signed.condition === 'intact' ? found : undefined
}

function comparisonOf(visit: Visit, found: Authenticity, digest: string | undefined): Comparison {
  const problem = visit.query('arquivo')
  if (problem === 'grande') return { kind: 'too-large' }
  if (problem === 'nenhum') return { kind: 'no-file' }
  if (!digest || found.kind !== 'shown') return undefined
  return { kind: digest === found.signed.sha256 ? 'equal' : 'different', digest }
}

async function addressOfComparison(request: FastifyRequest): Promise<string> {
  const query = new URLSearchParams()
  if (!request.isMultipart()) return addressWithoutFile(request.body)
  const limits = { fileSize: Number.POSITIVE_INFINITY, files: 1, fields: 10, fieldSize: 200 }
  let compared = 'nenhum'
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        if (part.fieldname === 'codigo' || part.fieldname === 'crc') query.set(part.fieldname, String(part.value))
        continue
      }
      const digest = await digestOf(part.file, mostBytes)
      if (!part.filename) continue
      compared = digest ? 'sim' : 'grande'
      if (digest) query.set('resumo', digest)
    }
  } catch (error) {
    throw unreadableForm(error)
  }
  query.set('arquivo', compared)
  return `/autenticidade?${query}`
}

/** From a browser that sends no files. */
function addressWithoutFile(body: unknown): string {
  const query = new URLSearchParams({ arquivo: 'nenhum' })
  for (const name of ['codigo', 'crc']) {
    const value = (body as Record<string, unknown> | null)?.[name]
    if (typeof value === 'string') query.set(name, value.slice(0, 200))
  }
  return `/autenticidade?${query}`
}
