import { keepResult } from '../../../platform/act-results/index.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { textOfBytes } from '../../../platform/csv/index.ts'
import { safeFileName } from '../../../platform/file-kinds/index.ts'
import { fieldList, fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { type CaseFile, findCaseFiles } from '../../cases/index.ts'
import {
  type DraftTyped,
  type LevelOffer,
  offerBeginnings,
  offerLevels,
  readDraft,
  startingLevel,
  typesToWrite,
} from '../../documents/index.ts'
import { batchPage } from './batch.view.tsx'
import { explainList } from './batches.text.ts'
import { beginList } from './begin-list.ts'
import { includeInMany, mostCaseFiles } from './include-in-many.ts'
import { DeskInclusionPage, NewBatchPage } from './many-documents.page.tsx'
import { type BatchRequest, prepareBatch } from './prepare-batch.ts'

const writing = { permission: 'documents.write' } as const
const mostListBytes = 2 * 1024 * 1024
type Problem = { readonly field?: string; readonly message: string }

/** Many documents that begin alike: in the case files chosen on the desk, or from the rows of a list. */
export function batchRoutes(router: Router): void {
  router.page('/inclusao-em-lote', writing, (visit) =>
    deskPage(visit, visit.queryList('processo').filter(isDigits), undefined, [], 200),
  )
  router.act('/inclusao-em-lote', writing, async (visit) => {
    const digits = fieldList(visit.form, 'processo').filter(isDigits)
    const { typed, request, problems } = readCommon(visit)
    if (!request || digits.length === 0) return deskPage(visit, digits, typed, problems, 422)
    const bundled = fieldText(visit.form, 'bloco') === 'sim' && visit.actor.permissions.has('bundles.use')
    const items = await includeInMany(visit, request, digits, bundled)
    if (items.length === 0) return notFound
    if (items.every(({ done }) => !done)) {
      const refusals = items.map(({ label, text }) => ({ message: `${label}: ${text}` }))
      return deskPage(visit, digits, typed, refusals, 422)
    }
    return redirect(visit.href(`/mesa${await keepResult(visit, { title: 'Documentos incluídos', items })}`))
  })

  router.page('/lotes/novo', writing, (visit) => newBatchPage(visit, visit.query('processo'), undefined, [], 200))
  router.act('/lotes', { ...writing, uploadLimitBytes: mostListBytes }, prepare)

  router.page('/lotes/:id', writing, batchPage)
  router.act('/lotes/:id/geracao', writing, async (visit) => {
    const id = await beginList(visit.db, visit.actor, visit.param('id'), visit.now)
    return id ? redirect(visit.href(`/lotes/${id}`)) : notFound
  })
}

async function prepare(visit: InnerVisit): Promise<Answer> {
  const caseNumber = fieldText(visit.form, 'processo').slice(0, 40)
  const digits = caseNumber.replace(/\D/g, '')
  const { typed, request, problems } = readCommon(visit)
  const upload = visit.uploads.find(({ field }) => field === 'lista')
  const all: Problem[] = [
    ...problems,
    ...(upload ? [] : [{ field: 'lista', message: 'Escolha o arquivo da lista.' }]),
    ...(upload?.problem ? [{ field: 'lista', message: 'A lista passa de 2 MB. Divida-a em mais de uma.' }] : []),
    ...(caseNumber !== '' && !isDigits(digits)
      ? [{ field: 'processo', message: 'Isto não é um número de processo.' }]
      : []),
  ]
  if (!request || !upload?.stored || all.length > 0) return newBatchPage(visit, caseNumber, typed, all, 422)
  const text = await read(visit, upload.stored.sha256)
  const batch = {
    request,
    text,
    caseDigits: digits === '' ? undefined : digits,
    fileName: safeFileName(upload.fileName),
  }
  const outcome = await prepareBatch(visit.db, visit.actor, batch, visit.now)
  if (outcome.done) return redirect(visit.href(`/lotes/${outcome.value.id}`))
  const wrong = outcome.refusals.map((problem) => ({ field: 'lista', message: explainList(problem) }))
  return newBatchPage(visit, caseNumber, typed, wrong, 422)
}

async function read({ platform }: InnerVisit, sha256: string): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of (await platform.files.open(sha256)) ?? []) pieces.push(piece as Uint8Array)
  return textOfBytes(Buffer.concat(pieces)).replaceAll('\0', '')
}

/** What all documents have in common, as typed and as asked for. */
function readCommon(visit: InnerVisit): {
  typed: DraftTyped
  request: BatchRequest | undefined
  problems: readonly Problem[]
} {
  const { typed, request, problems } = readDraft(visit.form, '')
  const untyped = /^\d{1,18}$/.test(typed.typeId) ? [] : [{ field: 'tipo', message: 'Escolha o tipo do documento.' }]
  return { typed, request: request && withoutCase(request), problems: [...untyped, ...problems] }
}

function withoutCase({
  caseDigits: _digits,
  ...request
}: BatchRequest & { readonly caseDigits: string }): BatchRequest {
  return request
}

/** Every level: whether a case file allows it is said for each of them. */
async function offers(visit: InnerVisit, first: CaseFile | undefined) {
  const [types, beginnings, levels] = await Promise.all([
    typesToWrite(visit.db, visit.actor),
    offerBeginnings(visit.db, visit.actor.unitId, undefined),
    first ? offerLevels(visit.db, first) : publicOnly,
  ])
  return { types, beginnings, levels }
}

const publicOnly: LevelOffer = { levels: ['publico'], legalBases: [] }

function blank(visit: InnerVisit, first: CaseFile | undefined): DraftTyped {
  const words = {
    typeId: '',
    initialText: 'modelo',
    standardTextId: '',
    modelNumber: '',
    description: '',
    treeName: '',
  }
  const level = first ? startingLevel(first) : { level: 'publico', legalBasisId: '' }
  return { ...words, ...level, datedOn: todayIn(visit.now) }
}

async function casesOf(visit: InnerVisit, digits: readonly string[]): Promise<CaseFile[]> {
  const keys = digits.slice(0, mostCaseFiles).map((one) => ({ digits: one }))
  return findCaseFiles(visit.db, visit.actor, keys, 'reading', visit.now)
}

async function deskPage(
  visit: InnerVisit,
  digits: readonly string[],
  typed: DraftTyped | undefined,
  problems: readonly Problem[],
  status: 200 | 422,
): Promise<Answer> {
  const caseFiles = await casesOf(visit, digits)
  const offer = await offers(visit, caseFiles[0])
  return html(
    <DeskInclusionPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[{ label: 'Mesa', href: visit.href('/mesa') }, { label: 'Incluir documento em vários' }]}
      action={visit.href('/inclusao-em-lote')}
      backHref={visit.href('/mesa')}
      {...offer}
      caseFiles={caseFiles}
      mayBundle={visit.actor.permissions.has('bundles.use')}
      bundled={fieldText(visit.form, 'bloco') === 'sim'}
      typed={typed ?? blank(visit, caseFiles[0])}
      problems={problems}
    />,
    caseFiles.length === 0 ? 422 : status,
  )
}

async function newBatchPage(
  visit: InnerVisit,
  caseNumber: string,
  typed: DraftTyped | undefined,
  problems: readonly Problem[],
  status: 200 | 422,
): Promise<Answer> {
  const digits = caseNumber.replace(/\D/g, '')
  const [caseFile] = isDigits(digits) ? await casesOf(visit, [digits]) : []
  const backHref = caseFile ? visit.href(`/processos/${caseFile.digits}`) : visit.href('/mesa')
  return html(
    <NewBatchPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[
        { label: 'Mesa', href: visit.href('/mesa') },
        ...(caseFile ? [{ label: `Processo ${caseFile.number}`, href: backHref }] : []),
        { label: 'Documentos de uma lista' },
      ]}
      action={visit.href('/lotes')}
      backHref={backHref}
      {...(await offers(visit, caseFile))}
      caseNumber={caseFile?.number ?? caseNumber}
      typed={typed ?? blank(visit, caseFile)}
      problems={problems}
    />,
    status,
  )
}

function isDigits(text: string): boolean {
  return /^\d{5,30}$/.test(text)
}
