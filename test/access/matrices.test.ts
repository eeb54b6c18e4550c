import { describe, expect, it } from 'vitest'
import { caseMatrix } from '../../src/capabilities/cases/case-matrix.rules.ts'
import { documentMatrix } from '../../src/capabilities/documents/document-matrix.rules.ts'
import { caseActs, cellsOf, documentActs, ownCaseActs, ownDocumentActs } from '../support/matrix-tables.ts'

/** Which row of the matrix each act of the tables carries out; `undefined`: an act with rules of its own. */
const caseRows: Readonly<Record<string, string | undefined>> = {
  ...{ draft: 'include-document', upload: 'include-document', sign: 'sign-draft', comment: 'acknowledge-or-comment' },
  ...{ note: 'annotate', deadline: 'annotate', checkpoint: 'set-checkpoint', unarchive: undefined },
  ...{ 'internal bundle': 'add-to-internal-bundle', 'meeting bundle': 'add-to-meeting-bundle' },
  ...{ 'change data': 'change', 'change level': 'change', block: undefined, unblock: undefined },
}
const documentRows: Readonly<Record<string, string | undefined>> = {
  ...{ 'sign as receiver': 'sign', certify: undefined, 'read elsewhere': 'read-elsewhere', print: 'convert-to-pdf' },
  ...{ 'read as receiver': 'read-elsewhere', 'print elsewhere': 'convert-to-pdf', 'edit content': 'edit-content' },
  ...{ 'edit as receiver': 'edit-content', 'replace file': 'edit-content', 'edit metadata': 'edit-metadata' },
  ...{ 'use as model': 'use-as-model' },
}
const stateNames: Readonly<Record<string, string>> = {
  ...{ 'signed, yellow': 'signed-yellow', 'signed, black': 'signed-black', 'in a bundle': 'in-bundle' },
  ...{ 'external, untouched': 'external-untouched', 'external, seen': 'external-seen' },
}

interface Cell {
  readonly act: string
  readonly state: string
  readonly sign: string
}

const rowOf = (names: Readonly<Record<string, string | undefined>>, act: string) => (act in names ? names[act] : act)

/** "send × archived", of every cell that is carried out through HTTP. */
function carriedOut(cells: readonly Cell[], names: Readonly<Record<string, string | undefined>>): string[] {
  const all = cells.flatMap(({ act, state }) => {
    const row = rowOf(names, act)
    return row === undefined ? [] : [`${row} × ${stateNames[state] ?? state}`]
  })
  return [...new Set(all)].sort()
}

function ofMatrix(
  matrix: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  without: string[] = [],
): string[] {
  const rows = Object.entries(matrix).filter(([action]) => !without.includes(action))
  return rows.flatMap(([action, states]) => Object.keys(states).map((state) => `${action} × ${state}`)).sort()
}

const ofCases = [...cellsOf(caseActs), ...cellsOf(ownCaseActs)]
const ofDocuments = [...cellsOf(documentActs), ...cellsOf(ownDocumentActs)]

describe('the matrices of the specification, through HTTP', () => {
  it('§10.1: no cell is left out, but for external access, which is not built yet', () => {
    expect(carriedOut(ofCases, caseRows)).toEqual(ofMatrix(caseMatrix, ['grant-external-access']))
  })

  it('§10.2: no cell is left out', () => {
    expect(carriedOut(ofDocuments, documentRows)).toEqual(ofMatrix(documentMatrix))
  })

  it('what the matrices refuse is tried and not done; what they allow is done', () => {
    const wrong = [
      ...disagreements(ofCases, caseRows, caseMatrix),
      ...disagreements(ofDocuments, documentRows, documentMatrix),
    ]
    expect(wrong).toEqual([])
  })
})

type Matrix = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Cells that say otherwise than the matrix. Conditions, and what is allowed in part, have words of their own. */
function disagreements(cells: readonly Cell[], names: Readonly<Record<string, string | undefined>>, matrix: Matrix) {
  return cells.flatMap(({ act, state, sign }) => {
    const row = rowOf(names, act)
    const cell = row === undefined ? undefined : matrix[row]?.[stateNames[state] ?? state]
    if (cell === undefined) return []
    const isDone = ['✓', 'c', 'by type'].includes(sign)
    const isRefused = typeof cell === 'object' && cell !== null && 'refused' in cell
    const wrong = isRefused ? isDone : cell === 'allowed' && !isDone && !isOfOthers(act, state)
    return wrong ? [`${act} × ${state}: ${sign}`] : []
  })
}

/** Acts that only some of the row's documents or people do: files are replaced, bundles and other units receive. */
function isOfOthers(act: string, state: string): boolean {
  // Of what is confidential the matrix says only what is refused besides.
  return (
    ['edit as receiver', 'sign as receiver', 'replace file', 'print elsewhere'].includes(act) ||
    state === 'confidential'
  )
}
