import { html, notFound, type Router } from '../../../platform/http/index.ts'
import { pageAsked } from '../consulting/consult.form.ts'
import { publicSettings } from '../settings/public-settings.ts'
import { findPublicCase } from './find-public-case.ts'
import { PublicCasePage } from './public-case.page.tsx'

export function publicCaseRoutes(router: Router): void {
  router.publicPage(
    '/consulta/:numero',
    async (visit) => {
      const settings = await publicSettings(visit.db)
      const caseFile = await findPublicCase(visit.db, settings, visit.param('numero').replace(/\D/g, ''), {
        documents: pageAsked(visit.query('documentos'), mostPages),
        movements: pageAsked(visit.query('andamentos'), mostPages),
      })
      if (!caseFile) return notFound
      const { contentFrom, robots } = settings
      return html(<PublicCasePage page={visit.page} caseFile={caseFile} hidden={!robots} contentFrom={contentFrom} />)
    },
    { perMinute: 120 },
  )
}

const mostPages = 1000
