import { type Answer, html, type InnerVisit } from '../../../platform/http/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import {
  type Document,
  documentLabel,
  documentsOf,
  offerLevels,
  startingLevel,
  waitingFiles,
} from '../../documents/index.ts'
import { groupsToChoose } from '../../groups/index.ts'
import { standardTextsOf } from '../../knowledge/index.ts'
import { isAttachable } from './attach-documents.ts'
import type { EmailTyped } from './email.form.ts'
import { EmailPage } from './email.page.tsx'
import { selectSender } from './emails.queries.ts'

type Problem = { readonly field?: string; readonly message: string }

/** The form as it is first shown. */
export function blankEmail(caseFile: CaseFile): EmailTyped {
  const words = { sender: '', recipients: '', subject: '', message: '', standardTextId: '' }
  return { ...words, documents: [], received: [], ...startingLevel(caseFile) }
}

/** Of a very long case file the latest are offered: the others go by their number, from their own page. */
const mostOffered = 100

/** The form of an e-mail, with what goes along with it. */
export async function emailPage(
  visit: InnerVisit,
  caseFile: CaseFile,
  typed: EmailTyped,
  problems: readonly Problem[],
  status: 200 | 422,
): Promise<Answer> {
  const [sender, standardTexts, levels, all, waiting, groups] = await Promise.all([
    selectSender(visit.db, visit.actor.unitId),
    standardTextsOf(visit.db, visit.actor.unitId),
    offerLevels(visit.db, caseFile),
    documentsOf(visit.db, visit.actor, caseFile),
    // Noted on the pool a moment ago, so read there too.
    waitingFiles(visit.platform.db, visit.actor, caseFile, typed.received),
    groupsToChoose(visit.db, visit.actor, 'emails'),
  ])
  const asked = new Set(typed.documents)
  const fit = all.filter(isAttachable)
  const offered = fit.filter((one, index) => asked.has(one.number) || index >= fit.length - mostOffered)
  const backHref = visit.href(`/processos/${caseFile.digits}`)
  return html(
    <EmailPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[
        { label: 'Mesa', href: visit.href('/mesa') },
        { label: `Processo ${caseFile.number}`, href: backHref },
        { label: 'Correio eletrônico' },
      ]}
      action={`${backHref}/correio`}
      backHref={backHref}
      senders={sender.addresses}
      unitAcronym={visit.actor.unitAcronym}
      standardTexts={standardTexts}
      groups={groups}
      documents={offered.map(choice)}
      levels={levels}
      waiting={waiting}
      typed={typed}
      problems={problems}
    />,
    status,
  )
}

function choice(document: Document) {
  return { value: document.number, label: documentLabel(document), hint: document.unitAcronym }
}
