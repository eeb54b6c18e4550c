import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  CaseNumber,
  DateTime,
  Day,
  EmptyState,
  Form,
  FormActions,
  Link,
  LinkButton,
  type PageContext,
  Pagination,
  PasswordField,
  Select,
  Shell,
  Stack,
  Table,
  Tabs,
  Tag,
  TextArea,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import type { KeptRow } from '../kept.queries.ts'
import { isOver, termOf } from '../terms/term.rules.ts'
import { tellTerm } from '../terms/term.text.ts'
import type { ClassChoice, WaitingRow } from './filing.queries.ts'

export const archiveTitle = 'Arquivo da unidade'

interface ArchiveProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly tab: 'waiting' | 'kept'
  readonly waiting: readonly WaitingRow[]
  readonly kept: readonly KeptRow[]
  readonly today: LocalDate
  readonly pageNumber: number
  readonly result: ActResult | undefined
  readonly mayAppraise: boolean
}

/** What waits to be archived in the unit, and what lies in its archive. */
export function ArchivePage({ page, href, tab, waiting, kept, today, pageNumber, result, mayAppraise }: ArchiveProps) {
  const isWaiting = tab === 'waiting'
  const pageCount = isWaiting
    ? Math.max(1, Math.ceil((waiting[0]?.total ?? 0) / 50))
    : pageNumber + (kept.length === 50 ? 1 : 0)
  return (
    <Shell
      page={page}
      title={archiveTitle}
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: archiveTitle }]}
      lead="Quando o processo está concluído em todas as unidades, quem o arquiva é a última que o concluiu. Escolha os processos e arquive. O prazo de guarda se conta da conclusão."
      headingActions={
        <>
          <LinkButton href={href('/arquivo/cpad')} icon="people">
            Comissão (CPAD)
          </LinkButton>
          {mayAppraise ? (
            <LinkButton href={href('/eliminacao')} icon="list">
              Listagens de eliminação
            </LinkButton>
          ) : null}
        </>
      }
    >
      <ActResultMessage result={result} />
      <Stack gap="large">
        <Tabs
          label="Situação"
          items={[
            { label: 'A arquivar', href: href('/arquivo'), current: isWaiting },
            { label: 'Arquivados', href: href('/arquivo?situacao=arquivados'), current: !isWaiting },
          ]}
        />
        {isWaiting ? (
          <WaitingTable href={href} rows={waiting} />
        ) : (
          <Table
            id="arquivados"
            caption="Processos arquivados aqui, os de conclusão mais antiga primeiro"
            rows={kept}
            rowKey={({ caseFileId }) => caseFileId}
            empty={
              <EmptyState title="Nenhum processo arquivado" icon="archive">
                <p>Os processos que a unidade arquivar aparecem aqui, com o prazo de guarda.</p>
              </EmptyState>
            }
            columns={[
              {
                key: 'processo',
                header: 'Processo',
                rowHeader: true,
                cell: ({ number, digits }) => <Link href={href(`/processos/${digits}/arquivo`)}>{number}</Link>,
              },
              { key: 'tipo', header: 'Tipo', cell: ({ typeName }) => typeName },
              { key: 'conclusao', header: 'Conclusão', cell: ({ concludedOn }) => <Day value={concludedOn} /> },
              { key: 'fase', header: 'Fase', cell: ({ phase }) => phaseNames[phase] },
              { key: 'guarda', header: 'Guarda', cell: (row) => <Keeping row={row} today={today} /> },
            ]}
          />
        )}
        <Pagination
          label={archiveTitle}
          page={pageNumber}
          pageCount={pageCount}
          href={(number) => href(`/arquivo?situacao=${isWaiting ? 'a-arquivar' : 'arquivados'}&pagina=${number}`)}
        />
      </Stack>
    </Shell>
  )
}

export const phaseNames = { current: 'Corrente', intermediate: 'Intermediária', permanent: 'Permanente' } as const

/** Term and whatever stands in the way of disposal, as tags. */
export function Keeping({ row, today }: { row: KeptRow; today: LocalDate }) {
  const term = termOf(row)
  if (row.eliminatedBy) return <Tag tone="neutral">Conteúdo eliminado</Tag>
  return (
    <>
      <Tag tone={isOver(term, today) ? 'warning' : 'info'}>{tellTerm(term, today)}</Tag>{' '}
      {row.heldFor ? <Tag tone="danger">Destinação suspensa</Tag> : null}
      {row.listingName ? <Tag tone="neutral">{`Listagem ${row.listingName}`}</Tag> : null}
    </>
  )
}

function WaitingTable({ href, rows }: { href: (path: string) => string; rows: readonly WaitingRow[] }) {
  return (
    <form method="get" action={href('/arquivo/arquivamento')}>
      <Stack>
        <Table
          id="a-arquivar"
          caption="Processos a arquivar, os de conclusão mais antiga primeiro"
          rows={rows}
          rowKey={({ caseFileId }) => caseFileId}
          selection={{
            name: 'processo',
            value: ({ digits }) => digits,
            label: ({ number }) => `processo ${number}`,
          }}
          empty={
            <EmptyState title="Nada a arquivar" icon="archive">
              <p>Quando a unidade for a última a concluir um processo, ele aparece aqui.</p>
            </EmptyState>
          }
          columns={[
            {
              key: 'processo',
              header: 'Processo',
              rowHeader: true,
              cell: ({ number, digits }) => <Link href={href(`/processos/${digits}`)}>{number}</Link>,
            },
            { key: 'tipo', header: 'Tipo', cell: ({ typeName }) => typeName },
            { key: 'especificacao', header: 'Especificação', width: 'wide', cell: ({ summary }) => summary },
            { key: 'classes', header: 'Classes', cell: ({ classes }) => classes.join(', ') || 'Sem classe' },
            { key: 'conclusao', header: 'Conclusão', cell: ({ concludedAt }) => <DateTime value={concludedAt} /> },
          ]}
        />
        {rows.length > 0 ? (
          <p>
            <Button kind="primary" icon="archive">
              Arquivar os escolhidos
            </Button>
          </p>
        ) : null}
      </Stack>
    </form>
  )
}

interface FilingProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly rows: readonly WaitingRow[]
  readonly classes: readonly ClassChoice[]
  readonly capacities: readonly string[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** The act of archiving one or many, each with its own term. */
export function FilingPage({ page, formKeys, href, rows, classes, capacities, fields, problems }: FilingProps) {
  const bound = bindFields(fields, problems)
  const title = 'Arquivar processos'
  return (
    <Shell
      page={page}
      title={title}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: archiveTitle, href: href('/arquivo') },
        { label: title },
      ]}
      lead="Cada processo recebe um Termo de Arquivamento, assinado por você. Depois disso ele só pode ser consultado, até que seja desarquivado."
    >
      {rows.length === 0 ? (
        <EmptyState title="Nenhum processo escolhido" icon="archive">
          <p>
            <Link href={href('/arquivo')}>Volte ao arquivo da unidade e escolha os processos.</Link>
          </p>
        </EmptyState>
      ) : (
        <Form {...formKeys} action={href('/arquivo/arquivamento')} errors={problems}>
          <ul aria-label="Processos a arquivar">
            {rows.map(({ digits, number, typeName }) => (
              <li key={digits}>
                <CaseNumber number={number} /> {typeName}
                <input type="hidden" name="processo" value={digits} />
              </li>
            ))}
          </ul>
          <TextArea
            {...bound.text('justificativa')}
            label="Justificativa"
            hint="Por que o processo pode ser arquivado. Sai no termo e no histórico."
            required
            rows={3}
            maxLength={500}
          />
          <Select
            {...bound.text('classe')}
            label="Classe"
            hint="A que for escolhida se soma às que o processo já tem. Vale o prazo mais longo."
            emptyLabel="As que cada processo já tem"
            options={classes.map(({ id, label }) => ({ value: id, label }))}
          />
          <Signing bound={bound} capacities={capacities} />
          <FormActions>
            <Button kind="primary" icon="archive">
              Arquivar
            </Button>
            <LinkButton kind="quiet" href={href('/arquivo')}>
              Voltar
            </LinkButton>
          </FormActions>
        </Form>
      )}
    </Shell>
  )
}

/** In what capacity, and the password: what every act asks that signs a term. */
export function Signing({
  bound,
  capacities,
  suffix = '',
}: {
  bound: ReturnType<typeof bindFields>
  capacities: readonly string[]
  suffix?: string
}) {
  return (
    <>
      <Select
        {...bound.text(`cargo${suffix}`)}
        label="Cargo ou função de quem assina"
        required
        options={capacities.map((one) => ({ value: one, label: one }))}
      />
      <PasswordField {...bound.secret(`senha${suffix}`)} label="Sua senha" required autocomplete="current-password" />
    </>
  )
}
