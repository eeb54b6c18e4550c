import { findResult, keepResult } from '../../../platform/act-results/index.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { explainCaseRefusal } from '../../cases/index.ts'
import { documentAddresses } from '../document-addresses.ts'
import { contentToRead } from '../reading/content-to-read.ts'
import { serveFile } from '../reading/serve-file.ts'
import { BinDocumentPage, BinPage } from './bin.page.tsx'
import { findInBin, listBin, recoverDocument } from './recover-document.ts'

const writing = { permission: 'documents.write' } as const

/** The bin of the unit: what it deleted, for as long as it can be brought back (DOC-082). */
export function binRoutes(router: Router): void {
  router.page('/lixeira', writing, async (visit) => {
    const pageNumber = Math.min(10_000, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1))
    const [list, result] = await Promise.all([listBin(visit.db, visit.actor, pageNumber, visit.now), findResult(visit)])
    return html(<BinPage {...frame(visit)} {...list} pageNumber={pageNumber} result={result} />)
  })

  router.page('/lixeira/:numero', writing, (visit) => documentPage(visit, []))

  router.page('/lixeira/:numero/arquivo', writing, async (visit) => {
    const document = await findInBin(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
    if (!document?.file) return notFound
    const options = { disposition: 'attachment', range: '' } as const
    return (await serveFile(visit.platform.files, document.file, options)) ?? notFound
  })

  router.act('/lixeira/:numero/recuperacao', writing, async (visit) => {
    const outcome = await recoverDocument(visit.db, visit.actor, visit.param('numero'), visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return documentPage(visit, outcome.refusals.map(explainCaseRefusal))
    const { number } = outcome.value
    const items = [{ label: `Documento ${number}`, done: true, text: 'recuperado da lixeira.' }]
    const result = await keepResult(visit, { title: 'Recuperação', items })
    return redirect(`${documentAddresses(visit).document(number)}${result}`)
  })
}

function frame(visit: InnerVisit) {
  return { page: visit.page, formKeys: visit.formKeys, href: visit.href }
}

async function documentPage(visit: InnerVisit, problems: readonly string[]): Promise<Answer> {
  const document = await findInBin(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
  if (!document) return notFound
  const content = await contentToRead(visit.db, document, { link: visit.href })
  return html(
    <BinDocumentPage
      {...frame(visit)}
      document={document}
      html={content?.html}
      problems={problems.map((message) => ({ message }))}
    />,
    problems.length > 0 ? 422 : 200,
  )
}
