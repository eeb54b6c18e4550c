import { keepResult } from '../../../../platform/act-results/index.ts'
import { fieldText } from '../../../../platform/form-fields.ts'
import {
  type Answer,
  bytes,
  html,
  type InnerVisit,
  notFound,
  type Router,
  redirect,
} from '../../../../platform/http/index.ts'
import type { FormError } from '../../../../ui/index.ts'
import { documentLabel, documentMissing } from '../../../documents/index.ts'
import { largestCmsBytes } from '../check-cms.ts'
import { offerOne } from '../offer-one.ts'
import { readShown } from '../sign-documents.form.ts'
import { explainSigningRefused, explainSignRefusal } from '../sign-documents.text.ts'
import { beginSigning, findAttempt } from './begin-signing.ts'
import { BeginWithCertificatePage, SendSignaturePage } from './certificate.page.tsx'
import { explainCertificateRefusal } from './certificate.text.ts'
import { signWithCertificate } from './sign-with-certificate.ts'

const sign = { permission: 'signatures.sign' } as const
const here = '/documentos/:numero/assinatura/certificado'

/** Signing by certificate, where the administrator put the authorities to be trusted; elsewhere there is no such address. */
export function certificateRoutes(router: Router): void {
  router.page(here, sign, (visit) => certificatePage(visit, []))
  router.act(here, sign, async (visit) => (visit.platform.anchors ? begin(visit) : notFound))
  router.page(`${here}/declaracao`, sign, async (visit) => {
    const found = await offerOne(visit.db, visit.actor, visit.param('numero'), visit.href, visit.now, 'certificate')
    const attempt = found && visit.platform.anchors ? await attemptOf(visit, visit.query('tentativa')) : undefined
    if (!found || found.one.reasons.length > 0 || !attempt) return notFound
    return bytes(attempt.declaration, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="declaracao-${visit.param('numero')}.json"`,
    })
  })
  // A little more is let in, so that what is too large is told in words.
  router.act(`${here}/envio`, { ...sign, uploadLimitBytes: 2 * largestCmsBytes }, (visit) => receive(visit))
}

async function certificatePage(
  visit: InnerVisit,
  problems: readonly FormError[],
  token = visit.query('tentativa'),
  capacity = '',
): Promise<Answer> {
  if (!visit.platform.anchors) return notFound
  const found = await offerOne(visit.db, visit.actor, visit.param('numero'), visit.href, visit.now, 'certificate')
  if (!found) return documentMissing(visit)
  const { one, html: text, offer } = found
  const attempt = one.reasons.length === 0 ? await attemptOf(visit, token) : undefined
  const over = token !== '' && !attempt && problems.length === 0
  const told = over ? [{ message: explainCertificateRefusal({ kind: 'attempt-over' }) }] : problems
  const page = {
    one,
    html: text,
    capacities: offer.capacities,
    capacity: attempt?.capacity ?? capacity,
    problems: told,
  }
  return html(
    attempt ? (
      <SendSignaturePage {...visit} {...page} attempt={attempt} />
    ) : (
      <BeginWithCertificatePage {...visit} {...page} />
    ),
    problems.length > 0 ? 422 : 200,
  )
}

async function attemptOf(visit: InnerVisit, token: string) {
  if (token === '') return undefined
  return findAttempt(visit.db, visit.actor, { number: visit.param('numero'), token }, visit.now)
}

async function begin(visit: InnerVisit): Promise<Answer> {
  const shown = readShown(fieldText(visit.form, 'documento'))
  const capacity = fieldText(visit.form, 'cargo').slice(0, 120)
  if (shown?.number !== visit.param('numero')) return notFound
  const again = (problem: FormError) => certificatePage(visit, [problem], '', capacity)
  if (!capacity) return again({ field: 'cargo', message: 'Escolha o cargo ou função com que vai assinar.' })
  const request = { shown, capacity, token: visit.platform.randomness.token() }
  const outcome = await beginSigning(visit.db, visit.actor, request, visit.now)
  if (!outcome) return notFound
  if (outcome.done) {
    return redirect(visit.href(`/documentos/${shown.number}/assinatura/certificado?tentativa=${outcome.value.token}`))
  }
  const [refusal] = outcome.refusals
  return again(
    refusal.kind === 'capacity-not-of-unit' ? explainSigningRefused(refusal) : { message: explainSignRefusal(refusal) },
  )
}

async function receive(visit: InnerVisit): Promise<Answer> {
  const { anchors } = visit.platform
  const number = visit.param('numero')
  const token = fieldText(visit.form, 'tentativa').slice(0, 100)
  const again = (problem: FormError) => certificatePage(visit, [problem], token)
  if (!anchors) return notFound
  const found = await offerOne(visit.db, visit.actor, number, visit.href, visit.now, 'certificate')
  if (!found) return notFound
  const [upload] = visit.uploads
  const size = upload?.stored?.sizeBytes
  if (upload?.problem === 'too-large' || (size ?? 0) > largestCmsBytes) {
    return again({ field: 'arquivo', message: 'O arquivo tem mais de 1 MB. Envie só a assinatura destacada, o .p7s.' })
  }
  if (upload?.problem === 'disk-full') {
    return again({
      field: 'arquivo',
      message: 'Não há espaço para receber o arquivo agora. Avise quem cuida do sistema.',
    })
  }
  if (!upload?.stored || size === 0) return again({ field: 'arquivo', message: 'Escolha o arquivo da assinatura.' })
  const request = { number, token, cms: await contentOf(visit, upload.stored.sha256) }
  const outcome = await signWithCertificate(visit.db, visit.actor, request, anchors, visit.now)
  if (!outcome.done) {
    const [refusal] = outcome.refusals
    const isOfUnit = refusal.kind === 'capacity-not-of-unit' || refusal.kind === 'too-many'
    return again(
      isOfUnit
        ? { message: explainSigningRefused(refusal).message }
        : { field: 'arquivo', message: explainCertificateRefusal(refusal) },
    )
  }
  const { document, outcome: signed } = outcome.value
  if (!signed.done) return again({ message: signed.refusals.map(explainSignRefusal).join(' ') })
  const item = {
    label: documentLabel(document),
    href: visit.href(`/documentos/${number}`),
    done: true,
    text: `assinatura com certificado digital registrada, de ${visit.actor.name}. Código CRC ${signed.value.crc}.`,
  }
  const query = await keepResult(visit, { title: '1 documento assinado', items: [item] })
  return redirect(visit.href(`/documentos/${number}${query}`))
}

async function contentOf(visit: InnerVisit, sha256: string): Promise<Uint8Array> {
  const stream = await visit.platform.files.open(sha256)
  if (!stream) throw new Error('a file that was just stored is not there')
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece as Uint8Array)
  return Buffer.concat(pieces)
}
