import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import {
  Card,
  Day,
  EmptyState,
  Link,
  LinkButton,
  type PageContext,
  ProgressBar,
  Shell,
  StatusTag,
  Table,
  Tag,
  Timeline,
  type TimelineEvent,
} from '../../../ui/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import { wordsOf } from '../item-state.text.ts'
import type { ItemOfCase, PlanOfCase, StepOfCase } from './plan-of-case.ts'

/** Documents that this person may see, by their ids. */
export type DocumentsToShow = ReadonlyMap<string, { readonly number: string; readonly label: string }>

interface PlanOfCasePageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly caseFile: CaseFile
  readonly plan: PlanOfCase | undefined
  readonly documents: DocumentsToShow
  readonly mayChange: boolean
  readonly events: readonly TimelineEvent[]
  readonly result: ActResult | undefined
}

/** The plan of one case file: step by step what stands how, and what became of it. */
export function PlanOfCasePage(props: PlanOfCasePageProps) {
  const { page, href, caseFile, plan, mayChange } = props
  const caseHref = href(`/processos/${caseFile.digits}`)
  return (
    <Shell
      page={page}
      title={`Plano de trabalho do processo ${caseFile.number}`}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: caseFile.number, href: caseHref },
        { label: 'Plano de trabalho' },
      ]}
      headingActions={
        mayChange ? (
          <LinkButton href={href(`/plano-de-trabalho?processo=${caseFile.digits}`)} icon="layers">
            {plan ? 'Trocar ou retirar o plano' : 'Pôr um plano'}
          </LinkButton>
        ) : undefined
      }
    >
      <ActResultMessage result={props.result} />
      {plan ? (
        <Plan {...props} plan={plan} />
      ) : (
        <EmptyState title="O processo não tem plano de trabalho" icon="layers" />
      )}
      {props.events.length > 0 ? (
        <Card title="Histórico do plano" icon="history" id="historico-do-plano">
          <Timeline label="O que se fez no plano" events={props.events} />
        </Card>
      ) : null}
    </Shell>
  )
}

function Plan(props: PlanOfCasePageProps & { readonly plan: PlanOfCase }) {
  const { association, settled, all, late, steps } = props.plan
  return (
    <>
      <Card title={association.planName} icon="layers" id="plano">
        {association.description ? <p>{association.description}</p> : null}
        <p class="secondary">
          No processo desde <Day value={association.since} />. Não impede nenhum ato.
        </p>
        {all > 0 ? (
          <ProgressBar label="Itens resolvidos" value={settled} max={all} text={`${settled} de ${all}`} />
        ) : (
          <p>O plano ainda não tem itens.</p>
        )}
        <LateTag late={late} />
      </Card>
      {steps.map((step) => (
        <Step key={step.id} {...props} step={step} />
      ))}
    </>
  )
}

function Step({ href, caseFile, step, documents, mayChange }: PlanOfCasePageProps & { readonly step: StepOfCase }) {
  const itemHref = (id: string) => href(`/processos/${caseFile.digits}/plano-de-trabalho/itens/${id}`)
  return (
    <Card title={step.name} id={`etapa-${step.id}`}>
      <Table
        id={`itens-${step.id}`}
        caption={`Itens da etapa ${step.name}`}
        captionHidden
        rows={step.items}
        rowKey={({ id }) => id}
        rowTone={({ late }) => (late ? 'danger' : undefined)}
        columns={[
          {
            key: 'item',
            header: 'Item',
            rowHeader: true,
            width: 'wide',
            cell: ({ id, name }) => (mayChange ? <Link href={itemHref(id)}>{name}</Link> : name),
          },
          { key: 'situacao', header: 'Situação', cell: (item) => <StateOfItem item={item} /> },
          { key: 'prazo', header: 'Prazo', cell: ({ due }) => (due ? <Day value={due} /> : '–') },
          {
            key: 'documentos',
            header: 'Documentos',
            cell: ({ documentIds }) => <DocumentLinks {...{ href, documents, documentIds }} />,
          },
        ]}
      />
    </Card>
  )
}

export function StateOfItem({ item: { state, late } }: { readonly item: ItemOfCase }) {
  const { word, tone, icon } = wordsOf(state)
  return (
    <>
      <StatusTag tone={tone} icon={icon}>
        {word}
      </StatusTag>{' '}
      {late ? (
        <Tag tone="danger" icon="clock">
          Atrasado
        </Tag>
      ) : null}
    </>
  )
}

/** How many are late, where some are. */
export function LateTag({ late }: { readonly late: number }) {
  return late === 0 ? null : (
    <Tag tone="danger" icon="clock">
      {late === 1 ? '1 item atrasado' : `${late} itens atrasados`}
    </Tag>
  )
}

interface DocumentLinksProps {
  readonly href: (path: string) => string
  readonly documents: DocumentsToShow
  readonly documentIds: readonly string[]
}

/** Only those that this person may see; of the others nothing is said. */
function DocumentLinks({ href, documents, documentIds }: DocumentLinksProps) {
  const shown = documentIds.flatMap((id) => documents.get(id) ?? [])
  if (shown.length === 0) return <>–</>
  return (
    <ul class="places">
      {shown.map(({ number, label }) => (
        <li key={number}>
          <Link href={href(`/documentos/${number}`)}>{label}</Link>
        </li>
      ))}
    </ul>
  )
}
