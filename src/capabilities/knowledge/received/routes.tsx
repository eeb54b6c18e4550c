import { fieldText } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { compareContents, comparisonToHtml, type RichText, toHtml } from '../../../rich-text/index.ts'
import { idParam } from '../../organization/index.ts'
import { groupForm } from '../groups/group-form.view.ts'
import { explainStandardText } from '../standard-text.text.ts'
import { answerNewVersion, copyText, findStaleCopy } from './copy-text.ts'
import { findReceived, noteSeen, type ReceivedContentRow } from './find-received.ts'
import { NewVersionPage, ReceivedPage } from './received.page.tsx'

const managing = { permission: 'knowledge.manage' } as const
const list = '/textos-padrao'

/** What a unit does with texts of the institution. */
export function receivedRoutes(router: Router): void {
  router.page(`${list}/institucionais/:id`, managing, async (visit) => {
    const text = await receivedOf(visit)
    if (!text) return notFound
    await noteSeen(visit.db, visit.actor.unitId, text.id, text.version)
    return html(await receivedPage(visit, text))
  })

  router.act(`${list}/institucionais/:id/copia`, managing, async (visit) => {
    const text = await receivedOf(visit)
    const outcome = text && (await copyText(visit.db, visit.actor, text.id, visit.now))
    if (!text || !outcome) return notFound
    if (outcome.done) return redirect(visit.href(`${list}/${outcome.value.id}?feito=copiado`))
    return html(await receivedPage(visit, text, explainStandardText(outcome.refusals[0]).message), 422)
  })

  router.page(`${list}/:id/atualizacao`, managing, async (visit) => {
    const copy = await findStaleCopy(visit.db, visit.actor.unitId, visit.param('id'))
    if (!copy) return notFound
    const here = visit.href(`${list}/${copy.id}`)
    const change = compareContents(copy.content as RichText, copy.originContent as RichText)
    return html(
      <NewVersionPage
        page={visit.page}
        formKeys={visit.formKeys}
        breadcrumb={[...crumbs(visit), { label: copy.name, href: here }, { label: 'Nova versão do original' }]}
        name={copy.name}
        version={copy.originVersion}
        comparison={comparisonToHtml(change)}
        action={`${here}/atualizacao`}
        backHref={here}
      />,
    )
  })

  router.act(`${list}/:id/atualizacao`, managing, async (visit) => {
    const id = visit.param('id')
    const version = Number(fieldText(visit.form, 'versao'))
    const takes = fieldText(visit.form, 'ato') === 'trocar'
    const answered = await answerNewVersion(visit.db, visit.actor, { id, version, takes }, visit.now)
    return answered ? redirect(visit.href(`${list}?feito=${takes ? 'trocado' : 'mantido'}`)) : notFound
  })
}

const crumbs = (visit: InnerVisit) => [
  { label: 'Mesa', href: visit.href('/mesa') },
  { label: 'Textos padrão', href: visit.href(list) },
]

async function receivedOf(visit: InnerVisit): Promise<ReceivedContentRow | undefined> {
  const id = idParam(visit)
  return id ? findReceived(visit.db, visit.actor.unitId, id) : undefined
}

async function receivedPage(visit: InnerVisit, text: ReceivedContentRow, problem?: string) {
  return (
    <ReceivedPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[...crumbs(visit), { label: text.name }]}
      text={text}
      html={toHtml(text.content as RichText, {
        headingShift: 1,
        caseAddress: (number) => visit.href(`/processos/${number}`),
        documentAddress: (number) => visit.href(`/documentos/${number}`),
      })}
      copyAction={visit.href(`${list}/institucionais/${text.id}/copia`)}
      backHref={visit.href(list)}
      group={await groupForm(visit, `i${text.id}`, text.groupId)}
      problem={problem}
    />
  )
}
