import { Card, type Column, DateTime, DescriptionList, formatBytes, Link, StatusTag, Table } from '../../../ui/index.ts'
import type { SentEmailRow } from './emails.queries.ts'
import { deliveryStates } from './emails.text.ts'

type Recipient = SentEmailRow['recipients'][number]

const columns: readonly Column<Recipient>[] = [
  { key: 'to', header: 'Destinatário', rowHeader: true, cell: ({ address }) => address },
  {
    key: 'state',
    header: 'Entrega',
    cell: ({ state, problem }) => {
      const { tone, icon, word } = deliveryStates[state]
      return (
        <>
          <StatusTag tone={tone} icon={icon}>
            {word}
          </StatusTag>
          {problem ? <span class="secondary"> {problem}</span> : null}
        </>
      )
    },
  },
  { key: 'at', header: 'Quando', width: 'narrow', cell: ({ at }) => (at ? <DateTime value={new Date(at)} /> : '–') },
]

/** What became of an e-mail, for each recipient (DOC-051), and what went with it. */
export function EmailPanel({ email, hrefOf }: { email: SentEmailRow; hrefOf: (position: number) => string }) {
  return (
    <Card title="Entrega do correio eletrônico" icon="mail" id="entrega">
      <DescriptionList
        items={[
          { term: 'De', description: email.sender },
          { term: 'Enviado em', description: <DateTime value={email.at} /> },
          { term: 'Assunto', description: email.subject },
          ...(email.attachments.length === 0
            ? []
            : [
                {
                  term: 'Anexos',
                  description: (
                    <ul>
                      {email.attachments.map(({ position, fileName, sizeBytes }) => (
                        <li key={position}>
                          <Link href={hrefOf(position)}>{fileName}</Link>{' '}
                          <span class="secondary">({formatBytes(sizeBytes)})</span>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]),
        ]}
      />
      <Table
        id="destinatarios"
        caption="Entrega a cada destinatário"
        captionHidden
        columns={columns}
        rows={email.recipients}
        rowKey={({ address }) => address}
      />
    </Card>
  )
}
