import type { Actor } from '../../platform/actor.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { type Block, p, type RichText } from '../../rich-text/index.ts'
import { explainOpenRefusal, openCaseFile } from '../cases/index.ts'
import { dueOfTerm } from '../deadlines/index.ts'
import { draftDocument, explainDraft, explainSave, saveVersion } from '../documents/index.ts'
import { sendCaseFile } from '../routing/index.ts'
import { explainSignRefusal, signDocuments } from '../signatures/index.ts'
import { daysToAnswer } from './due.rules.ts'
import { linesOf, type TypedRequest } from './request-form.ts'
import { insertRequest, nameIsOpen, selectArrangement, selectText } from './requests.queries.ts'

export type AskRefusal =
  | { readonly kind: 'not-arranged' }
  | { readonly kind: 'name-taken' }
  | { readonly kind: 'capacity-not-of-unit' }
  /** A command of the main job refused, with its own words. */
  | { readonly kind: 'in-the-way'; readonly message: string }

/**
 * Asks for a new case type: opens the case file, writes and signs the form in it, and sends it to the unit that analyses,
 * which has five working days by its own calendar. All of it or nothing. The password was confirmed before.
 */
export async function askCaseType(
  db: Database,
  actor: Actor,
  { answers, capacity }: TypedRequest,
  now: Date,
): Promise<Outcome<{ id: string }, AskRefusal>> {
  return inTransaction(db, async (trx) => {
    const arrangement = await selectArrangement(trx, actor.unitId)
    const { unitId, agencyId, caseTypeId, documentTypeId, classIds, capacities } = arrangement
    if (!unitId || !agencyId || !caseTypeId || !documentTypeId || unitId === actor.unitId) {
      return refuse({ kind: 'not-arranged' })
    }
    if (await nameIsOpen(trx, answers.name)) return refuse({ kind: 'name-taken' })
    if (!capacities.includes(capacity)) return refuse({ kind: 'capacity-not-of-unit' })
    const plain = { level: 'public', legalBasisId: undefined } as const
    const opened = await openCaseFile(
      trx,
      actor,
      {
        ...plain,
        typeId: caseTypeId,
        summary: `Criação do tipo de processo “${answers.name}”`,
        recordClassIds: classIds,
        parties: [],
        priority: undefined,
        observation: '',
      },
      now,
    )
    if (!opened.done) return inTheWay(explainOpenRefusal(opened.refusals[0]))
    const today = todayIn(now)
    const drafted = await draftDocument(
      trx,
      actor,
      {
        ...plain,
        caseDigits: opened.value.digits,
        typeId: documentTypeId,
        initialText: { kind: 'template' },
        description: '',
        treeName: '',
        datedOn: today,
      },
      now,
    )
    if (!drafted?.done) return inTheWay(drafted && explainDraft(drafted.refusals[0]))
    const { number } = drafted.value
    const text = await selectText(trx, number)
    const content = withAnswers(text.content, linesOf(answers))
    const saved = await saveVersion(trx, actor, { number, content, baseVersion: text.version }, now)
    if (!saved?.done) return inTheWay(saved && explainSave(saved.refusals[0]))
    const signing = await selectText(trx, number)
    const shown = { number, version: signing.version, sha256: signing.sha256 }
    const signed = await signDocuments(trx, actor, { documents: [shown], capacity }, now)
    if (!signed.done) return refuse({ kind: 'capacity-not-of-unit' })
    const [result] = signed.value
    if (!result) return inTheWay(undefined)
    if (!result.outcome.done) return inTheWay(explainSignRefusal(result.outcome.refusals[0]))
    const count = { from: today, days: daysToAnswer, counting: 'working' } as const
    const request = { caseNumber: opened.value.digits, to: [unitId], keepOpen: false, returnIn: count }
    const sent = await sendCaseFile(trx, actor, request, now)
    if (!sent?.done) return inTheWay('A unidade que analisa não está disponível para envio. Avise a administração.')
    const dueOn = await dueOfTerm(trx, agencyId, count)
    const kept = { analysingUnitId: unitId, caseFileId: opened.value.id, documentNumber: number, answers, dueOn }
    const id = await insertRequest(trx, actor, kept, now)
    return id ? done({ id }) : refuse({ kind: 'name-taken' })
  })
}

function inTheWay(message: string | { readonly message: string } | undefined) {
  const words = typeof message === 'string' ? message : message?.message
  return refuse<AskRefusal>({ kind: 'in-the-way', message: words ?? 'O pedido não pôde ser feito. Tente de novo.' })
}

/** The answers in the body of the form, as they were typed: nothing in them is taken for a mark. */
function withAnswers(content: RichText, lines: readonly (readonly [string, string])[]): RichText {
  const body: Block[] = lines.flatMap(([term, text]) => [
    plain(term, true),
    ...text
      .split('\n')
      .filter(Boolean)
      .map((line) => plain(line, false)),
  ])
  return {
    ...content,
    content: content.content.map((section) =>
      section.attrs.kind === 'body' && !section.attrs.locked ? { ...section, content: body } : section,
    ),
  } as RichText
}

function plain(text: string, strong: boolean): Block {
  const marks = strong ? { marks: [{ type: 'strong' }] } : {}
  return { ...p(''), content: [{ type: 'text', text, ...marks }] } as Block
}
