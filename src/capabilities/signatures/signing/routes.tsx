import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import { findResult, type ItemResult, keepResult } from '../../../platform/act-results/index.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { documentLabel, documentMissing } from '../../documents/index.ts'
import { confirmPassword, explainPasswordRefused } from '../../identity/index.ts'
import { offerOne } from './offer-one.ts'
import { offerSigning, type WhatToSign } from './offer-signing.ts'
import { isNumber, readBack, readSigning, type SigningTyped } from './sign-documents.form.ts'
import { SignedPage, SignManyPage, SignOnePage } from './sign-documents.page.tsx'
import { explainSigningRefused, explainSignRefusal } from './sign-documents.text.ts'
import { type SignRequest, type SignResult, signDocuments } from './sign-documents.ts'

const sign = { permission: 'signatures.sign' } as const
const nothingTyped: SigningTyped = { offered: [], chosen: [], capacity: '' }

export function signingRoutes(router: Router): void {
  router.page('/documentos/:numero/assinatura', sign, (visit) => onePage(visit, nothingTyped, []))
  router.act('/documentos/:numero/assinatura', sign, (visit) => {
    const number = visit.param('numero')
    return act(visit, {
      only: number,
      again: (typed, problems) => onePage(visit, typed, problems, 422),
      after: (query) => `/documentos/${number}${query}`,
    })
  })

  router.page('/assinatura', sign, (visit) =>
    manyPage(visit, askedFor(visit), { ...nothingTyped, back: readBack(visit.query('volta')), chosen: undefined }, []),
  )
  router.act('/assinatura', sign, (visit) =>
    act(visit, {
      again: (typed, problems) => manyPage(visit, { documents: typed.offered }, typed, problems, 422),
      after: (query, back) => `${back ?? '/assinatura/resultado'}${query}`,
    }),
  )
  router.page('/assinatura/resultado', sign, async (visit) => {
    const result = await findResult(visit)
    if (!result) return notFound
    return html(
      <SignedPage {...visit}>
        <ActResultMessage result={result} />
      </SignedPage>,
    )
  })
}

interface Way {
  /** The one document of the address: no other is signed there. */
  readonly only?: string
  readonly again: (typed: SigningTyped, problems: readonly FormError[]) => Promise<Answer>
  readonly after: (query: string, back: string | undefined) => string
}

async function act(visit: InnerVisit, way: Way): Promise<Answer> {
  const { typed, request, password, problems } = readSigning(visit.form)
  const outside = way.only !== undefined && typed.chosen.some((number) => number !== way.only)
  if (outside) return notFound
  if (!request) return way.again(typed, problems)
  const confirmed = await confirmPassword(visit.platform.db, visit.actor, password, visit.ip, visit.now)
  if (!confirmed.done) {
    return way.again(
      typed,
      confirmed.refusals.map((refusal) => ({
        field: 'senha',
        message: `${explainPasswordRefused(refusal)} Nada foi assinado.`,
      })),
    )
  }
  return signAll(visit, way, typed, request)
}

async function signAll(visit: InnerVisit, way: Way, typed: SigningTyped, request: SignRequest): Promise<Answer> {
  const outcome = await signDocuments(visit.db, visit.actor, request, visit.now)
  if (!outcome.done) return way.again(typed, outcome.refusals.map(explainSigningRefused))
  if (outcome.value.length === 0) return notFound
  const items = outcome.value.map((result) => itemOf(visit, result, request.capacity))
  if (items.every(({ done }) => !done)) {
    return way.again(
      typed,
      items.map(({ label, text }) => ({ message: way.only ? text : `${label}: ${text}` })),
    )
  }
  const signed = items.filter(({ done }) => done).length
  const title = signed === 1 ? '1 documento assinado' : `${signed} documentos assinados`
  return redirect(visit.href(way.after(await keepResult(visit, { title, items }), typed.back)))
}

function itemOf(visit: InnerVisit, { document, outcome }: SignResult, capacity: string): ItemResult {
  return {
    label: documentLabel(document),
    href: visit.href(`/documentos/${document.number}`),
    done: outcome.done,
    text: outcome.done
      ? `assinatura registrada, de ${visit.actor.name}, ${capacity}. Código CRC ${outcome.value.crc}.`
      : outcome.refusals.map(explainSignRefusal).join(' '),
  }
}

function askedFor(visit: InnerVisit): WhatToSign {
  const documents = visit.queryList('documento').filter(isNumber)
  if (documents.length > 0) return { documents }
  return { caseFiles: visit.queryList('processo').filter((digits) => /^\d{5,30}$/.test(digits)) }
}

async function onePage(
  visit: InnerVisit,
  typed: SigningTyped,
  problems: readonly FormError[],
  status: 200 | 422 = 200,
): Promise<Answer> {
  const found = await offerOne(visit.db, visit.actor, visit.param('numero'), visit.href, visit.now)
  if (!found) return documentMissing(visit)
  const { anchors, govBrSigning } = visit.platform
  const takes = { takesCertificates: anchors !== undefined, takesGovBr: govBrSigning !== undefined }
  return html(<SignOnePage {...visit} {...found} {...takes} typed={typed} problems={problems} />, status)
}

/** Many documents to be signed, as they were asked for and with what was typed. */
export async function manyPage(
  visit: InnerVisit,
  asked: WhatToSign,
  typed: Omit<SigningTyped, 'chosen'> & { readonly chosen: readonly string[] | undefined },
  problems: readonly FormError[],
  status: 200 | 422 = 200,
): Promise<Answer> {
  const offer = await offerSigning(visit.db, visit.actor, asked, visit.now)
  const named = 'documents' in asked ? asked.documents : asked.caseFiles
  if (named.length > 0 && 'documents' in asked && offer.documents.length === 0) return notFound
  const takesGovBr = visit.platform.govBrSigning !== undefined
  return html(<SignManyPage {...visit} {...{ offer, typed, problems, takesGovBr }} />, status)
}
