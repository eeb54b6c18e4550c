import type { VNode } from 'preact'
import { Card, DateTime, Day, Link, LinkButton, Message, Table } from '../../../ui/index.ts'
import { exporters } from '../matter/exporters.ts'
import type { Publication } from '../publishing/publication.ts'
import { AwaitedOutcome } from './awaited/awaited-term.page.tsx'
import type { AwaitedTerm } from './awaited/awaited-terms.queries.ts'
import { tellDifferences } from './compare-printed.ts'
import type { TakenStep } from './steps.queries.ts'
import { takenNames } from './steps.text.ts'
import type { TermStart } from './term-start.rules.ts'

interface OutsideProps {
  readonly publication: Publication
  readonly steps: readonly TakenStep[]
  readonly term: TermStart | undefined
  /** Address of the publication. */
  readonly here: string
  readonly mayHandle: boolean
  readonly deadlineHref: string | undefined
  readonly errataHref: string
  /** The form that asks for a deadline, while the day is not known. */
  readonly asking: VNode | undefined
  readonly awaited: AwaitedTerm | undefined
}

/** Of a publication in an external gazette: who must act, the files to send, the record, the comparison, the terms. */
export function OutsideCards(props: OutsideProps) {
  const { publication, steps } = props
  const { state, vehicle } = publication
  const waits = state === 'to-send' || state === 'approved'
  return (
    <>
      {waits && vehicle.approvingUnit && !publication.isApprover ? (
        <Message kind="info" title={`Quem aprova e envia é ${vehicle.approvingUnit.acronym}`}>
          <p>
            A unidade acha esta matéria em “Publicações”. Se ela ainda não vê o processo, por ser restrito, envie-o a
            ela.
          </p>
        </Message>
      ) : null}
      {state === 'to-send' || state === 'cancelled' || state === 'rejected' ? null : <Files {...props} />}
      {state === 'published' ? <Checking {...props} /> : null}
      {props.term ? <Terms {...props} term={props.term} /> : null}
      {props.asking}
      <Card title="Registro dos passos" icon="history" id="passos">
        <Table<TakenStep>
          id="registro"
          caption="Passos da publicação"
          captionHidden
          rows={steps}
          rowKey={({ id }) => id}
          columns={[
            { key: 'passo', header: 'Passo', rowHeader: true, cell: ({ step }) => takenNames[step] },
            { key: 'quando', header: 'Quando', cell: ({ at }) => <DateTime value={at} /> },
            { key: 'quem', header: 'Quem', cell: (one) => `${one.personName}, ${one.unitAcronym}` },
            { key: 'edicao', header: 'Edição', cell: ({ on }) => (on ? <Day value={on} /> : '–') },
            {
              key: 'recibo',
              header: 'Recibo e observação',
              cell: ({ receipt, note }) => [receipt, note].filter(Boolean).join('. ') || '–',
            },
          ]}
        />
        {publication.sentSha256 ? (
          <p>
            Resumo SHA-256 do texto enviado: <code>{publication.sentSha256}</code>
          </p>
        ) : null}
      </Card>
    </>
  )
}

function Files({ here }: OutsideProps) {
  return (
    <Card title="Texto para o diário" icon="download" id="arquivos">
      <p>O texto assinado, seguido de quem assinou, nos formatos que os diários pedem.</p>
      <ul>
        {exporters
          .filter(({ delivery }) => delivery === 'file')
          .map(({ format, label, hint }) => (
            <li key={format}>
              <Link href={`${here}/materia/${format}`}>{label}</Link>: {hint}
            </li>
          ))}
      </ul>
    </Card>
  )
}

function Checking({ publication, here, mayHandle, errataHref }: OutsideProps) {
  const { differences } = publication
  return (
    <Card title="Conferência com o que saiu" icon="check" id="conferencia">
      {differences === undefined ? <p>O texto publicado ainda não foi comparado com o enviado.</p> : null}
      {differences === undefined ? null : <p>{tellDifferences(differences)}</p>}
      {differences !== undefined && differences > 0 ? (
        <Message kind="warning" title="Pode ser caso de errata">
          <p>
            Veja os pontos na conferência. Se o erro foi do diário, peça a ele a retificação; se foi do ato, faça uma{' '}
            <Link href={errataHref}>publicação relacionada</Link>. O documento original não muda.
          </p>
        </Message>
      ) : null}
      {mayHandle ? (
        <p>
          <LinkButton icon="check" href={`${here}/conferencia`}>
            {differences === undefined ? 'Conferir o texto publicado' : 'Ver a conferência'}
          </LinkButton>
        </p>
      ) : null}
    </Card>
  )
}

function Terms({ publication, term, deadlineHref, awaited }: OutsideProps & { readonly term: TermStart }) {
  const isElectronic = publication.vehicle.termsFrom === 'made-available'
  return (
    <Card title="Prazos que dependem da publicação" icon="calendar" id="prazos">
      <p>
        {isElectronic ? 'Publicado, para contar prazos, no primeiro dia útil depois da edição: ' : 'Publicado em '}
        <Day value={term.publishedOn} />. Os prazos começam em <Day value={term.startsOn} />
        {isElectronic ? ' (Lei nº 11.419/2006, art. 4º, §§ 3º e 4º).' : '.'}
      </p>
      {awaited ? <AwaitedOutcome awaited={awaited} /> : null}
      {deadlineHref ? (
        <p>
          <Link href={deadlineHref}>Marcar um prazo contado da publicação</Link>
        </p>
      ) : null}
    </Card>
  )
}
