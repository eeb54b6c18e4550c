import { type Answer, html, type InnerVisit, notFound } from '../../../platform/http/index.ts'
import { BatchPage, itemsPerPage } from './batch.page.tsx'
import { selectBatch, selectItems } from './batches.queries.ts'

/** A list of this person, with what was found or what became of each row. */
export async function batchPage(visit: InnerVisit): Promise<Answer> {
  const id = visit.param('id')
  const batch = /^\d{1,15}$/.test(id) ? await selectBatch(visit.db, visit.actor, id) : undefined
  if (!batch) return notFound
  const current = Math.min(Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1), 10)
  const items = await selectItems(visit.db, batch.id, { limit: itemsPerPage, offset: (current - 1) * itemsPerPage })
  return html(
    <BatchPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[{ label: 'Mesa', href: visit.href('/mesa') }, { label: 'Documentos de uma lista' }]}
      batch={batch}
      items={items}
      current={current}
      at={visit.href(`/lotes/${batch.id}`)}
      againHref={visit.href('/lotes/novo')}
      href={visit.href}
    />,
  )
}
