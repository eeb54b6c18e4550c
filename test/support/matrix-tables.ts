/**
 * §10.1 and §10.2 of the specification as the tests carry them out through HTTP: a row an act, a column a state. `✓` is
 * done, `c` with its condition met; `✗` and `–` leave everything as it was.
 */

/** §10.1, acts that other capabilities than `cases` carry out. The confidential one is its holder's, opened. */
export const caseActs = [
  ['action', 'open', 'concluded', 'suspended', 'annexed', 'archived', 'blocked', 'confidential'],
  ['read', '✓', '✓', '✓', '✓', '✓', '✓', '✓'],
  ['draft', '✓', '✗', '✗', '✗', '✗', '✗', '✓'],
  ['upload', '✓', '✗', '✗', '✗', '✗', '✗', '✓'],
  ['sign', '✓', '✗', '✗', '✗', '✗', '✗', '✓'],
  ['send', '✓', '✗', '✗', '✗', '✗', '✗', '✗'],
  ['assign', '✓', '✗', '✗', '✗', '✗', '✗', '✗'],
  ['conclude', '✓', '–', '✗', '✗', '–', '✗', '✓'],
  ['reopen', '–', '✓', '✗', '✗', '✗', '✗', '–'],
  ['unarchive', '–', '–', '–', '–', '✓', '–', '–'],
  ['comment', '✓', '✗', '✗', '✗', '✗', '✗', '✓'],
  ['export', '✓', '✓', '✓', '✓', '✓', '✓', '✓'],
  ['duplicate', '✓', '✓', '✓', '✗', '✗', '✗', '✗'],
  ['note', '✓', '✗', '✗', '✗', '✗', '✗', '✓'],
  ['deadline', '✓', '✗', '✗', '✗', '✗', '✗', '✓'],
  ['checkpoint', '✓', '✗', '✗', '✗', '✗', '✗', '✓'],
  ['follow', '✓', '✓', '✓', '✓', '✓', '✓', '✓'],
  ['internal bundle', '✓', '✗', '✗', '✗', '✗', '✗', '✗'],
  ['meeting bundle', '✓', '✗', '✗', '✗', '✗', '✗', '✗'],
] as const

/** §10.1, acts of `cases` itself. */
export const ownCaseActs = [
  ['action', 'open', 'concluded', 'suspended', 'annexed', 'archived', 'blocked', 'confidential'],
  ['suspend', 'c', '✗', '–', '✗', '✗', '✗', 'c'],
  ['resume', '–', '–', '✓', '–', '–', '–', '–'],
  ['relate', '✓', '✓', '✓', '✗', '✓', '✓', 'c'],
  ['unrelate', 'c', 'c', 'c', '✗', '✗', 'c', 'c'],
  ['receive-annex', '✓', '✗', '✗', '✗', '✗', '✗', '✗'],
  ['annex', 'c', '✗', '✗', '✗', '✗', '✗', '✗'],
  ['delete', 'c', '✗', '✗', '✗', '✗', '✗', 'c'],
  ['change data', '✓', '✗', '✗', '✗', '✗', '✗', '✓'],
  ['change level', '✓', '✗', '✗', '✗', '✗', '✗', '✓'],
  ['write-unit-remark', '✓', '✓', '✓', '✓', '✗', '✗', '✓'],
  ['block', '✓', '✓', '✓', '✗', '✓', '–', '✓'],
  ['unblock', '–', '–', '–', '–', '–', '✓', '–'],
] as const

const documentStates = [
  ...(['draft', 'signed, yellow', 'signed, black', 'in a bundle', 'cancelled', 'published'] as const),
  ...(['external, untouched', 'external, seen'] as const),
] as const

/**
 * §10.2, acts that other capabilities than `documents` carry out. The acting unit is the producing one, but for what is
 * done `elsewhere` or by the `receiver` of a bundle.
 */
export const documentActs = [
  ['action', ...documentStates],
  ['sign', '✓', '✓', '✓', '✗', '✗', '✗', '✗', '✗'],
  ['sign as receiver', '✗', '✗', '✗', '✓', '✗', '✗', '✗', '✗'],
  ['certify', '✗', '✗', '✗', '✗', '✗', '✗', '✓', '✓'],
  ['read elsewhere', '✗', '✓', '✓', '✗', '✗', '✓', '✓', '✓'],
  ['read as receiver', '✗', '✓', '✓', '✓', '✗', '✓', '✓', '✓'],
  ['print', '✓', '✓', '✓', '✓', '✗', '✓', 'by type', 'by type'],
  ['print elsewhere', '✗', '✓', '✓', '✗', '✗', '✓', 'by type', 'by type'],
  ['verify', '✗', '✓', '✓', '✗', 'cancelled', '✓', '✗', '✗'],
  ['move', '✗', '✗', '✗', '✗', '✗', '✗', '✓', '✓'],
] as const

/** §10.2, acts of `documents` itself. */
export const ownDocumentActs = [
  ['action', ...documentStates],
  ['edit content', '✓', '✓', '✗', '✗', '✗', '✗', '✗', '✗'],
  ['edit as receiver', '✗', '✗', '✗', '✓', '✗', '✗', '✗', '✗'],
  ['replace file', '✗', '✗', '✗', '✗', '✗', '✗', '✓', '✗'],
  ['edit metadata', '✓', '✓', '✓', '✓', '✗', '✗', '✓', '✓'],
  ['delete', '✓', '✓', '✗', '✗', '✗', '✗', '✓', '✗'],
  ['cancel', '✗', '✗', '✓', '✗', '✗', '✗', '✗', '✓'],
  ['use as model', '✓', '✓', '✓', '✓', '✗', '✓', '✗', '✗'],
] as const

type Table = readonly (readonly [string, ...string[]])[]

/** Every cell of a table, as a test takes it. */
export function cellsOf<const Rows extends Table>(table: Rows) {
  type Act = Exclude<Rows[number][0], 'action'>
  type State = Exclude<Rows[0][number], 'action'>
  const [[, ...states], ...rows] = table as unknown as [string[], ...string[][]]
  return rows.flatMap(([act, ...signs]) =>
    states.map((state, index) => ({ act: act as Act, state: state as State, sign: signs[index] ?? '' })),
  )
}
