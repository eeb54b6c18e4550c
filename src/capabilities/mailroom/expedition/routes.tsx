import { keepResult } from '../../../platform/act-results/index.ts'
import { fieldList, fieldText } from '../../../platform/form-fields.ts'
import { type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { largestFileBytes, receiveFiles } from '../../documents/index.ts'
import { findUnitsByLabel, readForm } from '../../organization/index.ts'
import { averagesCsv, averagesPage } from '../averages/averages.view.tsx'
import { chargingRoutes } from '../charging/routes.tsx'
import { trackingCodeOf } from '../letters/letter.rules.ts'
import { states } from '../letters/letter.ts'
import { letterByCode } from '../letters/letters.view.tsx'
import { numberOf } from '../numbered.text.ts'
import { explainPost, explainReturn } from './expedition.text.ts'
import {
  labelsPage,
  listOfVisit,
  listPage,
  listsPage,
  outPage,
  postFile,
  postingDay,
  queuePage,
  returnsPage,
  rulesPage,
} from './expedition.view.tsx'
import { removeRule, saveRule } from './keep-rules.ts'
import { keepCodes, makeList, postLetters } from './make-list.ts'
import { settleStray } from './settle-stray.ts'
import { takeReturn } from './take-return.ts'

const writing = { permission: 'cases.change' } as const
const keeping = { permission: 'organization.manage' } as const

/** The unit that posts: its queue, its lists, what comes back, and by which table. */
export function expeditionRoutes(router: Router): void {
  router.page('/expedicao', {}, (visit) => queuePage(visit))
  router.page('/expedicao/fora', {}, outPage)
  router.page('/expedicao/medias', {}, averagesPage)
  router.page('/expedicao/medias/planilha', {}, averagesCsv)
  chargingRoutes(router)
  listsRoutes(router)
  returnsRoutes(router)
  rulesRoutes(router)
}

function listsRoutes(router: Router): void {
  router.page('/expedicao/listas', {}, listsPage)

  router.act('/expedicao/listas', writing, async (visit) => {
    const ids = fieldList(visit.form, 'carta').filter((id) => /^[1-9]\d{0,17}$/.test(id))
    const outcome = await makeList(visit.db, visit.actor, ids, visit.now)
    if (outcome.done) return redirect(visit.href(`/expedicao/listas/${outcome.value.id}`))
    return queuePage(visit, [{ message: 'Marque ao menos uma carta que ainda esteja à espera.' }])
  })

  router.page('/expedicao/listas/:id', {}, async (visit) => {
    const list = await listOfVisit(visit)
    return list ? listPage(visit, list, postingDay(visit), []) : notFound
  })

  router.page('/expedicao/listas/:id/etiquetas', {}, async (visit) => {
    const list = await listOfVisit(visit)
    return list ? labelsPage(visit, list) : notFound
  })

  router.page('/expedicao/listas/:id/arquivo', {}, async (visit) => {
    const list = await listOfVisit(visit)
    return list ? postFile(visit, list) : notFound
  })

  router.act('/expedicao/listas/:id/codigos', writing, async (visit) => {
    const list = await listOfVisit(visit)
    if (!list) return notFound
    const outcome = await keepCodes(visit.db, visit.actor, { listId: list.id, codes: codesIn(visit) }, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(visit.href(`/expedicao/listas/${list.id}/etiquetas`))
    return listPage(visit, list, visit.form, outcome.refusals.map(explainPost))
  })

  router.act('/expedicao/listas/:id/postagem', writing, async (visit) => {
    const list = await listOfVisit(visit)
    if (!list) return notFound
    const form = readForm(visit.form)
    const on = form.day('postada_em', { label: 'o dia da postagem', required: true })
    if (!on) return listPage(visit, list, visit.form, form.problems)
    const request = { listId: list.id, on, codes: codesIn(visit) }
    const outcome = await postLetters(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(visit.href(`/expedicao/listas/${list.id}`))
    return listPage(visit, list, visit.form, outcome.refusals.map(explainPost))
  })
}

function codesIn({ form }: InnerVisit): ReadonlyMap<string, string> {
  return new Map(
    Object.keys(form).flatMap((field) => {
      const [, id] = /^codigo_([1-9]\d{0,17})$/.exec(field) ?? []
      const code = id ? trackingCodeOf(fieldText(form, field).slice(0, 40)) : ''
      return id && code ? [[id, code] as const] : []
    }),
  )
}

function returnsRoutes(router: Router): void {
  router.page('/expedicao/retornos', {}, (visit) => returnsPage(visit, undefined, []))

  router.act('/expedicao/retornos', { ...writing, uploadLimitBytes: largestFileBytes }, async (visit) => {
    const form = readForm(visit.form)
    const trackingCode = trackingCodeOf(form.line('codigo', { label: 'o código', required: true, most: 30 }))
    const what = form.choice('o_que', 'o que voltou', ['receipt', 'letter'])
    const rest = {
      on: form.day('entregue_em', { label: 'o dia da entrega' }),
      receiver: form.line('recebedor', { label: 'quem assinou', most: 120 }),
      reason: form.line('motivo', { label: 'o motivo', most: 200 }),
    }
    if (trackingCode === '' && form.problems.length === 0) form.note('codigo', 'Informe o código.')
    const scan = form.problems.length === 0 ? await scanOf(visit, trackingCode) : undefined
    if (typeof scan === 'string') form.note('arquivo', scan)
    if (form.problems.length > 0 || !what) return returnsPage(visit, visit.form, form.problems)
    const request = { trackingCode, what, ...rest, scan: typeof scan === 'string' ? undefined : scan }
    const outcome = await takeReturn(visit.db, visit.actor, request, visit.now)
    if (!outcome.done) return returnsPage(visit, visit.form, outcome.refusals.map(explainReturn))
    const { letter } = outcome.value
    const item = letter
      ? { label: `Carta ${numberOf(letter)}`, done: true, text: 'retorno registrado.' }
      : {
          label: trackingCode,
          done: false,
          text: 'código desconhecido: foi para os não identificados. Guarde o papel.',
        }
    return redirect(visit.href('/expedicao/retornos') + (await keepResult(visit, { title: 'Retorno', items: [item] })))
  })

  router.act('/expedicao/retornos/:id', writing, async (visit) => {
    const id = visit.param('id')
    if (!/^[1-9]\d{0,17}$/.test(id)) return notFound
    const form = readForm(visit.form)
    const settlement = form.line(`providencia_${id}`, {
      label: 'o que se descobriu e se fez',
      required: true,
      most: 300,
    })
    if (form.problems.length > 0) {
      return returnsPage(
        visit,
        undefined,
        form.problems.map(({ message }) => ({ message })),
      )
    }
    return (await settleStray(visit.db, visit.actor, { id, settlement }, visit.now))
      ? redirect(visit.href('/expedicao/retornos'))
      : notFound
  })
}

/** The scanned paper, noted for the case file of its letter; a sentence where it cannot be taken. */
async function scanOf(visit: InnerVisit, trackingCode: string) {
  const [upload] = visit.uploads
  if (!upload) return undefined
  const letter = await letterByCode(visit, trackingCode)
  if (!letter?.isToPost) return undefined
  const form = readForm(visit.form)
  const typeId = form.id('tipo', { label: 'o tipo', required: true })
  const conferenceKindId = form.id('conferencia', { label: 'a conferência', required: true })
  if (!typeId || !conferenceKindId) return 'Escolha o tipo do documento e a conferência da imagem.'
  const owner = { accountId: visit.actor.userId, caseFileId: letter.caseFileId }
  // On the pool and not in the act's transaction: what has arrived stays, though the form comes back.
  const { db, files } = visit.platform
  const [received] = await receiveFiles(db, files, owner, [upload], visit.now)
  return received?.problem ?? (received ? { waitingId: received.id, typeId, conferenceKindId } : undefined)
}

function rulesRoutes(router: Router): void {
  router.page('/expedicao/regras', {}, (visit) => rulesPage(visit, undefined, []))

  router.act('/expedicao/regras', keeping, async (visit) => {
    const form = readForm(visit.form)
    const way = form.choice('como', 'como vai', ['direct', 'post'])
    const state = states.find((one) => one === fieldText(visit.form, 'uf')) ?? ''
    const city = form.line('cidade', { label: 'o município', most: 100 })
    if (city && !state) form.note('uf', 'Escolha o estado do município.')
    const isPost = way === 'post'
    const label = form.line('unidade', { label: 'a unidade que posta', required: isPost, most: 60 })
    const [found] = isPost && label ? await findUnitsByLabel(visit.db, [label], { agencyId: visit.actor.agencyId }) : []
    const unitId = found?.kind === 'found' ? found.unit.id : null
    if (isPost && label && !unitId) form.note('unidade', 'Não há unidade do órgão com esta sigla.')
    const receiptDays = form.whole('dias', { label: 'os dias', least: 1, most: 365 }) ?? 15
    if (form.problems.length > 0 || !way) return rulesPage(visit, visit.form, form.problems)
    const withReceipt = isPost && form.flag('ar')
    await saveRule(visit.db, visit.actor, { state, city, way, unitId, withReceipt, receiptDays }, visit.now)
    return redirect(visit.href('/expedicao/regras'))
  })

  router.act('/expedicao/regras/:id/remocao', keeping, async (visit) => {
    const id = visit.param('id')
    if (!/^[1-9]\d{0,17}$/.test(id)) return notFound
    await removeRule(visit.db, visit.actor, id)
    return redirect(visit.href('/expedicao/regras'))
  })
}
