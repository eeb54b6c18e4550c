import { ActResultMessage } from '../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  CaseNumber,
  DateTime,
  Day,
  DescriptionList,
  EmptyState,
  formatCount,
  LinkButton,
  Message,
  type PageContext,
  Shell,
  StatusTag,
  Table,
  Tag,
} from '../../ui/index.ts'
import { classWords, exitWords, stateWords, urgencyOf } from './demand.text.ts'
import { Acts } from './demand-acts.page.tsx'
import { nameOf } from './demands.page.tsx'
import type { DemandRow } from './demands.queries.ts'
import type { ExtensionRow, SectorRow } from './sectors.queries.ts'

/** The forms of the page, by the end of their address. */
export type DemandAct = 'unidades' | 'retornos' | 'prorrogacao' | 'decisao' | 'resposta'

export interface DemandPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly demand: DemandRow
  readonly sectors: readonly SectorRow[]
  readonly extensions: readonly ExtensionRow[]
  readonly labels: readonly string[]
  readonly mayChange: boolean
  /** The form that was refused, as it was typed. */
  readonly refused:
    | { readonly act: DemandAct; readonly fields: FormFields; readonly problems: readonly FieldProblem[] }
    | undefined
  readonly result: ActResult | undefined
}

/** A demand: its deadlines, which units were asked and returned, and the answer (FLX-062, FLX-063). */
export function DemandPage(props: DemandPageProps) {
  const { page, href, demand, sectors } = props
  const { word, tone, icon } = stateWords[demand.state]
  const isOpen = demand.answeredOn === null
  return (
    <Shell
      page={page}
      title={nameOf(demand)}
      hasErrors={(props.refused?.problems.length ?? 0) > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Demandas externas', href: href('/demandas') },
        { label: nameOf(demand) },
      ]}
      lead={
        <p>
          <StatusTag tone={tone} icon={icon}>
            {word}
          </StatusTag>{' '}
          <Urgency dueOn={demand.dueOn} doneOn={demand.answeredOn} now={page.now} />
        </p>
      }
      headingActions={
        isOpen && demand.isOurs && props.mayChange ? (
          <LinkButton href={href(`/demandas/${demand.id}/alteracao`)} icon="edit">
            Corrigir dados
          </LinkButton>
        ) : null
      }
    >
      <ActResultMessage result={props.result} />
      {isOpen && sectors.length > 0 && demand.waiting === 0 ? (
        <Message kind="success" title="Todas as unidades retornaram">
          <p>Reúna as manifestações na resposta, envie ao órgão e registre a saída.</p>
        </Message>
      ) : null}
      <Data {...props} />
      <Sectors {...props} />
      {props.extensions.length > 0 ? <Extensions {...props} /> : null}
      {isOpen && props.mayChange ? <Acts {...props} /> : null}
    </Shell>
  )
}

function Urgency(props: {
  readonly dueOn: DemandRow['dueOn']
  readonly doneOn: DemandRow['dueOn'] | null
  readonly now: Date
}) {
  const { words, tone } = urgencyOf(props, props.now)
  return <Tag tone={tone}>{words}</Tag>
}

function Data({ href, demand }: DemandPageProps) {
  const some = (term: string, description: string | null) => (description ? [{ term, description }] : [])
  return (
    <DescriptionList
      items={[
        { term: 'Assunto', description: demand.subject },
        ...some('Classe', demand.bodyClass && classWords[demand.bodyClass]),
        { term: 'Recebida em', description: <Day value={demand.receivedOn} /> },
        {
          term: 'Prazo',
          description:
            demand.dueOn === demand.firstDueOn ? (
              <Day value={demand.dueOn} />
            ) : (
              <>
                <Day value={demand.dueOn} />, prorrogado; antes, <Day value={demand.firstDueOn} />
              </>
            ),
        },
        { term: 'Base legal', description: demand.legalBase },
        { term: 'Unidade que acompanha', description: demand.unit },
        ...some('Com quem está', demand.responsible),
        ...(demand.caseNumber && demand.caseDigits
          ? [
              {
                term: 'Processo',
                description: <CaseNumber number={demand.caseNumber} href={href(`/processos/${demand.caseDigits}`)} />,
              },
            ]
          : []),
        ...(demand.answeredOn ? [{ term: 'Respondida em', description: <Day value={demand.answeredOn} /> }] : []),
        ...some('Resposta', demand.answer),
        ...some('Saída', demand.exitKind && `${exitWords[demand.exitKind]}: ${demand.exitProof}`),
        {
          term: 'Registrada',
          description: (
            <>
              <DateTime value={demand.registeredAt} />, por {demand.registeredBy}
            </>
          ),
        },
      ]}
    />
  )
}

function Sectors({ page, sectors }: DemandPageProps) {
  const late = ({ dueOn, returnedOn }: SectorRow) =>
    urgencyOf({ dueOn, doneOn: returnedOn }, page.now).tone === 'danger'
  return (
    <Table
      id="manifestacoes"
      caption={`Unidades consultadas: ${formatCount(sectors.length, 'unidade', 'unidades', 'nenhuma')}`}
      rows={sectors}
      rowKey={({ id }) => id}
      rowTone={(row) => (late(row) ? 'danger' : row.returnedOn ? 'muted' : undefined)}
      empty={<EmptyState title="Nenhuma unidade foi consultada" icon="people" />}
      columns={[
        {
          key: 'unidade',
          header: 'Unidade',
          rowHeader: true,
          cell: ({ unit, request }) => (
            <>
              {unit}
              {request ? <div class="secondary">{request}</div> : null}
            </>
          ),
        },
        { key: 'pedida', header: 'Consultada em', width: 'narrow', cell: ({ askedAt }) => <Day value={askedAt} /> },
        {
          key: 'prazo',
          header: 'Prazo interno',
          cell: ({ dueOn, daysBefore, returnedOn }) => (
            <>
              <Day value={dueOn} /> <Urgency dueOn={dueOn} doneOn={returnedOn} now={page.now} />
              <div class="secondary">
                {formatCount(daysBefore, 'dia útil antes', 'dias úteis antes', 'no mesmo dia')}
              </div>
            </>
          ),
        },
        {
          key: 'retorno',
          header: 'Retornou em',
          width: 'narrow',
          cell: ({ returnedOn }) => (returnedOn ? <Day value={returnedOn} /> : 'Aguarda'),
        },
        { key: 'documento', header: 'Documento produzido', cell: ({ document }) => document || '–' },
      ]}
    />
  )
}

function Extensions({ extensions }: DemandPageProps) {
  return (
    <Table
      id="prorrogacoes"
      caption="Prorrogações"
      rows={extensions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'pedida',
          header: 'Pedida em',
          rowHeader: true,
          width: 'narrow',
          cell: ({ askedOn }) => <Day value={askedOn} />,
        },
        { key: 'ate', header: 'Até', width: 'narrow', cell: ({ askedUntil }) => <Day value={askedUntil} /> },
        { key: 'motivo', header: 'Motivo', width: 'wide', cell: ({ reason }) => reason },
        {
          key: 'decisao',
          header: 'Decisão',
          cell: ({ decidedOn, grantedUntil }) =>
            decidedOn ? (
              <>
                {grantedUntil ? (
                  <>
                    Concedida até <Day value={grantedUntil} />
                  </>
                ) : (
                  'Negada'
                )}
                , em <Day value={decidedOn} />
              </>
            ) : (
              'Aguarda o órgão'
            ),
        },
      ]}
    />
  )
}
