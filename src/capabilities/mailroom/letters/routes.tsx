import { type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { type Document, documentMissing, findDocument } from '../../documents/index.ts'
import { askLetter } from './ask-letter.ts'
import { readLetter, readMove } from './letter.form.ts'
import { explainAsk } from './letter.text.ts'
import { askLetterPage, letterOf, letterPage, lettersPage } from './letters.view.tsx'
import { type MoveLetterRefusal, moveLetter, withdrawLetter } from './move-letter.ts'

const writing = { permission: 'cases.change' } as const

/** Letters as the unit that asks for them sees them, and what the post tells of each. */
export function lettersRoutes(router: Router): void {
  router.page('/documentos/:numero/postagem', writing, async (visit) => {
    const document = await find(visit)
    return document ? askLetterPage(visit, document, undefined, []) : documentMissing(visit)
  })

  router.act('/documentos/:numero/postagem', writing, async (visit) => {
    const document = await find(visit)
    if (!document) return notFound
    const { request, problems } = readLetter(visit.form, document.number)
    if (!request) return askLetterPage(visit, document, visit.form, problems)
    const outcome = await askLetter(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(visit.href(`/cartas/${outcome.value.id}`))
    return askLetterPage(visit, document, visit.form, outcome.refusals.map(explainAsk))
  })

  router.page('/cartas', {}, lettersPage)

  router.page('/cartas/:id', {}, async (visit) => {
    const letter = await letterOf(visit)
    return letter ? letterPage(visit, letter, {}, []) : notFound
  })

  router.act('/cartas/:id', writing, async (visit) => {
    const letter = await letterOf(visit)
    if (!letter?.isToPost) return notFound
    const { request, problems } = readMove(visit.form, letter.id)
    if (!request) return letterPage(visit, letter, visit.form, problems)
    const outcome = await moveLetter(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(visit.href(`/cartas/${letter.id}`))
    return letterPage(visit, letter, visit.form, outcome.refusals.map(explainMove))
  })

  router.act('/cartas/:id/desistencia', writing, async (visit) => {
    const letter = await letterOf(visit)
    if (!letter?.isOurs) return notFound
    const outcome = await withdrawLetter(visit.db, visit.actor, letter.id, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(visit.href(`/cartas/${letter.id}`))
    return letterPage(visit, letter, {}, [{ message: 'Quem posta já começou a preparar esta carta.' }])
  })
}

async function find(visit: InnerVisit): Promise<Document | undefined> {
  const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
  return document?.readRefusals.length === 0 ? document : undefined
}

function explainMove({ kind }: MoveLetterRefusal): FormError {
  switch (kind) {
    case 'not-now':
      return { field: 'situacao', message: 'A carta não está mais nesta situação. Veja o andamento.' }
    case 'no-day':
      return { field: 'entregue_em', message: 'Informe o dia da entrega.' }
    case 'impossible-day':
      return { field: 'entregue_em', message: 'A entrega é entre o dia da postagem e hoje.' }
    case 'no-reason':
      return { field: 'motivo', message: 'Informe por que a carta voltou.' }
  }
}
