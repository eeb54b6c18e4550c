import { keepResult } from '../../../platform/act-results/index.ts'
import {
  type Answer,
  html,
  type InnerVisit,
  json,
  notFound,
  type Router,
  redirect,
} from '../../../platform/http/index.ts'
import { explainContentProblem, VARIABLES } from '../../../rich-text/index.ts'
import {
  documentLabel,
  documentMissing,
  type EditorTyped,
  findDocument,
  readDraftMessage,
  readEditor,
  readVersionMessage,
  textOfTyped,
} from '../../documents/index.ts'
import { reviewCrumbs, reviewEnded } from '../requests/routes.tsx'
import { explainThread } from '../threads/threads.text.ts'
import {
  discardSuggesting,
  keepSuggesting,
  type OpenedForSuggesting,
  openForSuggesting,
  type Suggested,
  type SuggestRefusal,
  sendSuggestions,
} from './suggest.ts'
import { SuggestingPage } from './suggesting.page.tsx'

export function suggestingRoutes(router: Router): void {
  router.page('/documentos/:numero/revisao/sugestoes', {}, async (visit) => {
    const opened = await openForSuggesting(visit.db, visit.actor, visit.param('numero'), visit.now)
    if (!opened)
      return reviewEnded(visit, await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now))
    // A form is filled in, not written: its text takes no suggestions by this way.
    if (opened.document.formVersionId !== null) return documentMissing(visit)
    return page(visit, opened, undefined, [])
  })

  router.act('/documentos/:numero/revisao/sugestoes', { bodyLimitBytes: 4_194_304 }, async (visit) => {
    const opened = await openForSuggesting(visit.db, visit.actor, visit.param('numero'), visit.now)
    if (!opened) return notFound
    const original = opened.kept?.content ?? opened.text.content
    const typed = readEditor(visit.form, original)
    const { parsed } = textOfTyped(typed, original)
    const request = {
      number: opened.document.number,
      content: parsed.ok ? parsed.content : undefined,
      baseVersion: typed.baseVersion,
    }
    const outcome = await sendSuggestions(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    return outcome.done
      ? redirect(await addressAfter(visit, opened.document.number, outcome.value))
      : page(visit, opened, typed, outcome.refusals.map(explain))
  })

  router.act('/documentos/:numero/revisao/sugestoes/descarte', {}, async (visit) => {
    const number = visit.param('numero')
    const discarded = await discardSuggesting(visit.db, visit.actor, number, visit.now)
    return discarded ? redirect(visit.href(`/documentos/${number}/revisao/sugestoes`)) : notFound
  })

  router.page('/documentos/:numero/revisao/sugestoes/texto', {}, async (visit) => {
    const opened = await openForSuggesting(visit.db, visit.actor, visit.param('numero'), visit.now)
    if (!opened) return documentMissing(visit)
    const { text, kept } = opened
    return json({
      content: text.content,
      version: text.version,
      savedAt: text.savedAt,
      ...(kept ? { draft: { ...kept, version: kept.baseVersion } } : {}),
      variables: Object.entries(VARIABLES).map(([name, label]) => ({ name, label })),
      csrf: visit.formKeys.csrf,
    })
  })

  router.exchange('PUT', '/documentos/:numero/revisao/sugestoes/rascunho', {}, async (visit) => {
    const message = readDraftMessage(visit.json)
    if (!message) return json({ message: 'O pedido não pôde ser entendido.' }, 400)
    const request = { ...message, number: visit.param('numero') }
    const outcome = await keepSuggesting(visit.db, visit.actor, request, visit.now)
    if (!outcome) return nothingThere
    return outcome.done ? json({ ...outcome.value, version: message.baseVersion }) : refusalAnswer(outcome.refusals)
  })

  router.exchange('POST', '/documentos/:numero/revisao/sugestoes/envio', {}, async (visit) => {
    const message = readVersionMessage(visit.json)
    if (!message) return json({ message: 'O pedido não pôde ser entendido.' }, 400)
    const number = visit.param('numero')
    const outcome = await sendSuggestions(visit.db, visit.actor, { ...message, number }, visit.now)
    if (!outcome) return nothingThere
    if (!outcome.done) return refusalAnswer(outcome.refusals)
    const goTo = await addressAfter(visit, number, outcome.value)
    return json({ version: message.baseVersion, savedAt: visit.now, goTo })
  })
}

const nothingThere = json({ message: 'A revisão não está mais disponível para você nesta unidade.' }, 404)

function refusalAnswer(refusals: readonly SuggestRefusal[]): Answer {
  return json({ message: refusals.map(explain).join(' ') }, 422)
}

function explain(refusal: SuggestRefusal): string {
  if (refusal.kind === 'content') return explainContentProblem(refusal.problem)
  if (refusal.kind === 'fixed-part') return 'As partes fixas do modelo não mudam. Recarregue a página e tente de novo.'
  return explainThread(refusal).message
}

async function addressAfter(visit: InnerVisit, number: string, { suggestions, leftOut }: Suggested): Promise<string> {
  const sent = suggestions === 1 ? '1 sugestão enviada' : `${suggestions} sugestões enviadas`
  const items = [
    { label: sent, done: true, text: 'esperam quem escreve o documento.' },
    ...(leftOut > 0
      ? [
          {
            label: leftOut === 1 ? '1 mudança não enviada' : `${leftOut} mudanças não enviadas`,
            done: false,
            text: 'mexem em notas, ligações ou variáveis: descreva-as num comentário.',
          },
        ]
      : []),
  ]
  return visit.href(`/documentos/${number}/revisao${await keepResult(visit, { title: 'Sugestões', items })}`)
}

function page(
  visit: InnerVisit,
  { document, text, kept }: OpenedForSuggesting,
  typed: EditorTyped | undefined,
  problems: readonly string[],
): Answer {
  return html(
    <SuggestingPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={reviewCrumbs(visit, document, 'Sugerir alterações')}
      label={documentLabel(document)}
      documentNumber={document.number}
      userId={visit.actor.userId}
      at={visit.href(`/documentos/${document.number}/revisao`)}
      content={kept?.content ?? text.content}
      baseVersion={kept?.baseVersion ?? text.version}
      hasKept={kept !== undefined}
      typed={typed}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  )
}
