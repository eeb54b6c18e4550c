import type { Actor } from '../../platform/actor.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { type Block, doc, p, section } from '../../rich-text/index.ts'
import { draftDocument, explainDraft } from '../documents/index.ts'
import { explainSignRefusal, signDocuments } from '../signatures/index.ts'
import { selectLastText, selectTypeCalled } from './write-term.queries.ts'

/** The kinds of document that the archive makes by itself: rows of the register of types, by their names. */
export const termTypes = {
  archived: 'Termo de Arquivamento',
  unarchived: 'Termo de Desarquivamento',
  listing: 'Listagem de Eliminação de Documentos',
  eliminated: 'Termo de Eliminação de Documentos',
} as const

export interface TermToWrite {
  readonly caseDigits: string
  readonly type: (typeof termTypes)[keyof typeof termTypes]
  readonly lines: readonly string[]
  readonly capacity: string
}

/** A document that was made and signed; or why it could not be, to be said as it is. */
export type WrittenTerm = { readonly id: string; readonly number: string } | { readonly problem: string }

/**
 * Makes a document in a case file that is open in the actor's unit, and signs it in one capacity of the unit. The password
 * was confirmed before. Where there is a problem, the caller undoes its transaction.
 */
export async function writeTerm(
  trx: Database,
  actor: Actor,
  { caseDigits, type, lines, capacity }: TermToWrite,
  now: Date,
): Promise<WrittenTerm> {
  const typeId = await selectTypeCalled(trx, type)
  if (!typeId) return { problem: `Falta o tipo de documento “${type}”. Avise a administração.` }
  const drafted = await draftDocument(
    trx,
    actor,
    {
      caseDigits,
      typeId,
      bySystem: true,
      initialText: { kind: 'given', body: doc(section('corpo', 'body', lines.map(asTyped))) },
      description: '',
      treeName: '',
      datedOn: todayIn(now),
      level: 'public',
      legalBasisId: undefined,
    },
    now,
  )
  if (!drafted?.done) return { problem: drafted ? sentenceOf(explainDraft(drafted.refusals[0])) : gone }
  const { id, number } = drafted.value
  const problem = await signTerm(trx, actor, { number, capacity }, now)
  return problem === undefined ? { id, number } : { problem }
}

/** Signs such a document, also as one more person. Undefined where it was signed. */
export async function signTerm(
  trx: Database,
  actor: Actor,
  { number, capacity }: { readonly number: string; readonly capacity: string },
  now: Date,
): Promise<string | undefined> {
  const text = await selectLastText(trx, number)
  const signed = await signDocuments(trx, actor, { documents: [{ number, ...text }], capacity }, now)
  if (!signed.done) return 'Escolha um dos cargos da unidade.'
  const [result] = signed.value
  if (!result) return gone
  return result.outcome.done ? undefined : sentenceOf(explainSignRefusal(result.outcome.refusals[0]))
}

const gone = 'O documento não pôde ser feito neste processo. Confira se ele está aberto na unidade.'

function sentenceOf(message: string | { readonly message: string }): string {
  return typeof message === 'string' ? message : message.message
}

/** Word for word: nothing in it is taken for a mark or a variable. */
function asTyped(text: string): Block {
  return { ...p(''), content: [{ type: 'text', text }] } as Block
}
