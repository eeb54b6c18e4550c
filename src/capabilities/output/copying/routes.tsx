import {
  type Answer,
  html,
  type InnerVisit,
  json,
  notFound,
  type Router,
  redirect,
} from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { type CaseFile, withCaseFile, withoutCaseFile } from '../../cases/index.ts'
import { generatedFiles } from '../generated-files.ts'
import { serveMadeFile } from '../serve-made-file.ts'
import { type AskTyped, readAsk } from './ask-copy.form.ts'
import { AskCopyPage } from './ask-copy.page.tsx'
import type { AskRefusal } from './ask-copy.rules.ts'
import { explainAsk, fieldOfAsk } from './ask-copy.text.ts'
import { askCopy } from './ask-copy.ts'
import { CopiesPage } from './copies.page.tsx'
import { CopyPage } from './copy.page.tsx'
import { copyTitle, progressWords } from './copy.text.ts'
import { type Copy, findCopy, type ListedCopy, listCopies } from './find-copy.ts'
import { offerCopy } from './offer-copy.ts'
import { retryCopy } from './retry-copy.ts'

const permission = 'output.export' as const

export function copyingRoutes(router: Router): void {
  const ofCase = '/processos/:numero/exportacao'
  router.page(ofCase, { permission }, (visit) =>
    withCaseFile(visit, (caseFile) => askPage(visit, caseFile, undefined, [])),
  )

  router.act(ofCase, { permission }, async (visit) => {
    const typed = readAsk(visit.form)
    const digits = visit.param('numero')
    const outcome = await askCopy(visit.db, visit.actor, { ...typed, caseDigits: digits }, visit.now)
    if (!outcome) return withoutCaseFile(visit, /^\d{5,30}$/.test(digits) ? digits : '')
    if (outcome.done) return redirect(visit.href(`/exportacoes/${outcome.value.id}`))
    return withCaseFile(visit, (caseFile) => askPage(visit, caseFile, typed, outcome.refusals))
  })

  // Where the page of the password comes back to: it only goes on to pages of the same case file.
  router.page('/processos/:numero/exportacoes/:id', { permission }, async (visit) => {
    const id = visit.param('id')
    return /^\d{1,15}$/.test(id) ? redirect(visit.href(`/exportacoes/${id}`)) : notFound
  })

  router.page('/exportacoes', { permission }, async (visit) => {
    const copies = await listCopies(visit.db, visit.actor, visit.now)
    const breadcrumb = [{ label: 'Mesa', href: visit.href('/mesa') }, { label: 'PDF e ZIP' }]
    return html(
      <CopiesPage page={visit.page} breadcrumb={breadcrumb} lines={copies.map((copy) => lineOf(visit, copy))} />,
    )
  })

  router.page('/exportacoes/:id', { permission }, (visit) => withCopy(visit, async (copy) => copyPage(visit, copy, [])))

  router.page('/exportacoes/:id/andamento', { permission }, async (visit) => {
    const copy = await findCopy(visit.db, visit.actor, visit.param('id'), visit.now)
    if (!copy || 'passwordFor' in copy) return json({ problema: 'nao-encontrada' }, 404)
    const { state, doneCount, totalCount } = copy.row
    return json({ situacao: state, feitos: doneCount, total: totalCount, texto: progressWords(copy.row) })
  })

  router.page('/exportacoes/:id/arquivo', { permission }, (visit) => withCopy(visit, (copy) => copyFile(visit, copy)))

  router.act('/exportacoes/:id/nova-tentativa', { permission }, async (visit) => {
    const id = visit.param('id')
    const outcome = await retryCopy(visit.db, visit.actor, id, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(visit.href(`/exportacoes/${id}`))
    return withCopy(visit, async (copy) => copyPage(visit, copy, problemsOf(outcome.refusals)))
  })
}

async function askPage(
  visit: InnerVisit,
  caseFile: CaseFile,
  typed: AskTyped | undefined,
  refusals: readonly AskRefusal[],
): Promise<Answer> {
  const [offer, copies] = await Promise.all([
    offerCopy(visit.db, visit.actor, caseFile, typed?.numbers),
    listCopies(visit.db, visit.actor, visit.now, caseFile.id),
  ])
  const page = (
    <AskCopyPage
      page={visit.page}
      formKeys={visit.formKeys}
      href={visit.href}
      breadcrumb={crumbs(visit, caseFile, 'Gerar PDF ou ZIP')}
      caseFile={caseFile}
      {...offer}
      kind={typed?.kind ?? 'pdf'}
      errors={problemsOf(refusals)}
      recent={copies.map((copy) => lineOf(visit, copy))}
    />
  )
  return html(page, refusals.length > 0 ? 422 : 200)
}

function copyPage(visit: InnerVisit, copy: Copy, errors: readonly FormError[]): Answer {
  const { caseFile, row } = copy
  const page = (
    <CopyPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={crumbs(visit, caseFile, copyTitle(row.kind, undefined))}
      copy={copy}
      self={visit.href(`/exportacoes/${row.id}`)}
      caseHref={visit.href(`/processos/${caseFile.digits}`)}
      errors={errors}
    />
  )
  return html(page, errors.length > 0 ? 422 : 200)
}

/**
 * The file, only while everything in it may be read: asked anew at each download, also of its last piece. What `Range`
 * asks for comes as `faixa`, on all addresses that end as this one does. The file of a copy never changes.
 */
async function copyFile(visit: InnerVisit, { row, stillAllowed }: Copy): Promise<Answer> {
  const { sha256, sizeBytes, fileName } = row
  if (!stillAllowed || !sha256 || !sizeBytes || !fileName) return notFound
  const file = { sha256, sizeBytes: Number(sizeBytes), fileName, files: await generatedFiles(visit.platform) }
  const options = { download: true, range: visit.query('faixa'), extension: row.kind }
  return (await serveMadeFile(file, options)) ?? notFound
}

async function withCopy(visit: InnerVisit, answer: (copy: Copy) => Promise<Answer>): Promise<Answer> {
  const copy = await findCopy(visit.db, visit.actor, visit.param('id'), visit.now)
  if (!copy) return notFound
  if (!('passwordFor' in copy)) return answer(copy)
  const caseHref = visit.href(`/processos/${copy.passwordFor}`)
  const back = encodeURIComponent(`${caseHref}/exportacoes/${visit.param('id')}`)
  return redirect(`${caseHref}/senha?depois=${back}`)
}

function lineOf(visit: InnerVisit, { row, caseFile, until }: ListedCopy) {
  return { row, until, caseNumber: caseFile?.number ?? '(sigiloso)', href: visit.href(`/exportacoes/${row.id}`) }
}

function problemsOf(refusals: readonly AskRefusal[]): FormError[] {
  return refusals.map((refusal) => ({ field: fieldOfAsk(refusal), message: explainAsk(refusal) }))
}

function crumbs(visit: InnerVisit, caseFile: CaseFile, last: string) {
  return [
    { label: 'Mesa', href: visit.href('/mesa') },
    { label: `Processo ${caseFile.number}`, href: visit.href(`/processos/${caseFile.digits}`) },
    { label: last },
  ]
}
