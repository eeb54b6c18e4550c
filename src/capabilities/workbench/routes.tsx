import { findResult } from '../../platform/act-results/index.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import { fieldText } from '../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router, redirect } from '../../platform/http/index.ts'
import type { FormError } from '../../ui/index.ts'
import { agendaPanel } from '../agenda/index.ts'
import {
  awaitsPassword,
  type CaseFile,
  factsToAct,
  findCaseFile,
  markSeen,
  refusalsToAct,
  secretNumbers,
} from '../cases/index.ts'
import { demandsPanel } from '../demands/index.ts'
import {
  contentToRead,
  type Document,
  DocumentReading,
  DocumentSheet,
  documentLabel,
  documentMissing,
  fileToRead,
  findDocument,
  noteOpened,
  ReaderNotices,
  wordsOfScan,
} from '../documents/index.ts'
import { readHistory } from '../history/index.ts'
import { entriesPanel } from '../mailroom/index.ts'
import { projectsPanel } from '../projects/index.ts'
import { receiveOnOpening, routingOfCase } from '../routing/index.ts'
import { findInCase, SearchWithin } from '../search/index.ts'
import {
  AuthenticityBox,
  countSignatures,
  MissingSignatures,
  SignatureStamps,
  signaturesOf,
  verificationOf,
} from '../signatures/index.ts'
import { watchedPanel } from '../watchlists/index.ts'
import { workPlanPanel } from '../work-plans/index.ts'
import { actsOnCase } from './case-acts.ts'
import { CaseFramePage } from './case-frame.page.tsx'
import { CaseSummary } from './case-summary.page.tsx'
import { actsOnDocument } from './document-acts.ts'
import { CaseHistory } from './history.page.tsx'
import { caseParts, documentParts, furtherActs, panelsOf } from './parts.ts'
import { readSummary } from './read-summary.ts'
import { treeToShow } from './tree-to-show.ts'
import { explainEntryRefusal } from './write-entry.text.ts'
import { writeEntry } from './write-entry.ts'

/** The case file as people work with it. Owns no table: everything comes from the front doors of others. */
export function workbenchRoutes(router: Router): void {
  router.page('/processos/:numero', {}, async (visit) => {
    const caseFile = await openCase(visit)
    return caseFile ? html(await summaryPage(visit, caseFile)) : passwordOrNothing(visit)
  })
  router.page('/processos/:numero/historico', {}, async (visit) => {
    const caseFile = await openCase(visit)
    return caseFile ? html(await historyPage(visit, caseFile, '', [])) : passwordOrNothing(visit)
  })
  router.page('/processos/:numero/pesquisa', {}, async (visit) => {
    const caseFile = await openCase(visit)
    return caseFile ? html(await searchPage(visit, caseFile)) : passwordOrNothing(visit)
  })
  router.act('/processos/:numero/andamentos', {}, async (visit) => {
    const caseNumber = visit.param('numero')
    const text = fieldText(visit.form, 'texto')
    const outcome = await writeEntry(visit.db, visit.actor, { caseNumber, text }, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(visit.href(`/processos/${caseNumber}/historico`))
    const caseFile = await findCaseFile(visit.db, visit.actor, { digits: caseNumber }, 'reading', visit.now)
    if (!caseFile) return notFound
    return html(await historyPage(visit, caseFile, text, outcome.refusals.map(explainEntryRefusal)), 422)
  })
  router.page('/documentos/:numero', {}, async (visit) => {
    const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
    return document ? html(await documentPage(visit, document)) : documentMissing(visit)
  })
}

/** The case file of the address, received by the unit and marked as read by the person (PRO-101). */
async function openCase(visit: InnerVisit): Promise<CaseFile | undefined> {
  const { db, actor, now } = visit
  const digits = visit.param('numero')
  const caseFile = await findCaseFile(db, actor, { digits }, 'reading', now)
  if (!caseFile) return undefined
  const received = await receiveOnOpening(db, actor, caseFile, now)
  await markSeen(db, actor, caseFile, now)
  return received ? findCaseFile(db, actor, { digits }, 'reading', now) : caseFile
}

/** A holder who has not given the password yet is asked for it; everybody else learns nothing (PRO-063). */
async function passwordOrNothing(visit: InnerVisit) {
  const digits = visit.param('numero')
  const asks = await awaitsPassword(visit.db, visit.actor, digits, visit.now)
  return asks ? redirect(visit.href(`/processos/${digits}/senha`)) : notFound
}

async function summaryPage(visit: InnerVisit, caseFile: CaseFile) {
  const { db, actor } = visit
  const [
    shown,
    { places, recallable },
    { workPlan, entries, agenda, activities, demands, watched, ...summary },
    result,
    panels,
  ] = await Promise.all([
    treeToShow(visit, caseFile),
    routingOfCase(db, actor, caseFile),
    readSummary(db, actor, caseFile.id, visit.now),
    findResult(visit),
    panelsOf(caseParts, visit, caseFile),
  ])
  const suspension = summary.suspension && { ...summary.suspension, since: new Date(summary.suspension.since) }
  return (
    <CaseFramePage
      page={visit.page}
      href={visit.href}
      caseFile={caseFile}
      tree={shown.tree}
      directLine={shown.directLine}
      formKeys={visit.formKeys}
      acts={actsOnCase(caseFile, actor, visit, recallable, furtherActs(caseParts, visit, caseFile))}
      tab="case"
      title={`Processo ${caseFile.number}`}
      result={result}
      opened={visit.query('aberto')}
    >
      <CaseSummary
        {...summary}
        suspension={suspension ?? undefined}
        caseFile={caseFile}
        href={visit.href}
        now={visit.now}
        today={todayIn(visit.now)}
        places={places}
        unsigned={shown.drafts}
        documentCount={shown.total}
        readsByBundle={shown.readsByBundle}
        mayInclude={
          actor.permissions.has('documents.write') &&
          refusalsToAct('include-document', factsToAct(caseFile, actor.unitId)).length === 0
        }
      />
      {watchedPanel(visit, watched)}
      {workPlanPanel(visit, caseFile, workPlan)}
      {entriesPanel(visit, caseFile, entries)}
      {agendaPanel(visit, caseFile, agenda)}
      {projectsPanel(visit, caseFile, activities)}
      {demandsPanel(visit, caseFile, demands)}
      {panels}
    </CaseFramePage>
  )
}

async function historyPage(visit: InnerVisit, caseFile: CaseFile, text: string, errors: readonly FormError[]) {
  const { db, actor } = visit
  const view = visit.query('visao') === 'completa' ? 'complete' : 'summary'
  const asked = Number(visit.query('pagina'))
  const pageNumber = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
  const [shown, { recallable }, history] = await Promise.all([
    treeToShow(visit, caseFile),
    routingOfCase(db, actor, caseFile),
    readHistory(db, { caseFileId: caseFile.id, unitId: actor.unitId, view, page: pageNumber }, (numbers) =>
      secretNumbers(db, actor, numbers),
    ),
  ])
  const mayWrite = refusalsToAct('acknowledge-or-comment', factsToAct(caseFile, actor.unitId)).length === 0
  const action = visit.href(`/processos/${caseFile.digits}/andamentos`)
  return (
    <CaseFramePage
      page={visit.page}
      href={visit.href}
      caseFile={caseFile}
      tree={shown.tree}
      acts={actsOnCase(caseFile, actor, visit, recallable, furtherActs(caseParts, visit, caseFile))}
      tab="history"
      title={`Histórico do processo ${caseFile.number}`}
    >
      <CaseHistory
        history={history}
        view={view}
        pageNumber={pageNumber}
        at={(query) => visit.href(`/processos/${caseFile.digits}/historico${query}`)}
        entry={mayWrite ? { formKeys: visit.formKeys, action, text, errors } : undefined}
      />
    </CaseFramePage>
  )
}

async function documentPage(visit: InnerVisit, found: Document) {
  const { db, actor, now } = visit
  await markSeen(db, actor, found.caseFile, now)
  const received = await receiveOnOpening(db, actor, found.caseFile, now)
  const locked = await noteOpened(db, actor, found, now)
  // What the page shows is what is true now.
  const changed = received || locked
  const document = (changed ? await findDocument(db, actor, found.number, 'reading', now) : undefined) ?? found
  const link = (path: string) => visit.href(path)
  const readable = document.readRefusals.length === 0
  const parts = readable ? documentParts : []
  const [shown, content, signatures, counted, result, words, panels] = await Promise.all([
    treeToShow(visit, document.caseFile, document.number),
    contentToRead(db, document, { link }),
    signaturesOf(db, [document.id]),
    countSignatures(db, document.id),
    findResult(visit),
    wordsOfScan(db, document),
    panelsOf(parts, visit, document),
  ])
  const stamps = signatures.get(document.id) ?? []
  const signedByActor = stamps.some(({ current, accountId }) => current && accountId === actor.userId)
  const { publicUrl } = visit.platform
  const passwordHref = link(`/processos/${document.caseFile.digits}/senha?depois=${encodeURIComponent(visit.path)}`)
  const verification = readable ? await verificationOf(db, document, publicUrl, stamps, counted) : undefined
  return (
    <CaseFramePage
      page={visit.page}
      href={visit.href}
      caseFile={document.caseFile}
      tree={shown.tree}
      directLine={shown.directLine}
      formKeys={visit.formKeys}
      acts={actsOnDocument(document, actor, visit.href, furtherActs(parts, visit, document), signedByActor)}
      tab="document"
      title={documentLabel(document)}
      result={result}
      opened={visit.query('aberto')}
    >
      <h2>{documentLabel(document)}</h2>
      <ReaderNotices document={document} visit={visit} />
      <DocumentReading
        page={visit.page}
        document={document}
        html={content?.html}
        file={fileToRead(document, link)}
        passwordHref={passwordHref}
      />
      <MissingSignatures count={counted.missing} />
      <SignatureStamps signatures={stamps} />
      <AuthenticityBox verification={verification} />
      {panels}
      <DocumentSheet document={document} sha256={content?.sha256} words={words} />
    </CaseFramePage>
  )
}

async function searchPage(visit: InnerVisit, caseFile: CaseFile) {
  const { db, actor } = visit
  const text = visit
    .query('q')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 500)
  const [shown, { recallable }, result] = await Promise.all([
    treeToShow(visit, caseFile),
    routingOfCase(db, actor, caseFile),
    text ? findInCase(db, actor, caseFile, text) : undefined,
  ])
  return (
    <CaseFramePage
      page={visit.page}
      href={visit.href}
      caseFile={caseFile}
      tree={shown.tree}
      acts={actsOnCase(caseFile, actor, visit, recallable, furtherActs(caseParts, visit, caseFile))}
      tab="search"
      title={`Pesquisa no processo ${caseFile.number}`}
    >
      <SearchWithin
        page={visit.page}
        action={visit.href(`/processos/${caseFile.digits}/pesquisa`)}
        href={visit.href}
        text={text}
        result={result}
      />
    </CaseFramePage>
  )
}
