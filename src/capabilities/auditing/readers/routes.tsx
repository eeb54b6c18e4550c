import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { findCaseFile } from '../../cases/index.ts'
import { caseMissing, documentLabel, documentMissing, findDocument } from '../../documents/index.ts'
import { findReaders, readersPageSize } from './find-readers.ts'
import { ReadersPage } from './readers.page.tsx'
import { maySeeReaders } from './readers.rules.ts'

const seeing = { permission: 'auditing.readers' } as const

/** “Quem acessou”, of a case file and of a document (feature 125). */
export function readersRoutes(router: Router): void {
  router.page('/processos/:numero/acessos', seeing, async (visit) => {
    const digits = visit.param('numero')
    const caseFile = await findCaseFile(visit.db, visit.actor, { digits }, 'reading', visit.now)
    if (!caseFile) return caseMissing(visit)
    if (!maySeeReaders(caseFile)) return notFound
    const number = pageOf(visit)
    const href = visit.href(`/processos/${digits}`)
    return html(
      <ReadersPage
        page={visit.page}
        breadcrumb={[
          { label: 'Mesa', href: visit.href('/mesa') },
          { label: `Processo ${caseFile.number}`, href },
          { label: 'Quem acessou' },
        ]}
        subject={`processo ${caseFile.number} ou algum documento dele`}
        {...(await findReaders(visit.db, { caseFileId: caseFile.id }, number))}
        number={number}
        size={readersPageSize}
        pageHref={(page) => `${href}/acessos?pagina=${page}`}
      />,
    )
  })

  router.page('/documentos/:numero/acessos', seeing, async (visit) => {
    const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
    if (!document) return documentMissing(visit)
    const { caseFile } = document
    if (document.readRefusals.length > 0 || !maySeeReaders(caseFile)) return notFound
    const number = pageOf(visit)
    const href = visit.href(`/documentos/${document.number}`)
    return html(
      <ReadersPage
        page={visit.page}
        breadcrumb={[
          { label: 'Mesa', href: visit.href('/mesa') },
          { label: `Processo ${caseFile.number}`, href: visit.href(`/processos/${caseFile.digits}`) },
          { label: documentLabel(document), href },
          { label: 'Quem acessou' },
        ]}
        subject={`documento ${document.number}`}
        {...(await findReaders(visit.db, { documentId: document.id }, number))}
        number={number}
        size={readersPageSize}
        pageHref={(page) => `${href}/acessos?pagina=${page}`}
      />,
    )
  })
}

function pageOf({ query }: InnerVisit): number {
  return Math.min(1_000, Math.max(1, Number.parseInt(query('pagina'), 10) || 1))
}
