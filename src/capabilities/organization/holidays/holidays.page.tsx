import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  Checkbox,
  CheckboxList,
  DateField,
  Day,
  EmptyState,
  Form,
  FormActions,
  formatCount,
  formatLongDate,
  LinkButton,
  type PageContext,
  RadioGroup,
  SearchForm,
  Select,
  Stack,
  Table,
  TextField,
} from '../../../ui/index.ts'
import { AdministrationPage, adminHref } from '../administration/administration.page.tsx'
import { bindFields } from '../administration/bound-fields.ts'
import type { Holiday } from './holiday.ts'

export interface HolidaysProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly year: number
  readonly agencyId: string
  readonly agencies: readonly { readonly id: string; readonly acronym: string }[]
  readonly holidays: readonly Holiday[]
  readonly missing: readonly Pick<Holiday, 'date' | 'name' | 'kind'>[]
  /** Whether days of all agencies may be added and taken away. */
  readonly mayAll: boolean
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly result?: ActResult | undefined
}

export function HolidaysPage(props: HolidaysProps) {
  const { page, problems } = props
  return (
    <AdministrationPage
      page={page}
      title="Feriados"
      lead="Dias que não contam nos prazos em dias úteis. Prazos já calculados não mudam."
      result={props.result}
      hasErrors={problems.length > 0}
    >
      <Stack gap="large">
        <Choice {...props} />
        <Calendar {...props} />
        <NewHoliday {...props} />
        {props.missing.length > 0 ? <Suggestions {...props} /> : null}
      </Stack>
    </AdministrationPage>
  )
}

function Choice({ page, year, agencyId, agencies }: HolidaysProps) {
  return (
    <SearchForm action={adminHref(page, '/feriados')} label="Ano e órgão dos feriados">
      {agencies.length > 1 ? (
        <Select
          name="orgao"
          label="Órgão"
          width="medium"
          value={agencyId}
          options={agencies.map(({ id, acronym }) => ({ value: id, label: acronym }))}
        />
      ) : (
        <input type="hidden" name="orgao" value={agencyId} />
      )}
      <TextField name="ano" label="Ano" width="short" inputMode="numeric" maxLength={4} value={String(year)} />
      <Button icon="calendar">Mostrar</Button>
    </SearchForm>
  )
}

function Calendar({ page, year, holidays, mayAll }: HolidaysProps) {
  return (
    <Table
      id="feriados"
      caption={`${year}: ${formatCount(holidays.length, 'dia', 'dias')}`}
      rows={holidays}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={`Nenhum feriado em ${year}`} icon="calendar">
          <p>Cadastre os dias abaixo ou aproveite os nacionais.</p>
        </EmptyState>
      }
      columns={[
        { key: 'dia', header: 'Dia', rowHeader: true, cell: ({ date }) => <Day value={date} long /> },
        { key: 'nome', header: 'Nome', width: 'wide', cell: ({ name }) => name },
        {
          key: 'especie',
          header: 'Espécie',
          cell: ({ kind }) => (kind === 'feriado' ? 'Feriado' : 'Ponto facultativo'),
        },
        { key: 'alcance', header: 'Vale para', cell: ({ agencyId }) => (agencyId ? 'Este órgão' : 'Todos os órgãos') },
        {
          key: 'atos',
          header: 'Atos',
          headerHidden: true,
          cell: ({ id, date, agencyId }) =>
            agencyId || mayAll ? (
              <LinkButton href={adminHref(page, `/feriados/${id}/exclusao`)} small icon="remove">
                Excluir<span class="visually-hidden"> o dia {formatLongDate(date)}</span>
              </LinkButton>
            ) : null,
        },
      ]}
    />
  )
}

function NewHoliday({ page, formKeys, agencyId, year, mayAll, fields, problems }: HolidaysProps) {
  const bound = bindFields(fields, problems)
  return (
    <Card title="Novo dia" id="novo-dia">
      <Form {...formKeys} action={adminHref(page, '/feriados')} errors={problems}>
        <input type="hidden" name="orgao" value={agencyId} />
        <input type="hidden" name="ano" value={year} />
        <DateField {...bound.text('dia')} label="Dia" required />
        <TextField {...bound.text('nome')} label="Nome" required maxLength={120} width="long" />
        <RadioGroup
          {...bound.text('especie')}
          label="Espécie"
          inline
          options={[
            { value: 'feriado', label: 'Feriado' },
            { value: 'ponto facultativo', label: 'Ponto facultativo' },
          ]}
        />
        {mayAll ? <Checkbox {...bound.flag('todos')} label="Vale para todos os órgãos" /> : null}
        <FormActions>
          <Button kind="primary">Acrescentar</Button>
        </FormActions>
      </Form>
    </Card>
  )
}

function Suggestions({ page, formKeys, agencyId, year, missing, mayAll }: HolidaysProps) {
  return (
    <Card title={`Dias nacionais de ${year} que faltam`} id="nacionais">
      <Form
        {...formKeys}
        idempotencyKey={`${formKeys.idempotencyKey}-n`}
        action={adminHref(page, '/feriados/nacionais')}
      >
        <input type="hidden" name="orgao" value={agencyId} />
        <input type="hidden" name="ano" value={year} />
        <CheckboxList
          name="dias"
          label="Quais acrescentar"
          hint="Pontos facultativos vêm desmarcados: cada órgão decide se os segue."
          values={missing.filter(({ kind }) => kind === 'feriado').map(({ date }) => date)}
          options={missing.map(({ date, name, kind }) => ({
            value: date,
            label: `${formatLongDate(date)} – ${name}${kind === 'feriado' ? '' : ' (ponto facultativo)'}`,
          }))}
        />
        {mayAll ? (
          <Checkbox name="todos" id="campo-todos-nacionais" label="Valem para todos os órgãos" checked />
        ) : null}
        <FormActions>
          <Button>Acrescentar os marcados</Button>
        </FormActions>
      </Form>
    </Card>
  )
}
