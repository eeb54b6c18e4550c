import { fieldText } from '../../../platform/form-fields.ts'
import { type Answer, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { toText } from '../../../rich-text/index.ts'
import { type CaseFile, explainCaseRefusal, factsToAct, findCaseFile, refusalsToAct } from '../../cases/index.ts'
import {
  caseMissing,
  documentMissing,
  findDocument,
  largestFileBytes,
  noteOpened,
  receiveFiles,
  serveFile,
} from '../../documents/index.ts'
import { addressesOfGroup, noSuchGroup, pickedGroup } from '../../groups/index.ts'
import { findStandardText } from '../../knowledge/index.ts'
import { addressesIn } from './addresses-in.ts'
import { type EmailTyped, readEmail } from './email.form.ts'
import { blankEmail, emailPage } from './email.view.tsx'
import { explainEmail } from './emails.text.ts'
import { findAttachment } from './find-attachment.ts'
import { sendEmail } from './send-email.ts'

const writing = { permission: 'documents.write' } as const

/** E-mails as documents: written, sent, and what went with them. */
export function emailRoutes(router: Router): void {
  router.page('/processos/:numero/correio', writing, async (visit) => {
    const caseFile = await findCase(visit)
    if (!caseFile) return caseMissing(visit)
    const documents = visit.queryList('documento').filter((one) => /^\d{1,15}$/.test(one))
    const refusals = refusalsToAct('include-document', factsToAct(caseFile, visit.actor.unitId))
    const problems = refusals.map((why) => ({ message: explainCaseRefusal(why) }))
    return emailPage(visit, caseFile, { ...blankEmail(caseFile), documents }, problems, 200)
  })
  router.act('/processos/:numero/correio', { ...writing, uploadLimitBytes: largestFileBytes }, send)

  router.page('/documentos/:numero/anexos/:anexo', {}, async (visit) => {
    const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
    if (!document) return documentMissing(visit)
    const row = await findAttachment(visit.db, document, visit.param('anexo'))
    if (!row) return notFound
    const file = { ...row, sizeBytes: Number(row.sizeBytes), ...bornDigital }
    const answer = await serveFile(visit.platform.files, file, { disposition: 'attachment', range: '' })
    if (!answer) return notFound
    await noteOpened(visit.db, visit.actor, document, visit.now)
    return answer
  })
}

const bornDigital = { origin: 'born-digital', conferenceKindName: undefined, certifiable: false } as const

async function send(visit: InnerVisit): Promise<Answer> {
  const caseFile = await findCase(visit)
  if (!caseFile) return notFound
  const owner = { accountId: visit.actor.userId, caseFileId: caseFile.id }
  // On the pool: what has arrived stays, even when the form comes back with a mistake.
  const { db, files } = visit.platform
  const refusals = refusalsToAct('include-document', factsToAct(caseFile, visit.actor.unitId))
  const received = refusals.length > 0 ? [] : await receiveFiles(db, files, owner, visit.uploads, visit.now)
  const read = readEmail(visit.form)
  const right = received.filter(({ problem }) => !problem).map(({ id }) => id)
  const typed: EmailTyped = { ...read.typed, received: [...read.typed.received, ...right] }
  const group = pickedGroup(visit.form)
  if (group !== undefined) return withGroup(visit, caseFile, typed, group)
  if (fieldText(visit.form, 'ato') === 'texto') return withStandardText(visit, caseFile, typed)
  const broken = received.flatMap(({ fileName, problem }) =>
    problem ? [{ field: 'arquivos', message: `${fileName}: ${problem}` }] : [],
  )
  if (broken.length > 0 || !read.level) {
    return emailPage(visit, caseFile, typed, [...broken, ...read.problems], 422)
  }
  const { words, level } = read
  const request = {
    ...words,
    ...level,
    caseDigits: caseFile.digits,
    ...addressesIn(typed.recipients),
    documents: typed.documents,
    receivedIds: typed.received,
  }
  const outcome = await sendEmail(visit.platform, visit.db, visit.actor, request, visit.now)
  if (!outcome) return notFound
  if (!outcome.done) return emailPage(visit, caseFile, typed, outcome.refusals.map(explainEmail), 422)
  return redirect(visit.href(`/documentos/${outcome.value.number}`))
}

/** The addresses of the group stand in the field with those that were typed, each once. */
async function withGroup(visit: InnerVisit, caseFile: CaseFile, typed: EmailTyped, groupId: string): Promise<Answer> {
  const group = await addressesOfGroup(visit.db, visit.actor, groupId)
  if (!group) return emailPage(visit, caseFile, typed, [noSuchGroup], 422)
  const { recipients, badRecipients } = addressesIn([typed.recipients, ...group.addresses].join('\n'))
  return emailPage(visit, caseFile, { ...typed, recipients: [...recipients, ...badRecipients].join('\n') }, [], 200)
}

async function withStandardText(visit: InnerVisit, caseFile: CaseFile, typed: EmailTyped): Promise<Answer> {
  const text = await findStandardText(visit.db, visit.actor.unitId, typed.standardTextId)
  if (!text)
    return emailPage(visit, caseFile, typed, [{ field: 'texto_padrao', message: 'Escolha o texto padrão.' }], 422)
  return emailPage(visit, caseFile, { ...typed, message: toText(text.content) }, [], 200)
}

async function findCase(visit: InnerVisit): Promise<CaseFile | undefined> {
  const digits = visit.param('numero')
  return /^\d{5,30}$/.test(digits) ? findCaseFile(visit.db, visit.actor, { digits }, 'reading', visit.now) : undefined
}
