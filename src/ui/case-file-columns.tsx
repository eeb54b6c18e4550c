import type { Column } from './table.tsx'
import { type AccessLevelName, LevelTag } from './tag.tsx'
import { CaseNumber } from './values.tsx'

/** What a row of a list tells of its case file. */
export type CaseFileInRow = {
  readonly number: string
  readonly digits: string
  readonly level: AccessLevelName
  readonly typeName: string
  readonly summary: string
}

/** The two columns with which a list of case files begins: number and level, type and summary. */
export function caseFileColumns<Row extends CaseFileInRow>(href: (path: string) => string): readonly Column<Row>[] {
  return [
    {
      key: 'processo',
      header: 'Processo',
      rowHeader: true,
      width: 'narrow',
      cell: ({ number, digits, level }) => (
        <>
          <CaseNumber number={number} href={href(`/processos/${digits}`)} /> <LevelTag level={level} unlessPublic />
        </>
      ),
    },
    {
      key: 'tipo',
      header: 'Tipo e especificação',
      width: 'wide',
      cell: ({ typeName, summary }) => (
        <>
          {typeName}
          {summary ? <div class="secondary">{summary}</div> : null}
        </>
      ),
    },
  ]
}
