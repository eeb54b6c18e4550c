import { type FieldProblem, type FormFields, meaningOf } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { RichText } from '../../../rich-text/index.ts'
import { ConfirmPage } from '../../../ui/index.ts'
import { idParam } from '../../organization/index.ts'
import { distribute, redistribute, withdraw } from './distribute.ts'
import { findKept, type InstitutionalContentRow, keptBy } from './find-kept.ts'
import { fieldsOfInstitutional, readInstitutional } from './institutional.form.ts'
import { InstitutionalListPage, InstitutionalPage } from './institutional.page.tsx'
import { explainInstitutional } from './institutional.text.ts'
import { type Keeper, keeperOf } from './keeper.ts'
import { offerScopes, readScope } from './offer-scopes.ts'

const long = { bodyLimitBytes: 4_194_304 } as const
const list = '/textos-institucionais'

/** What is kept for many units. Two permissions open it, so each address asks for itself who keeps. */
export function institutionalRoutes(router: Router): void {
  router.page(list, {}, async (visit) => {
    const keeper = await keeperOf(visit)
    if (!keeper) return notFound
    const done = meaningOf(flashes, visit.query('feito'))
    return html(
      <InstitutionalListPage
        page={visit.page}
        breadcrumb={[{ label: 'Mesa', href: visit.href('/mesa') }, { label: 'Textos institucionais' }]}
        texts={await keptBy(visit.db, keeper)}
        href={visit.href}
        flash={done ? { kind: 'success', text: done } : undefined}
      />,
    )
  })

  router.page(`${list}/novo`, {}, async (visit) => {
    const keeper = await keeperOf(visit)
    return keeper ? entryPage(visit, keeper, undefined, {}, []) : notFound
  })

  router.act(list, long, async (visit) => {
    const keeper = await keeperOf(visit)
    return keeper ? save(visit, keeper, undefined) : notFound
  })

  router.page(`${list}/:id`, {}, async (visit) => {
    const kept = await keptOf(visit)
    if (!kept) return notFound
    const { keeper, text } = kept
    return entryPage(visit, keeper, text, fieldsOfInstitutional(text, text.content as RichText), [])
  })

  router.act(`${list}/:id`, long, async (visit) => {
    const kept = await keptOf(visit)
    return kept ? save(visit, kept.keeper, kept.text) : notFound
  })

  router.page(`${list}/:id/retirada`, {}, async (visit) => {
    const kept = await keptOf(visit)
    if (!kept || kept.text.withdrawn) return notFound
    const { id, name } = kept.text
    return html(
      <ConfirmPage
        page={visit.page}
        title={`Retirar de uso “${name}”?`}
        breadcrumb={[...crumbs(visit), { label: 'Retirar de uso' }]}
        consequences={[
          'O texto sai da lista de todas as unidades.',
          'As cópias que as unidades fizeram e os documentos escritos com ele ficam como estão.',
        ]}
        action={visit.href(`${list}/${id}/retirada`)}
        idempotencyKey={visit.formKeys.idempotencyKey}
        confirmLabel="Retirar de uso"
        confirmIcon="remove"
        cancelHref={visit.href(`${list}/${id}`)}
      />,
    )
  })

  router.act(`${list}/:id/retirada`, {}, async (visit) => {
    const [keeper, id] = [await keeperOf(visit), idParam(visit)]
    const withdrawn = keeper && id && (await withdraw(visit.db, keeper, id, visit.now))
    return withdrawn ? redirect(visit.href(`${list}?feito=retirado`)) : notFound
  })
}

const flashes: Readonly<Record<string, string | undefined>> = {
  distribuido: 'Texto distribuído.',
  alterado: 'Texto salvo e distribuído.',
  retirado: 'Texto retirado de uso.',
}

const crumbs = (visit: InnerVisit) => [
  { label: 'Mesa', href: visit.href('/mesa') },
  { label: 'Textos institucionais', href: visit.href(list) },
]

async function keptOf(visit: InnerVisit): Promise<{ keeper: Keeper; text: InstitutionalContentRow } | undefined> {
  const [keeper, id] = [await keeperOf(visit), idParam(visit)]
  const text = keeper && id ? await findKept(visit.db, keeper, id, false) : undefined
  return keeper && text && { keeper, text }
}

async function save(visit: InnerVisit, keeper: Keeper, text: InstitutionalContentRow | undefined) {
  const original = text && { kind: text.kind, content: text.content as RichText }
  const { request, problems } = readInstitutional(visit.form, original)
  const { scope, problems: further } = await readScope(visit.db, keeper, visit.form, visit.now)
  if (!request || !scope) return entryPage(visit, keeper, text, visit.form, [...problems, ...further])
  const outcome = text
    ? await redistribute(visit.db, keeper, { ...request, scope, id: text.id }, visit.now)
    : await distribute(visit.db, keeper, { ...request, scope }, visit.now)
  if (!outcome) return notFound
  if (outcome.done) return redirect(visit.href(`${list}?feito=${text ? 'alterado' : 'distribuido'}`))
  return entryPage(visit, keeper, text, visit.form, outcome.refusals.map(explainInstitutional))
}

async function entryPage(
  visit: InnerVisit,
  keeper: Keeper,
  text: InstitutionalContentRow | undefined,
  fields: FormFields,
  problems: readonly FieldProblem[],
) {
  return html(
    <InstitutionalPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[...crumbs(visit), { label: text?.name ?? 'Novo' }]}
      text={text}
      offer={await offerScopes(visit.db, keeper)}
      fields={fields}
      problems={problems}
      href={visit.href}
    />,
    problems.length > 0 ? 422 : 200,
  )
}
