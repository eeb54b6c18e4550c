import type { VNode } from 'preact'
import type { InnerVisit } from '../../../platform/http/index.ts'
import type { Document } from '../../documents/index.ts'
import { EmailPanel } from './email-panel.page.tsx'
import { selectSentEmail } from './emails.queries.ts'

/** What became of an e-mail, beside its document, which may be read. */
export async function emailPanel(visit: InnerVisit, document: Document): Promise<VNode | undefined> {
  if (document.role !== 'email' || document.readRefusals.length > 0) return undefined
  const email = await selectSentEmail(visit.db, document.id)
  if (!email) return undefined
  return (
    <EmailPanel
      email={email}
      hrefOf={(position) => visit.href(`/documentos/${document.number}/anexos/${position + 1}`)}
    />
  )
}
