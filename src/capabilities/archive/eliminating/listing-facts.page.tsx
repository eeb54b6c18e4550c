import { Card, DateTime, Day, DescriptionList, Link, Tag } from '../../../ui/index.ts'
import { noticeUntil, type Role } from './elimination.rules.ts'
import { roleNames, stateNames, stateTones } from './elimination.text.ts'
import type { ListingProps } from './listing.page.tsx'
import type { ListingRow } from './listing.queries.ts'

/** What a listing is about, where it stands, and who has signed it. */
export function ListingFacts({ listing, href }: ListingProps) {
  const until = noticeUntil({ noticeOn: listing.noticeOn ?? undefined, noticeDays: listing.noticeDays ?? undefined })
  const documentLink = (number: string | null) => {
    if (listing.confidential) return 'Em processo sigiloso'
    return number ? <Link href={href(`/documentos/${number}`)}>{number}</Link> : 'Ainda não'
  }
  return (
    <Card title="Situação" icon="list" id="situacao">
      <DescriptionList
        items={[
          { term: 'Etapa', description: <Tag tone={stateTones[listing.state]}>{stateNames[listing.state]}</Tag> },
          { term: 'Unidade', description: `${listing.unitAcronym} (${listing.agency}), por ${listing.madeByName}` },
          {
            term: 'Processo da listagem',
            description: <Link href={href(`/processos/${listing.caseDigits}`)}>{listing.caseNumber}</Link>,
          },
          { term: 'Documento da listagem', description: documentLink(listing.listingNumber) },
          ...roles.map((role) => ({ term: roleNames[role], description: <Signature {...listing} role={role} /> })),
          ...(until
            ? [
                {
                  term: 'Edital',
                  description: (
                    <>
                      {listing.noticeReference}, de <Day value={listing.noticeOn ?? ''} />. Contestação até{' '}
                      <Day value={until} />.
                    </>
                  ),
                },
              ]
            : []),
          ...(listing.termNumber
            ? [
                { term: 'Termo de eliminação', description: documentLink(listing.termNumber) },
                { term: 'Ordenada por', description: listing.orderedByName ?? '' },
              ]
            : []),
          ...(listing.confirmedByName ? [{ term: 'Confirmada por', description: listing.confirmedByName }] : []),
          ...(listing.executedAt
            ? [{ term: 'Executada em', description: <DateTime value={listing.executedAt} /> }]
            : []),
          ...(listing.abandonReason ? [{ term: 'Abandonada', description: listing.abandonReason }] : []),
        ]}
      />
    </Card>
  )
}

const roles = ['responsible', 'president', 'authority'] as const

function Signature({ signatures, state, role }: ListingRow & { role: Role }) {
  const found = signatures.find((one) => one.role === role)
  if (!found) return <>{state === 'abandoned' ? 'Não assinou' : 'Ainda não assinou'}</>
  return (
    <>
      Assinou: {found.name}, <DateTime value={new Date(found.at)} />
    </>
  )
}
