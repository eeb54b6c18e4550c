import { todayIn } from '../../../platform/calendar/index.ts'
import { type FieldProblem, fieldList, fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { withCaseFile } from '../../cases/index.ts'
import { type FormReader, readForm } from '../../organization/index.ts'
import { unarchiveCaseFile } from '../filing/archive-case-file.ts'
import { explainFiling, explainKept } from '../filing/filing.text.ts'
import { wrongPassword } from '../filing/filing-routes.tsx'
import { findClassChoices } from '../filing/find-waiting.ts'
import { findCapacities, findKept } from '../find-kept.ts'
import { CaseArchivePage } from './case-archive.page.tsx'
import { type KeepingAct, keepCaseFile } from './keep-case-file.ts'
import { explainKeeping } from './keeping.text.ts'

type Permission = 'archive.file' | 'archive.appraise' | 'archive.hold'

/** The acts on how an archived case file is kept: address, who may, and what the form says. */
const acts: readonly {
  readonly path: string
  readonly permission: Permission
  readonly read: (form: FormReader, visit: InnerVisit) => KeepingAct | undefined
}[] = [
  {
    path: 'suspensao-da-destinacao',
    permission: 'archive.hold',
    read: (form) => ({ kind: 'hold', reason: reasonIn(form, 'motivo_suspensao') }),
  },
  {
    path: 'suspensao-da-destinacao/remocao',
    permission: 'archive.hold',
    read: (form) => ({ kind: 'release', reason: reasonIn(form, 'motivo_suspensao') }),
  },
  {
    path: 'fato-gerador',
    permission: 'archive.appraise',
    read: (form) => {
      const name = form.line('fato', { label: 'o fato', required: true, most: 120 })
      const on = form.day('dia_fato', { label: 'o dia do fato', required: true })
      return on && { kind: 'record-event', name, on }
    },
  },
  {
    path: 'fato-gerador/retirada',
    permission: 'archive.appraise',
    read: (form) => {
      const id = form.id('registro', { label: 'o registro', required: true })
      return id === undefined ? undefined : { kind: 'withdraw-event', id }
    },
  },
  {
    path: 'reclassificacao',
    permission: 'archive.appraise',
    read: (form, visit) => {
      const chosen = [...fieldList(visit.form, 'classes_atuais'), fieldText(visit.form, 'classe_nova')]
      const classIds = [...new Set(chosen)].filter((one) => /^\d{1,18}$/.test(one)).slice(0, 20)
      if (classIds.length === 0) form.note('classe_nova', 'Escolha ao menos uma classe.')
      return { kind: 'reclassify', classIds }
    },
  },
  { path: 'transferencia', permission: 'archive.appraise', read: () => ({ kind: 'transfer', phase: 'intermediate' }) },
  { path: 'recolhimento', permission: 'archive.appraise', read: () => ({ kind: 'transfer', phase: 'permanent' }) },
  {
    path: 'devolucao-do-arquivo',
    permission: 'archive.appraise',
    read: (form) => ({ kind: 'return', reason: reasonIn(form, 'motivo_devolucao') }),
  },
]

export function keepingRoutes(router: Router): void {
  const sheet = '/processos/:numero/arquivo'
  router.page(sheet, {}, async (visit) => (mayLook(visit) ? sheetPage(visit, [], '') : notFound))

  for (const { path, permission, read } of acts) {
    router.act(`/processos/:numero/${path}`, { permission }, async (visit) => {
      const form = readForm(visit.form)
      const act = read(form, visit)
      if (!act || form.problems.length > 0) return sheetPage(visit, form.problems, path)
      const outcome = await keepCaseFile(visit.db, visit.actor, digitsOf(visit), act, visit.now)
      if (!outcome) return notFound
      if (outcome.done) return toSheet(visit)
      const problems = outcome.refusals.map((refusal) => ({ field: '', message: explainKeeping(refusal) }))
      return sheetPage(visit, problems, path)
    })
  }

  router.act('/processos/:numero/desarquivamento', { permission: 'archive.file' }, async (visit) => {
    const form = readForm(visit.form)
    const reason = reasonIn(form, 'motivo')
    const problems = [...form.problems, ...(form.problems.length > 0 ? [] : await wrongPassword(visit))]
    if (problems.length > 0) return sheetPage(visit, problems, 'desarquivamento')
    const request = { digits: digitsOf(visit), reason, capacity: fieldText(visit.form, 'cargo') }
    const outcome = await unarchiveCaseFile(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(visit.href(`/processos/${request.digits}`))
    const sentences = outcome.refusals.map((refusal) => ({
      field: '',
      message: isKept(refusal) ? explainKept(refusal) : explainFiling(refusal),
    }))
    return sheetPage(visit, sentences, 'desarquivamento')
  })
}

function isKept(refusal: { readonly kind: string }): refusal is Parameters<typeof explainKept>[0] {
  return ['kept-elsewhere', 'listed', 'eliminated'].includes(refusal.kind)
}

function reasonIn(form: FormReader, field: string): string {
  return form.text(field, { label: 'o motivo', required: true, least: 5, most: 500 })
}

function mayLook({ actor }: InnerVisit): boolean {
  return (['archive.file', 'archive.appraise', 'archive.hold', 'archive.preside'] as const).some((one) =>
    actor.permissions.has(one),
  )
}

function digitsOf(visit: InnerVisit): string {
  const digits = visit.param('numero')
  return /^\d{5,30}$/.test(digits) ? digits : '0'
}

function toSheet(visit: InnerVisit): Answer {
  return redirect(visit.href(`/processos/${digitsOf(visit)}/arquivo`))
}

async function sheetPage(visit: InnerVisit, problems: readonly FieldProblem[], tried: string): Promise<Answer> {
  return withCaseFile(visit, async ({ id }) => {
    const { db, actor, page, formKeys, href } = visit
    const kept = await findKept(db, actor, id)
    if (!kept) return notFound
    const may = {
      file: actor.permissions.has('archive.file'),
      appraise: actor.permissions.has('archive.appraise'),
      hold: actor.permissions.has('archive.hold'),
    }
    const [classes, capacities] = await Promise.all([
      may.appraise ? findClassChoices(db) : [],
      may.file ? findCapacities(db, actor.unitId) : [],
    ])
    const today = todayIn(visit.now)
    const shown = { page, formKeys, href, kept, today, may, classes, capacities, fields: visit.form, problems, tried }
    return html(<CaseArchivePage {...shown} />, problems.length > 0 ? 422 : 200)
  })
}
