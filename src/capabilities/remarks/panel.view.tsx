import type { VNode } from 'preact'
import type { InnerVisit } from '../../platform/http/index.ts'
import type { CaseFile } from '../cases/index.ts'
import type { Document } from '../documents/index.ts'
import { refusalsOfCase } from './refusals-of-case.ts'
import { RemarksPanel } from './remarks.page.tsx'
import { selectRemarks } from './remarks.queries.ts'
import { refusalsToAcknowledge, refusalsToComment } from './remarks.rules.ts'

/** Comments and declarations beside a case file. */
export function remarksPanelOfCase(visit: InnerVisit, caseFile: CaseFile): Promise<VNode | undefined> {
  return panel(visit, caseFile, undefined)
}

/** The same beside a document that may be read. */
export function remarksPanelOfDocument(visit: InnerVisit, document: Document): Promise<VNode | undefined> {
  return panel(visit, document.caseFile, document)
}

async function panel(
  visit: InnerVisit,
  caseFile: CaseFile,
  document: Document | undefined,
): Promise<VNode | undefined> {
  const subject = { caseFileId: caseFile.id, documentId: document?.id }
  const { comments: written, acknowledgements } = await selectRemarks(visit.db, visit.actor, subject)
  // Who comes by the number alone sees tree and history, and nothing of what is said (PRO-062, PRO-246).
  const comments = document || caseFile.reach === 'full' ? written : []
  const caseRefusals = refusalsOfCase(visit.actor, caseFile)
  const closed = document !== undefined && document.readRefusals.length > 0
  const facts = document && { closed, isDraft: document.isDraft, isOurs: document.isOurs }
  const mayComment = refusalsToComment({ caseRefusals, document: facts, length: 1 }).length === 0
  const mayAcknowledge = refusalsToAcknowledge({ caseRefusals, document: facts }).length === 0
  if (comments.length + acknowledgements.length === 0 && !mayComment && !mayAcknowledge) return undefined
  const at = visit.href(document ? `/documentos/${document.number}` : `/processos/${caseFile.digits}`)
  return (
    <RemarksPanel
      now={visit.now}
      formKeys={visit.formKeys}
      at={at}
      href={visit.href}
      what={document ? 'documento' : 'processo'}
      comments={comments}
      acknowledgements={acknowledgements}
      mayComment={mayComment}
      mayAcknowledge={mayAcknowledge}
    />
  )
}
