import { fieldText } from '../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../platform/http/index.ts'
import type { FormError } from '../../ui/index.ts'
import { CommentPage } from './comment.page.tsx'
import { explainComment } from './remarks.text.ts'
import { type CommentedOn, changeComment, deleteComment, findComment, writeComment } from './write-comment.ts'

export function commentRoutes(router: Router): void {
  router.act('/processos/:numero/comentarios', {}, (visit) => write(visit, { digits: digitsOf(visit) }))
  router.act('/documentos/:numero/comentarios', {}, (visit) => write(visit, { number: visit.param('numero') }))

  router.page('/comentarios/:id', {}, (visit) => changePage(visit, undefined, []))
  router.act('/comentarios/:id', {}, async (visit) => {
    const text = textOf(visit)
    const outcome = await changeComment(visit.db, visit.actor, { id: visit.param('id'), text }, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(backTo(visit, outcome.value))
    return changePage(visit, text, outcome.refusals.map(explainComment))
  })
  router.act('/comentarios/:id/exclusao', {}, async (visit) => {
    const outcome = await deleteComment(visit.db, visit.actor, visit.param('id'), visit.now)
    if (!outcome) return notFound
    return outcome.done
      ? redirect(backTo(visit, outcome.value))
      : changePage(visit, undefined, outcome.refusals.map(explainComment))
  })
}

async function write(visit: InnerVisit, about: CommentedOn): Promise<Answer> {
  const text = textOf(visit)
  const outcome = await writeComment(visit.db, visit.actor, { about, text }, visit.now)
  if (!outcome) return notFound
  const backHref = backTo(visit, about)
  if (outcome.done) return redirect(backHref)
  const action = `${backHref.replace(/#.*$/, '')}/comentarios`
  const problems = outcome.refusals.map(explainComment)
  const what = 'number' in about ? 'documento' : 'processo'
  return html(page(visit, { what, deleteAction: undefined, action, backHref, text, problems, refusals: [] }), 422)
}

async function changePage(
  visit: InnerVisit,
  typed: string | undefined,
  problems: readonly FormError[],
): Promise<Answer> {
  const found = await findComment(visit.db, visit.actor, visit.param('id'), visit.now)
  if (!found) return notFound
  const action = visit.href(`/comentarios/${visit.param('id')}`)
  const about = found.document ? { number: found.document.number } : { digits: found.caseFile.digits }
  const props = {
    what: found.document ? ('documento' as const) : ('processo' as const),
    deleteAction: `${action}/exclusao`,
    action,
    backHref: backTo(visit, about),
    text: typed ?? found.text,
    problems,
    refusals: found.refusals.map((one) => explainComment(one).message),
  }
  return html(page(visit, props), problems.length > 0 ? 422 : 200)
}

type PageProps = Parameters<typeof CommentPage>[0]

function page(visit: InnerVisit, props: Omit<PageProps, 'page' | 'formKeys' | 'breadcrumb'>) {
  const breadcrumb = [
    { label: 'Mesa', href: visit.href('/mesa') },
    { label: props.what === 'documento' ? 'Documento' : 'Processo', href: props.backHref },
    { label: 'Comentário' },
  ]
  return <CommentPage page={visit.page} formKeys={visit.formKeys} breadcrumb={breadcrumb} {...props} />
}

function backTo(visit: InnerVisit, about: CommentedOn): string {
  const path = 'number' in about ? `/documentos/${about.number}` : `/processos/${about.digits}`
  return visit.href(`${path}#comentarios`)
}

function textOf(visit: InnerVisit): string {
  return fieldText(visit.form, 'comentario')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .slice(0, 10_000)
}

function digitsOf(visit: InnerVisit): string {
  const digits = visit.param('numero')
  return /^\d{5,30}$/.test(digits) ? digits : ''
}
