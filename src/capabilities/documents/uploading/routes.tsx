import { todayIn } from '../../../platform/calendar/index.ts'
import { fieldList } from '../../../platform/form-fields.ts'
import {
  type Answer,
  html,
  type InnerVisit,
  json,
  notFound,
  type Router,
  redirect,
} from '../../../platform/http/index.ts'
import { type CaseFile, explainCaseRefusal } from '../../cases/index.ts'
import { explainActRefusal } from '../act-refusal.text.ts'
import { type Document, documentLabel } from '../document.ts'
import { documentAddresses } from '../document-addresses.ts'
import { findCaseToWriteIn } from '../drafting/offer-draft.ts'
import { startingLevel } from '../drafting/routes.tsx'
import { findToKeep } from '../keeping/find-to-keep.ts'
import { caseMissing, documentMissing } from '../missing-routes.tsx'
import { RefusedPage } from '../refused.page.tsx'
import { type IncludeTyped, originOf, readInclude, readOrigin } from './include-files.form.ts'
import { IncludeFilesPage, type IncludeFilesPageProps } from './include-files.page.tsx'
import { mostFilesAtOnce } from './include-files.rules.ts'
import { explainInclude } from './include-files.text.ts'
import { includeFiles } from './include-files.ts'
import { offerFiles, offerUpload, waitingFiles } from './offer-upload.ts'
import { largestFileBytes } from './permitted-kinds.ts'
import { type ReceivedFile, receiveFiles } from './receive-files.ts'
import { ReplaceFilePage } from './replace-file.page.tsx'
import { type ReplaceRefusal, replaceFile } from './replace-file.ts'

const writing = { permission: 'documents.write' } as const
const sending = { ...writing, uploadLimitBytes: largestFileBytes } as const

export function uploadingRoutes(router: Router): void {
  includingRoutes(router)
  replacingRoutes(router)
}

function includingRoutes(router: Router): void {
  router.page('/processos/:numero/documentos/externo', writing, async (visit) => {
    const found = await findCaseToWriteIn(visit.db, visit.actor, visit.param('numero'), visit.now)
    if (!found) return caseMissing(visit)
    if (found.refusals.length > 0) return refusedHere(visit, found.caseFile, found.refusals.map(explainCaseRefusal))
    const ids = visit.queryList('arquivo').filter((id) => /^\d{1,18}$/.test(id))
    const included = Number.parseInt(visit.query('incluidos'), 10) || 0
    return includePage(visit, found.caseFile, blank(visit, found.caseFile, ids), [], included)
  })

  router.exchange('POST', '/processos/:numero/documentos/externo/arquivos', sending, async (visit) => {
    const found = await findCaseToWriteIn(visit.db, visit.actor, visit.param('numero'), visit.now)
    if (!found) return json({ message: 'O processo não está mais disponível para você nesta unidade.' }, 404)
    if (found.refusals.length > 0) return json({ message: found.refusals.map(explainCaseRefusal).join(' ') }, 422)
    const [file] = await receive(visit, found.caseFile)
    if (!file) return json({ message: 'Nenhum arquivo chegou. Tente outra vez.' }, 422)
    return file.problem ? json({ message: file.problem }, 422) : json({ id: file.id, fileName: file.fileName })
  })

  router.act('/processos/:numero/documentos/externo', sending, async (visit) => {
    const found = await findCaseToWriteIn(visit.db, visit.actor, visit.param('numero'), visit.now)
    if (!found) return notFound
    const { caseFile } = found
    const received = await receive(visit, caseFile)
    const { typed, request, problems } = readInclude(
      visit.form,
      caseFile.digits,
      received.map(({ id }) => id),
    )
    if (!request) return includePage(visit, caseFile, typed, problems, 0)
    const outcome = await includeFiles(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return includePage(visit, caseFile, typed, outcome.refusals.map(explainInclude), 0)
    return redirect(afterIncluding(visit, caseFile, outcome.value.numbers, received))
  })
}

function replacingRoutes(router: Router): void {
  router.page('/documentos/:numero/substituicao', writing, async (visit) => {
    const found = await findFileToReplace(visit)
    if (!found) return documentMissing(visit)
    if (found.sentences.length > 0) return refusedHere(visit, found.document.caseFile, found.sentences, found.document)
    return replacePage(visit, found.document, { origin: '', conferenceKindId: '' }, [], [])
  })

  router.act('/documentos/:numero/substituicao', sending, async (visit) => {
    const found = await findFileToReplace(visit)
    if (!found) return notFound
    const { document } = found
    const received = await receive(visit, document.caseFile)
    const earlier = fieldList(visit.form, 'recebido').filter((id) => /^\d{1,18}$/.test(id))
    const typed = readOrigin(visit.form)
    const ids = received.length > 0 ? received.map(({ id }) => id) : earlier
    const origin = originOf(typed.origin)
    const problems = received.flatMap(({ fileName, problem }) =>
      problem ? [{ field: 'arquivos', message: `${fileName}: ${problem}` }] : [],
    )
    if (!origin) problems.push({ field: 'formato', message: 'Diga se o documento nasceu digital ou foi digitalizado.' })
    if (problems.length > 0 || !origin) return replacePage(visit, document, typed, ids, problems)
    const conferenceKindId = /^\d{1,18}$/.test(typed.conferenceKindId) ? typed.conferenceKindId : undefined
    const request = { number: document.number, origin, conferenceKindId, waitingId: ids[0] }
    const outcome = await replaceFile(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return replacePage(visit, document, typed, ids, outcome.refusals.map(explainReplace))
    return redirect(documentAddresses(visit).document(document.number))
  })
}

async function findFileToReplace(visit: InnerVisit) {
  const number = visit.param('numero')
  const found = await findToKeep(visit.db, visit.actor, number, 'edit-content', 'include-document', visit.now)
  return found?.document.kind === 'uploaded' && found.document.readRefusals.length === 0 ? found : undefined
}

/** On the pool and not in the act's transaction: what has arrived stays, though the form comes back. */
async function receive(visit: InnerVisit, caseFile: CaseFile): Promise<ReceivedFile[]> {
  const owner = { accountId: visit.actor.userId, caseFileId: caseFile.id }
  const { db, files } = visit.platform
  return receiveFiles(db, files, owner, visit.uploads.slice(0, mostFilesAtOnce), visit.now)
}

/** One document is shown; many, in the case file; and where some did not go in, the form again, which says why. */
function afterIncluding(
  visit: InnerVisit,
  caseFile: CaseFile,
  numbers: readonly string[],
  received: readonly ReceivedFile[],
): string {
  const at = documentAddresses(visit)
  const refused = received.filter(({ problem }) => problem !== undefined)
  if (refused.length > 0) {
    const ids = refused.map(({ id }) => `&arquivo=${id}`).join('')
    return `${at.upload(caseFile.digits)}?incluidos=${numbers.length}${ids}`
  }
  const [only, another] = numbers
  return only && !another ? at.document(only) : at.caseFile(caseFile.digits)
}

async function includePage(
  visit: InnerVisit,
  caseFile: CaseFile,
  typed: IncludeTyped,
  problems: IncludeFilesPageProps['problems'],
  includedCount: number,
): Promise<Answer> {
  const at = documentAddresses(visit)
  const [offer, received] = await Promise.all([
    offerUpload(visit.db, visit.actor, caseFile),
    waitingFiles(visit.platform.db, visit.actor, caseFile, typed.waitingIds),
  ])
  return html(
    <IncludeFilesPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[
        ...at.crumbs(caseFile),
        { label: 'Incluir documento', href: at.newDocument(caseFile.digits) },
        { label: 'Externo' },
      ]}
      offer={offer}
      typed={typed}
      received={received}
      problems={problems}
      includedCount={includedCount}
      today={todayIn(visit.now)}
      action={at.upload(caseFile.digits)}
      receiveHref={at.receiveFiles(caseFile.digits)}
      backHref={at.caseFile(caseFile.digits)}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

async function replacePage(
  visit: InnerVisit,
  document: Document,
  typed: { origin: string; conferenceKindId: string },
  waitingIds: readonly string[],
  problems: readonly { field?: string; message: string }[],
): Promise<Answer> {
  const at = documentAddresses(visit)
  const label = documentLabel(document)
  const backHref = at.document(document.number)
  const [offer, waiting] = await Promise.all([
    offerFiles(visit.db),
    waitingFiles(visit.platform.db, visit.actor, document.caseFile, waitingIds),
  ])
  return html(
    <ReplaceFilePage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[...at.crumbs(document.caseFile), { label, href: backHref }, { label: 'Substituir o arquivo' }]}
      label={label}
      offer={offer}
      typed={typed}
      waiting={waiting.filter(({ problem }) => problem === undefined)}
      dropsCertifications={document.signatureCount > 0}
      problems={problems}
      action={at.replacement(document.number)}
      backHref={backHref}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

function refusedHere(visit: InnerVisit, caseFile: CaseFile, refusals: readonly string[], document?: Document): Answer {
  const at = documentAddresses(visit)
  const title = document ? `Substituir o arquivo de ${documentLabel(document)}` : 'Incluir documentos externos'
  return html(
    <RefusedPage
      page={visit.page}
      breadcrumb={[...at.crumbs(caseFile), { label: document ? 'Substituir o arquivo' : 'Externo' }]}
      title={title}
      refusals={refusals}
      backHref={document ? at.document(document.number) : at.caseFile(caseFile.digits)}
    />,
    409,
  )
}

function explainReplace(refusal: ReplaceRefusal): { field?: string; message: string } {
  if (refusal.kind === 'act') return { message: explainActRefusal(refusal.why) }
  return explainInclude({ kind: refusal.kind === 'no-file' ? 'no-files' : refusal.kind })
}

function blank(visit: InnerVisit, caseFile: CaseFile, waitingIds: readonly string[]): IncludeTyped {
  return {
    typeId: '',
    datedOn: todayIn(visit.now),
    origin: '',
    conferenceKindId: '',
    description: '',
    treeName: '',
    typeNumber: '',
    waitingIds,
    ...startingLevel(caseFile),
  }
}
