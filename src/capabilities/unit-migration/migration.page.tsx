import type { ActResult } from '../../platform/act-results/index.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  Card,
  DateTime,
  DescriptionList,
  Form,
  FormActions,
  LinkButton,
  Message,
  type PageContext,
  ProgressBar,
  Steps,
  Table,
} from '../../ui/index.ts'
import { AdministrationPage, adminHref } from '../organization/index.ts'
import type { ProgressRow } from './items.queries.ts'
import { modeNames } from './migration.text.ts'
import type { Migration, MigrationState } from './migration.ts'
import { wordsOf } from './movers.ts'
import { StateTag } from './state-tag.page.tsx'

export interface MigrationProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly migration: Migration
  readonly progress: ProgressRow
  readonly totals: readonly { readonly kind: string; readonly planned: number; readonly moved: number }[]
  readonly errors: readonly string[]
  /** Why this person does not approve it here, and who may; undefined where they may. */
  readonly awaited: readonly string[] | undefined
  readonly result: ActResult | undefined
}

/** What a migration is called. */
export function migrationTitle({ mode, from, to, newAcronym }: Migration): string {
  const list = (units: Migration['from']) => units.map(({ acronym }) => acronym).join(', ')
  return `${modeNames[mode]}: ${list(from)} → ${newAcronym ?? list(to)}`
}

/** One migration: what is to be done, what stands in the way, how far it came, and the next step. */
export function MigrationPage(props: MigrationProps) {
  const { page, migration, errors } = props
  const title = migrationTitle(migration)
  return (
    <AdministrationPage
      page={page}
      title={title}
      trail={[{ label: 'Migrações de unidades', path: '/migracoes' }]}
      result={props.result}
      hasErrors={errors.length > 0}
    >
      {errors.length > 0 ? (
        <Message kind="error" title="Não foi possível" live>
          <ul>
            {errors.map((error) => (
              <li key={error}>{error}</li>
            ))}
          </ul>
        </Message>
      ) : null}
      <Steps label="Etapas da migração" items={stepsOf(migration.state)} />
      <NextStep {...props} />
      {migration.simulation ? <Simulated {...props} /> : null}
      <Card title="O que foi proposto" id="proposta">
        <DescriptionList items={known(page, migration)} />
      </Card>
    </AdministrationPage>
  )
}

const order = ['draft', 'simulated', 'approved', 'running', 'done'] as const
const stepLabels = ['Rascunho', 'Simulação', 'Aprovação', 'Execução', 'Conclusão'] as const

function stepsOf(state: MigrationState) {
  const at = order.indexOf(state === 'failed' ? 'running' : state)
  return stepLabels.map((label, index) => ({
    label,
    state: index < at || state === 'done' ? ('done' as const) : index === at ? ('current' as const) : ('todo' as const),
  }))
}

function NextStep({ page, formKeys, migration, progress, awaited }: MigrationProps) {
  const here = adminHref(page, `/migracoes/${migration.id}`)
  const simulate = (label: string, kind: 'primary' | 'quiet') => (
    <Form {...formKeys} action={`${here}/simulacao`}>
      <Button kind={kind} icon="compare">
        {label}
      </Button>
    </Form>
  )
  const back = (
    <LinkButton href={`${here}/rascunho`} icon="undo">
      Devolver a rascunho
    </LinkButton>
  )
  switch (migration.state) {
    case 'draft':
      return (
        <Card title="Próximo passo: simular" id="passo">
          <p>A simulação conta o que será movido e mostra cada impedimento. Ela não move nada.</p>
          {simulate('Simular', 'primary')}
          <FormActions>
            {migration.mode === 'split' ? (
              <LinkButton href={`${here}/regras`} icon="list">
                Regras da cisão
              </LinkButton>
            ) : null}
            <LinkButton href={`${here}/exclusao`} icon="remove" kind="quiet">
              Excluir o rascunho
            </LinkButton>
          </FormActions>
        </Card>
      )
    case 'simulated':
      if (migration.simulation?.obstacles.some((one) => one.blocks))
        return (
          <Card title="Próximo passo: resolver os impedimentos" id="passo">
            <p>Eles estão abaixo. Resolva cada um e simule de novo; sem impedimentos, a migração pode ser aprovada.</p>
            {simulate('Simular de novo', 'primary')}
            <FormActions>{back}</FormActions>
          </Card>
        )
      return (
        <Card title="Próximo passo: aprovar" id="passo">
          {awaited ? (
            awaited.map((sentence) => <p key={sentence}>{sentence}</p>)
          ) : (
            <p>A aprovação fica em seu nome, pela unidade {page.actor?.unit.acronym}. A execução é outro passo.</p>
          )}
          <FormActions>
            {awaited ? null : (
              <LinkButton href={`${here}/aprovacao`} kind="primary" icon="check">
                Aprovar
              </LinkButton>
            )}
            {back}
          </FormActions>
          {simulate('Simular de novo', 'quiet')}
        </Card>
      )
    case 'approved':
      return (
        <Card title="Próximo passo: executar" id="passo">
          <FormActions>
            <LinkButton href={`${here}/execucao`} kind="primary" icon="play">
              Executar
            </LinkButton>
            {back}
          </FormActions>
        </Card>
      )
    case 'running':
      return (
        <Card title="Em execução" id="passo">
          <ProgressBar
            label="Itens"
            value={progress.settled}
            max={Math.max(1, progress.total)}
            text={`${progress.settled} de ${progress.total} itens`}
          />
          <p>Você pode sair desta página. Se o trabalho parar no meio, ele continua sozinho de onde parou.</p>
          <p>
            <LinkButton href={here} icon="refresh">
              Atualizar
            </LinkButton>
          </p>
        </Card>
      )
    case 'failed':
      return (
        <Card title="A execução parou" id="passo">
          <Message kind="error">
            <p>{migration.problem}</p>
          </Message>
          <FormActions>
            <LinkButton href={`${here}/execucao`} kind="primary" icon="play">
              Retomar a execução
            </LinkButton>
          </FormActions>
        </Card>
      )
    case 'done':
      return (
        <Message kind="success" title="Migração concluída">
          <p>
            {progress.withNotes === 0 ? 'O resultado é igual ao simulado.' : 'Há itens com observações no relatório.'}
          </p>
        </Message>
      )
  }
}

function Simulated({ page, migration, totals }: MigrationProps) {
  const { simulation } = migration
  const here = adminHref(page, `/migracoes/${migration.id}`)
  const blocking = simulation?.obstacles.filter((one) => one.blocks) ?? []
  const warnings = simulation?.obstacles.filter((one) => !one.blocks) ?? []
  const started = migration.started !== null
  return (
    <>
      {blocking.length > 0 ? <Obstacles kind="error" title="Impedimentos" items={blocking} /> : null}
      {warnings.length > 0 ? (
        <Obstacles kind="warning" title={started ? 'O que foi avisado antes' : 'Saiba antes'} items={warnings} />
      ) : null}
      <Table
        id="contagem"
        caption="O que passa para a nova unidade"
        rows={totals}
        rowKey={({ kind }) => kind}
        columns={[
          {
            key: 'que',
            header: 'O quê',
            rowHeader: true,
            width: 'wide',
            cell: ({ kind }) => capital(wordsOf(kind)[1]),
          },
          {
            key: 'previsto',
            header: 'Previsto',
            numeric: true,
            cell: ({ planned }) => planned.toLocaleString('pt-BR'),
          },
          ...(started
            ? [
                {
                  key: 'migrado',
                  header: 'Migrado',
                  numeric: true,
                  cell: ({ moved }: { moved: number }) => moved.toLocaleString('pt-BR'),
                },
              ]
            : []),
        ]}
        empty={<p>A unidade não tem nada que precise passar para a nova.</p>}
      />
      <p>
        <LinkButton href={`${here}/itens`} icon="list">
          Relatório item a item
        </LinkButton>
      </p>
    </>
  )
}

function Obstacles(props: { kind: 'error' | 'warning'; title: string; items: readonly { readonly text: string }[] }) {
  return (
    <Message kind={props.kind} title={props.title}>
      <ul>
        {props.items.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Message>
  )
}

function known(page: PageContext, migration: Migration) {
  const named = (units: Migration['from']) => units.map(({ acronym, name }) => `${acronym} – ${name}`).join('; ')
  const signed = (one: { readonly at: Date; readonly name: string; readonly unit?: string }) => (
    <>
      {one.name}
      {one.unit ? ` (${one.unit})` : ''}, <DateTime value={one.at} now={page.now} />
    </>
  )
  return [
    { term: 'Situação', description: <StateTag state={migration.state} /> },
    { term: 'De', description: named(migration.from) },
    ...(migration.mode === 'rename'
      ? [{ term: 'Passa a ser', description: `${migration.newAcronym} – ${migration.newName}` }]
      : [{ term: 'Para', description: named(migration.to) }]),
    { term: 'Ato formal', description: migration.formalAct },
    { term: 'Processo do ato', description: migration.caseNumber },
    ...(migration.mode === 'rename'
      ? []
      : [{ term: 'Numeração', description: migration.continuesNumbering ? 'Continua a da antiga' : 'Começa em 1' }]),
    ...migration.rules.map(({ label, toUnitId }) => ({
      term: label,
      description: `Para ${migration.to.find(({ id }) => id === toUnitId)?.acronym ?? ''}`,
    })),
    { term: 'Proposta por', description: signed(migration.created) },
    ...(migration.simulated ? [{ term: 'Simulada por', description: signed(migration.simulated) }] : []),
    ...(migration.approved ? [{ term: 'Aprovada por', description: signed(migration.approved) }] : []),
    ...(migration.started ? [{ term: 'Executada por', description: signed(migration.started) }] : []),
  ]
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
