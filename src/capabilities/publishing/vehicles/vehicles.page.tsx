import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
  CheckboxList,
  EmptyState,
  Form,
  FormActions,
  formatCount,
  Link,
  LinkButton,
  type PageContext,
  Select,
  Table,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { AdministrationPage, adminHref, bindFields, StateTag } from '../../organization/index.ts'
import { termValues } from './vehicle.form.ts'
import { timeZones, vehicleKinds, weekdayNames } from './vehicle.text.ts'
import type { Vehicle } from './vehicle.ts'

export const path = '/veiculos'
const title = 'Veículos de publicação'

interface VehiclesProps {
  readonly page: PageContext
  readonly vehicles: readonly Vehicle[]
  readonly result: ActResult | undefined
}

/** The register of vehicles. */
export function VehiclesPage({ page, vehicles, result }: VehiclesProps) {
  return (
    <AdministrationPage
      page={page}
      title={title}
      result={result}
      lead="O boletim em que o órgão publica e os diários externos cujas publicações ele registra."
      headingActions={
        <LinkButton kind="primary" icon="plus" href={adminHref(page, `${path}/novo`)}>
          Novo veículo
        </LinkButton>
      }
    >
      <Table
        id="veiculos"
        caption={formatCount(vehicles.length, 'veículo', 'veículos', 'nenhum veículo')}
        rows={vehicles}
        rowKey={({ id }) => id}
        rowTone={({ active }) => (active ? undefined : 'muted')}
        empty={
          <EmptyState title="Ainda não há veículos" icon="gazette">
            <p>Cadastre o boletim do órgão para que as unidades com o perfil Publicador possam publicar.</p>
          </EmptyState>
        }
        columns={[
          {
            key: 'sigla',
            header: 'Veículo',
            rowHeader: true,
            width: 'wide',
            cell: ({ id, acronym, name }) => (
              <Link href={adminHref(page, `${path}/${id}`)}>{`${name} (${acronym})`}</Link>
            ),
          },
          { key: 'especie', header: 'Espécie', cell: ({ kind }) => vehicleKinds[kind] },
          { key: 'orgao', header: 'Órgão', cell: ({ agencyAcronym }) => agencyAcronym ?? 'Todos' },
          {
            key: 'dias',
            header: 'Edições',
            cell: ({ weekdays }) => weekdays.map((day) => weekdayNames[day]).join(', '),
          },
          { key: 'limite', header: 'Hora limite', cell: ({ cutOff }) => cutOff ?? '–' },
          { key: 'situacao', header: 'Situação', cell: ({ active }) => <StateTag active={active} /> },
        ]}
      />
    </AdministrationPage>
  )
}

interface VehicleProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  /** Undefined: a new one. */
  readonly vehicle: Vehicle | undefined
  readonly agencies: readonly { readonly id: string; readonly acronym: string }[]
  readonly mayAll: boolean
  readonly types: readonly { readonly id: string; readonly name: string }[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** One vehicle, to be registered or changed. */
export function VehiclePage(props: VehicleProps) {
  const { page, vehicle, problems } = props
  const bound = bindFields(props.fields, problems)
  return (
    <AdministrationPage
      page={page}
      title={vehicle ? vehicle.name : 'Novo veículo de publicação'}
      trail={[{ label: title, path }]}
      width="text"
      hasErrors={problems.length > 0}
      {...(vehicle
        ? {
            lead: `${vehicleKinds[vehicle.kind]}, ${vehicle.agencyAcronym ? `de ${vehicle.agencyAcronym}` : 'de todos os órgãos'}.`,
          }
        : {})}
    >
      <Form {...props.formKeys} action={adminHref(page, `${path}/${vehicle?.id ?? 'novo'}`)} errors={problems}>
        {vehicle ? null : <Where {...props} />}
        <TextField {...bound.text('sigla')} label="Sigla" width="short" maxLength={20} required />
        <TextField {...bound.text('nome')} label="Nome" hint="Exemplo: Boletim de Serviço" maxLength={100} required />
        <CheckboxList
          {...bound.list('dias')}
          label="Dias da semana com edição"
          hint="Em feriado do órgão não há edição."
          inline
          options={weekdayNames.map((label, day) => ({ value: String(day), label }))}
        />
        <TextField
          {...bound.text('limite')}
          label="Hora limite"
          hint="Depois dela, só a edição seguinte. No boletim vale para o próprio dia; em diário externo, para o dia anterior. Exemplo: 17:00."
          width="short"
          maxLength={5}
        />
        <Select {...bound.text('fuso')} label="Hora local" width="medium" options={timeZones} required />
        <TextField
          {...bound.text('endereco')}
          label="Endereço na internet"
          hint="De diário externo: onde as pessoas o leem."
          maxLength={300}
        />
        <TextArea
          {...bound.text('sem_edicao')}
          label="Outros dias sem edição"
          hint="Além dos feriados do órgão, como recesso e ponto facultativo. Um dia por linha. Exemplo: 31/12/2026."
          rows={3}
          maxLength={8000}
        />
        <Select
          {...bound.text('prazos')}
          label="Prazos que dependem da publicação"
          hint="Nos diários só eletrônicos, a publicação é o primeiro dia útil depois da disponibilização (Lei nº 11.419/2006, art. 4º, § 3º)."
          options={[
            { value: termValues.edition, label: 'Contam do dia da edição' },
            { value: termValues['made-available'], label: 'Contam do primeiro dia útil depois da edição' },
          ]}
        />
        {vehicle?.kind === 'internal' ? null : (
          <>
            <TextField
              {...bound.text('aprova')}
              label="Unidade que aprova e envia"
              hint="De diário externo. Exemplo: GS. Em branco, cada unidade aprova e envia o que é seu."
              width="medium"
              maxLength={60}
            />
            <TextField
              {...bound.text('email')}
              label="E-mail que recebe as matérias"
              hint="De diário externo que recebe por e-mail. Em branco, o texto é levado em arquivo."
              maxLength={254}
            />
          </>
        )}
        <CheckboxList
          {...bound.list('tipos')}
          label="Tipos de documento publicados"
          hint="Só documentos destes tipos, feitos no editor e assinados, podem ser publicados."
          options={props.types.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {vehicle ? (
          <Checkbox
            {...bound.flag('em_uso')}
            label="Em uso"
            hint="Fora de uso, o que foi publicado ou agendado fica, mas nada mais pode ser publicado nele."
          />
        ) : null}
        <FormActions>
          <Button kind="primary" icon="check">
            {vehicle ? 'Salvar' : 'Cadastrar veículo'}
          </Button>
          <LinkButton kind="quiet" href={adminHref(page, path)}>
            Voltar aos veículos
          </LinkButton>
        </FormActions>
      </Form>
    </AdministrationPage>
  )
}

function Where({ fields, problems, agencies, mayAll }: VehicleProps) {
  const bound = bindFields(fields, problems)
  return (
    <>
      <Select
        {...bound.text('especie')}
        label="Espécie"
        width="medium"
        required
        options={[
          { value: 'boletim', label: vehicleKinds.internal },
          { value: 'diario', label: vehicleKinds.external },
        ]}
      />
      <Select
        {...bound.text('orgao')}
        label="Órgão"
        width="medium"
        required
        hint="Cada órgão tem um só boletim em uso."
        options={[
          ...(mayAll ? [{ value: 'todos', label: 'Todos os órgãos' }] : []),
          ...agencies.map(({ id, acronym }) => ({ value: id, label: acronym })),
        ]}
      />
    </>
  )
}
