import { html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { comparisonToHtml } from '../../../rich-text/index.ts'
import { type Document, documentLabel } from '../document.ts'
import { documentAddresses } from '../document-addresses.ts'
import { explainSave } from '../editing/save-refusal.text.ts'
import { documentMissing } from '../missing-routes.tsx'
import { textHtml } from '../reading/text-html.ts'
import { keptText } from './add-version.ts'
import { compareVersions, findVersion, listVersions, type VersionToShow, versionsPerPage } from './list-versions.ts'
import { restoreVersion } from './restore-version.ts'
import { ComparisonPage, VersionPage, VersionsPage } from './versions.page.tsx'

const writing = { permission: 'documents.write' } as const

export function versionsRoutes(router: Router): void {
  router.page('/documentos/:numero/versoes', writing, async (visit) => {
    const pageNumber = Math.max(1, Math.min(10_000, Number.parseInt(visit.query('pagina'), 10) || 1))
    const list = await listVersions(visit.db, visit.actor, visit.param('numero'), pageNumber, visit.now)
    if (!list) return documentMissing(visit)
    const { document, versions } = list
    const versionsHref = documentAddresses(visit).versions(document.number)
    const restored = visit.query('recuperada')
    return html(
      <VersionsPage
        {...common(visit, document, [])}
        backHref={documentAddresses(visit).document(document.number)}
        versions={versions}
        current={document.version}
        pageNumber={pageNumber}
        pageCount={Math.ceil(document.version / versionsPerPage)}
        hrefOfPage={(page) => `${versionsHref}?pagina=${page}`}
        hrefOf={(version) => `${versionsHref}/${version}`}
        compareHref={`${versionsHref}/comparacao`}
        flash={
          /^\d+$/.test(restored) ? { kind: 'success', text: `O texto voltou, como versão ${restored}.` } : undefined
        }
      />,
    )
  })

  router.page('/documentos/:numero/versoes/comparacao', writing, async (visit) => {
    const pair = [Number(visit.query('de')), Number(visit.query('ate'))] as const
    const compared = await compareVersions(visit.db, visit.actor, visit.param('numero'), pair, visit.now)
    if (!compared) return documentMissing(visit)
    const { document, older, newer, comparison } = compared
    return html(
      <ComparisonPage
        {...common(visit, document, [{ label: 'Comparação' }])}
        older={older}
        newer={newer}
        html={comparisonToHtml(comparison)}
      />,
    )
  })

  router.page('/documentos/:numero/versoes/:versao', writing, async (visit) => {
    const shown = await versionOf(visit)
    return shown ? versionPage(visit, shown, []) : documentMissing(visit)
  })

  router.act('/documentos/:numero/versoes/:versao/recuperacao', writing, async (visit) => {
    const shown = await versionOf(visit)
    if (!shown) return notFound
    const request = { number: shown.document.number, version: shown.version.number }
    const outcome = await restoreVersion(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return versionPage(visit, shown, outcome.refusals.map(explainSave))
    return redirect(`${documentAddresses(visit).versions(request.number)}?recuperada=${outcome.value.version}`)
  })
}

async function versionOf(visit: InnerVisit): Promise<VersionToShow | undefined> {
  const version = Number(visit.param('versao'))
  return findVersion(visit.db, visit.actor, visit.param('numero'), version, visit.now)
}

function versionPage(visit: InnerVisit, { document, version, mayChange }: VersionToShow, problems: readonly string[]) {
  const versionsHref = documentAddresses(visit).versions(document.number)
  const isCurrent = version.number === document.version
  return html(
    <VersionPage
      {...common(visit, document, [{ label: `Versão ${version.number}` }])}
      formKeys={visit.formKeys}
      version={version}
      html={textHtml(document, keptText(version.content), { link: visit.href })}
      restoreAction={isCurrent || !mayChange ? undefined : `${versionsHref}/${version.number}/recuperacao`}
      dropsSignatures={document.signatureCount > 0}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

function common(visit: InnerVisit, document: Document, last: readonly { label: string }[]) {
  const at = documentAddresses(visit)
  const label = documentLabel(document)
  const versions = { label: 'Versões', ...(last.length > 0 ? { href: at.versions(document.number) } : {}) }
  return {
    page: visit.page,
    label,
    breadcrumb: [...at.crumbs(document.caseFile), { label, href: at.document(document.number) }, versions, ...last],
    backHref: at.versions(document.number),
  }
}
