import { type Column, DateTime, formatBytes, Link, StatusTag, Table, type Tone } from '../../../ui/index.ts'
import type { CopyRow } from './copies.queries.ts'
import { copyTitle, progressWords, stateWords } from './copy.text.ts'

/** A copy in a list. */
export interface CopyLine {
  readonly row: CopyRow
  /** Undefined for a confidential case file whose password was not given in this session. */
  readonly caseNumber: string | undefined
  readonly href: string
  readonly until: Date
}

interface CopyListProps {
  readonly id: string
  readonly lines: readonly CopyLine[]
  readonly now: Date
  /** In the list of all copies, of which case file each is. */
  readonly withCase?: boolean
}

/** Copies that were asked for, newest first. */
export function CopyList({ id, lines, now, withCase = false }: CopyListProps) {
  const columns: Column<CopyLine>[] = [
    {
      key: 'copia',
      header: 'Cópia',
      rowHeader: true,
      width: 'wide',
      cell: ({ row, caseNumber, href }) => (
        <Link href={href}>{copyTitle(row.kind, withCase ? caseNumber : undefined)}</Link>
      ),
    },
    { key: 'pedida', header: 'Pedida', width: 'narrow', cell: ({ row }) => <DateTime value={row.askedAt} now={now} /> },
    {
      key: 'situacao',
      header: 'Situação',
      cell: ({ row }) => (
        <>
          <StatusTag tone={tones[row.state]}>{stateWords[row.state]}</StatusTag>{' '}
          {row.state === 'working' ? <span class="secondary">{progressWords(row)}</span> : null}
        </>
      ),
    },
    {
      key: 'tamanho',
      header: 'Tamanho',
      width: 'narrow',
      numeric: true,
      cell: ({ row }) => (row.sizeBytes ? formatBytes(Number(row.sizeBytes)) : '—'),
    },
    {
      key: 'ate',
      header: 'Disponível até',
      width: 'narrow',
      cell: ({ row, until }) => (row.state === 'failed' ? '—' : <DateTime value={until} now={now} />),
    },
  ]
  return (
    <Table id={id} caption="Cópias pedidas" captionHidden columns={columns} rows={lines} rowKey={({ row }) => row.id} />
  )
}

const tones: { readonly [state in CopyRow['state']]: Tone } = {
  queued: 'neutral',
  working: 'info',
  ready: 'success',
  failed: 'danger',
}
