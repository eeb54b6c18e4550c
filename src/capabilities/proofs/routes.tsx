import { readFile } from 'node:fs/promises'
import {
  type Answer,
  bytes,
  html,
  type InnerVisit,
  json,
  notFound,
  type Router,
  type Visit,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { verifierFile } from '../../platform/time-stamp/index.ts'
import { type Document, documentLabel, findDocument } from '../documents/index.ts'
import { logKeyOf } from '../history/index.ts'
import { checkAuthenticity, readCodes, signaturesOf } from '../signatures/index.ts'
import { consistencyOf, publishedHead } from './log-head.ts'
import { LogPage, NoReceiptPage, ReceiptPage } from './receipt.page.tsx'
import { explainNoReceipt } from './receipt.text.ts'
import { type DocumentToProve, issueReceipt, type Receipt, refusalOfReceipt } from './receipt.ts'
import { lastStamp } from './stamp-chains.ts'

/** Attempts a minute from one address. */
const perMinute = 30

/** Receipts inside and to whoever has a document's codes; the log in public; the verifier. */
export function proofsRoutes(router: Router): void {
  insideRoutes(router)
  logRoutes(router)
  router.publicPage('/autenticidade/comprovante', (visit) => publicReceipt(visit), { perMinute })
}

function insideRoutes(router: Router): void {
  router.page('/documentos/:numero/comprovante', {}, async (visit) => {
    const document = await documentOf(visit)
    if (!document) return notFound
    const refusal = await refusalOfReceipt(visit.db, await toProve(visit, document))
    const here = visit.href(`/documentos/${document.number}`)
    const label = documentLabel(document)
    return html(
      <ReceiptPage
        page={visit.page}
        label={label}
        breadcrumb={[
          {
            label: `Processo ${document.caseFile.number}`,
            href: visit.href(`/processos/${document.caseFile.digits}?documento=${document.number}`),
          },
          { label, href: here },
          { label: 'Comprovante' },
        ]}
        problem={refusal && explainNoReceipt(refusal)}
        downloadHref={`${here}/comprovante/arquivo`}
        contentHref={`${here}/arquivo?baixar=sim`}
        isFile={document.file !== undefined}
        backHref={here}
      />,
    )
  })

  router.page('/documentos/:numero/comprovante/arquivo', {}, async (visit) => {
    const document = await documentOf(visit)
    if (!document) return notFound
    const outcome = await issueReceipt(visit.db, issuerOf(visit.platform), await toProve(visit, document), visit.now)
    return outcome.done ? download(document.number, outcome.value) : notFound
  })
}

function logRoutes(router: Router): void {
  router.publicPage(
    '/registro',
    async (visit) =>
      html(
        <LogPage
          page={visit.page}
          head={await publishedHead(visit.db, logKeyOf(visit.platform.config))}
          stamp={await lastStamp(visit.db, visit.platform.anchors)}
        />,
      ),
    { perMinute },
  )
  router.publicPage(
    '/registro/cabeca',
    async (visit) => {
      const head = await publishedHead(visit.db, logKeyOf(visit.platform.config))
      return head ? bytes(head.note, { 'content-type': 'text/plain; charset=utf-8' }) : notFound
    },
    { perMinute },
  )
  router.publicPage(
    '/registro/consistencia',
    async (visit) => {
      const [first, second] = [sizeOf(visit.query('de')), sizeOf(visit.query('ate'))]
      if (first === undefined || second === undefined) return notFound
      const proof = await consistencyOf(visit.db, logKeyOf(visit.platform.config), first, second)
      return proof ? json(proof) : notFound
    },
    { perMinute },
  )
  router.publicPage('/verificador.mjs', async () =>
    bytes(await readFile(verifierFile), {
      'content-type': 'text/javascript; charset=utf-8',
      'content-disposition': 'attachment; filename="verificador.mjs"',
    }),
  )
}

async function publicReceipt(visit: Visit): Promise<Answer> {
  const { codes } = readCodes(visit.query)
  const found = codes && (await checkAuthenticity(visit.platform, codes))
  if (!codes || found?.kind !== 'shown' || found.signed.condition !== 'intact') return notFound
  const document = { ...found.facts, number: codes.code, file: found.file, signatures: found.signed.signatures }
  const outcome = await issueReceipt(visit.db, issuerOf(visit.platform), document, visit.now)
  if (outcome.done) return download(codes.code, outcome.value)
  const backHref = `/autenticidade?codigo=${codes.code}&crc=${codes.crc}`
  const problem = explainNoReceipt(outcome.refusals[0])
  return html(<NoReceiptPage page={visit.page} problem={problem} backHref={backHref} />, 409)
}

/** A document whose content this person may read. */
async function documentOf(visit: InnerVisit): Promise<Document | undefined> {
  const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
  return document && document.readRefusals.length === 0 && document.state === 'active' ? document : undefined
}

async function toProve(visit: InnerVisit, document: Document): Promise<DocumentToProve> {
  const signatures = (await signaturesOf(visit.db, [document.id])).get(document.id) ?? []
  return {
    id: document.id,
    number: document.number,
    label: documentLabel(document),
    caseNumber: document.caseFile.number,
    file: document.file,
    signatures: signatures.filter(({ current }) => current),
  }
}

function issuerOf({ config, publicUrl }: Platform) {
  return { name: config.installationName, url: publicUrl, key: logKeyOf(config) }
}

function download(number: string, receipt: Receipt): Answer {
  return bytes(`${JSON.stringify(receipt, null, 2)}\n`, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="comprovante-${number}.json"`,
  })
}

function sizeOf(words: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(words) ? Number(words) : undefined
}
