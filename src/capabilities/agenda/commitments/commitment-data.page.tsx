import { CaseNumber, DateTime, Day, DescriptionList, Link } from '../../../ui/index.ts'
import { tellParticipant } from '../participants/participant.ts'
import { kindWords } from './commitment.text.ts'
import type { CommitmentRow } from './commitments.queries.ts'

interface CommitmentDataProps {
  readonly href: (path: string) => string
  readonly commitment: CommitmentRow
}

/** All that is known of a commitment. */
export function CommitmentData({ href, commitment: row }: CommitmentDataProps) {
  const some = (term: string, description: string | null) => (description ? [{ term, description }] : [])
  return (
    <DescriptionList
      items={[
        { term: 'Agenda de', description: row.title },
        ...some('Quem atende', row.attendant && `${row.attendant} (${row.capacity})`),
        { term: 'Tipo', description: kindWords[row.kind] },
        { term: 'Local', description: row.booksRoom ? `${row.place} (sala reservada)` : row.place },
        ...(row.participants.length > 0
          ? [
              {
                term: 'Participantes',
                description: (
                  <ul>
                    {row.participants.map((one) => (
                      <li key={tellParticipant(one)}>
                        {tellParticipant(one)}
                        {one.isPrivate ? ' – representa interesse privado' : ''}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]
          : []),
        ...some('Representante', row.representative),
        ...some('Representado', row.represented),
        ...some('Interesses', row.interests),
        ...some('Hipótese legal da reserva', row.reservedBasis),
        ...(row.discloseOn ? [{ term: 'Divulgação em', description: <Day value={row.discloseOn} /> }] : []),
        ...(row.caseNumber && row.caseDigits
          ? [
              {
                term: 'Processo',
                description: <CaseNumber number={row.caseNumber} href={href(`/processos/${row.caseDigits}`)} />,
              },
            ]
          : []),
        ...(row.requestId
          ? [
              {
                term: 'Pedido',
                description: <Link href={href(`/agenda/pedidos/${row.requestId}`)}>Ver o pedido de audiência</Link>,
              },
            ]
          : []),
        ...some('Encaminhamentos', row.outcome),
        {
          term: 'Registrado',
          description: (
            <>
              <DateTime value={row.registeredAt} />, por {row.registeredBy}
            </>
          ),
        },
        {
          term: 'Publicado',
          description: row.publishedAt ? <DateTime value={row.publishedAt} /> : 'Ainda não',
        },
      ]}
    />
  )
}
