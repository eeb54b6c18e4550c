import { type Answer, html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { explainCaseRefusal } from '../../cases/index.ts'
import { actOnEach, allRefused, asProblems, tellResults } from '../batch/act-on-each.view.ts'
import { chosenIn, chosenOf } from '../batch/chosen-case-files.form.ts'
import { withChosen } from '../batch/with-chosen.view.tsx'
import { type NoteTyped, readNote } from './note.form.ts'
import { NotePage } from './note.page.tsx'
import { type NoteWritten, noteOn, writeNote } from './write-note.ts'

const options = { permission: 'cases.change' } as const

export function notesRoutes(router: Router): void {
  router.page('/anotacao', options, (visit) => notePage(visit, chosenOf(visit.queryList('processo')), undefined, []))

  router.act('/anotacao', options, async (visit) => {
    const numbers = chosenIn(visit.form)
    if (numbers.length === 0) return notFound
    const { typed, problems } = readNote(visit.form)
    if (problems.length > 0) return notePage(visit, numbers, typed, problems)
    const results = await actOnEach(
      visit,
      numbers,
      ({ digits }) => writeNote(visit.db, visit.actor, { caseNumber: digits, ...typed }, visit.now),
      { tell: (written) => words[written], explain: explainCaseRefusal },
    )
    if (allRefused(results)) return notePage(visit, numbers, typed, asProblems(results))
    return tellResults(visit, 'Anotação', results)
  })
}

const words: Record<NoteWritten, string> = {
  written: 'anotação salva.',
  removed: 'anotação apagada.',
  nothing: 'não havia anotação.',
}

function notePage(
  visit: InnerVisit,
  numbers: readonly string[],
  typed: NoteTyped | undefined,
  problems: readonly FormError[],
): Promise<Answer> {
  return withChosen(visit, numbers, async (caseFiles) => {
    const only = caseFiles.length === 1 ? caseFiles[0] : undefined
    const before = typed || !only ? undefined : await noteOn(visit.db, visit.actor, only)
    const shown = typed ?? { text: before?.text ?? '', priority: before?.priority ?? false }
    const { page, formKeys, href } = visit
    return html(
      <NotePage {...{ page, formKeys, href, caseFiles, problems }} typed={shown} unit={visit.actor.unitAcronym} />,
      problems.length > 0 ? 422 : 200,
    )
  })
}
