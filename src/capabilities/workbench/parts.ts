import type { VNode } from 'preact'
import type { InnerVisit } from '../../platform/http/index.ts'
import type { Action } from '../../ui/index.ts'
import { archiveActs, archivePanel } from '../archive/index.ts'
import { readersOfCaseAct, readersOfDocumentAct } from '../auditing/index.ts'
import { actsForBundles } from '../bundles/index.ts'
import type { CaseFile } from '../cases/index.ts'
import { checkpointActs } from '../checkpoints/index.ts'
import { deadlineActs, deadlinesPanel } from '../deadlines/index.ts'
import {
  type Document,
  duplicateActs,
  redactActs,
  redactionsPanel,
  secrecyActOfCase,
  secrecyActOfDocument,
} from '../documents/index.ts'
import { emailPanel, issuingActsOfCase, issuingActsOfDocument } from '../issuing/index.ts'
import { letterActs } from '../mailroom/index.ts'
import { receiptAct } from '../proofs/index.ts'
import { publicationActs, publicationPanel } from '../publishing/index.ts'
import { remarksPanelOfCase, remarksPanelOfDocument } from '../remarks/index.ts'
import { reviewActs, reviewPanel } from '../reviewing/index.ts'
import { returnsPanel, unreadAct, wronglyOpenedPanel } from '../routing/index.ts'
import { favouriteAct, watchActs } from '../watchlists/index.ts'
import { workPlanActs } from '../work-plans/index.ts'
import { modelActs } from './model-acts.ts'

/** What one more capability shows on the page of a case file, or of a document, and what it lets one do there. */
interface Part<Subject> {
  /** A card below the main matter. Undefined: there is nothing to show. One or two statements at most. */
  readonly panel?: (visit: InnerVisit, subject: Subject) => Promise<VNode | undefined>
  /** Its acts under “Mais ações”, already asked whether they may be done now. */
  readonly acts?: (visit: InnerVisit, subject: Subject) => readonly Action[]
}

/** In the order in which they stand on the page. */
export const caseParts: readonly Part<CaseFile>[] = [
  { panel: wronglyOpenedPanel },
  { panel: archivePanel, acts: archiveActs },
  { panel: returnsPanel },
  { panel: deadlinesPanel, acts: deadlineActs },
  { acts: watchActs },
  { acts: issuingActsOfCase },
  { acts: checkpointActs },
  { acts: workPlanActs },
  { acts: unreadAct },
  { acts: readersOfCaseAct },
  { acts: secrecyActOfCase },
  {
    acts: (visit, caseFile) =>
      actsForBundles.caseFile(caseFile, visit.actor)
        ? [
            {
              label: 'Incluir em bloco',
              icon: 'bundle',
              href: visit.href(`/blocos/inclusao?processo=${caseFile.digits}`),
            },
          ]
        : [],
  },
  {
    panel: remarksPanelOfCase,
    acts: (visit, { digits }) => [
      { label: 'Dar ciência em vários', icon: 'check', href: visit.href(`/processos/${digits}/ciencia`) },
    ],
  },
]

/** Shown only of documents whose content the person may read. */
export const documentParts: readonly Part<Document>[] = [
  { panel: reviewPanel, acts: reviewActs },
  { panel: emailPanel, acts: issuingActsOfDocument },
  { panel: publicationPanel, acts: publicationActs },
  { acts: letterActs },
  { acts: duplicateActs },
  { panel: redactionsPanel, acts: redactActs },
  { panel: remarksPanelOfDocument },
  { acts: favouriteAct },
  { acts: modelActs },
  { acts: receiptAct },
  { acts: readersOfDocumentAct },
  { acts: secrecyActOfDocument },
  {
    acts: (visit, document) =>
      actsForBundles.document(document, visit.actor)
        ? [
            {
              label: 'Incluir em bloco de assinatura',
              icon: 'bundle',
              href: visit.href(`/blocos/inclusao?documento=${document.number}`),
            },
          ]
        : [],
  },
]

/** All panels that have something to show, read at once. */
export async function panelsOf<Subject>(parts: readonly Part<Subject>[], visit: InnerVisit, subject: Subject) {
  return Promise.all(parts.map(({ panel }) => panel?.(visit, subject)))
}

/** All acts of the parts, in their order. */
export function furtherActs<Subject>(parts: readonly Part<Subject>[], visit: InnerVisit, subject: Subject): Action[] {
  return parts.flatMap(({ acts }) => acts?.(visit, subject) ?? [])
}
