import { DateTime, formatCount, Message, Table } from '../../../ui/index.ts'
import type { DamageKind, LastScrub } from './scrub.queries.ts'

const sentences: Readonly<Record<DamageKind, string>> = {
  'file-changed': 'Arquivo com outro conteúdo',
  'file-missing': 'Arquivo que falta',
  'file-unreadable': 'Arquivo que não se pode ler',
  relation: 'Tabela, índice ou sequência do banco',
}

/** How far reading everything again has come, in one line. */
export function tellScrub({ endedAt, files, relations, checker, portions, damage }: LastScrub) {
  if (!endedAt) return 'ainda não feita; a cada noite se relê um sétimo dos arquivos e do banco'
  const found = damage.length === 0 ? 'nada danificado' : `${formatCount(damage.length)} com dano`
  const how = checker === 'amcheck' ? '' : ', lidos sem o verificador amcheck'
  return (
    <>
      última em <DateTime value={endedAt} />: {formatCount(files)} arquivos e {formatCount(relations)} tabelas, índices
      e sequências{how}; {portions} de 7 partes relidas na última semana; {found}
    </>
  )
}

/** What is no longer as it was put on the disk, by name, and what to do about it. */
export function DamageFound({ damage }: Pick<LastScrub, 'damage'>) {
  if (damage.length === 0) return null
  return (
    <>
      <Message kind="error">
        Há dados danificados no disco. Não apague nada: confira o disco e recupere da cópia mais recente anterior ao
        dano.
      </Message>
      <Table
        id="danos"
        caption="O que está danificado no disco"
        rows={damage}
        rowKey={({ kind, what }) => `${kind} ${what}`}
        columns={[
          { key: 'what', header: 'Nome', rowHeader: true, width: 'wide', cell: ({ what }) => <code>{what}</code> },
          { key: 'kind', header: 'O que é', cell: ({ kind }) => sentences[kind] },
          { key: 'told', header: 'O que se viu', cell: ({ told }) => told },
          { key: 'found', header: 'Visto em', width: 'narrow', cell: ({ foundAt }) => <DateTime value={foundAt} /> },
        ]}
      />
    </>
  )
}
