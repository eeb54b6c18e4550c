import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
  CheckboxList,
  Fieldset,
  Form,
  FormActions,
  Link,
  LinkButton,
  type PageContext,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import {
  AdministrationPage,
  adminHref,
  bindFields,
  RegisterPage,
  type RegisterPageProps,
  StateTag,
} from '../../organization/index.ts'
import { ActivationLink } from '../registers/register.page.tsx'
import { registers } from '../registers/registers.ts'
import { levels } from './case-type.rules.ts'
import type { CaseTypeRow, FormChoices } from './case-types.queries.ts'
import { levelNames } from './case-types.text.ts'

const { path, title } = registers.caseTypes

type ListProps = Pick<RegisterPageProps<CaseTypeRow>, 'page' | 'result' | 'asked' | 'list'>

export function CaseTypesPage(props: ListProps) {
  return (
    <RegisterPage<CaseTypeRow>
      {...props}
      title={title}
      path={path}
      newEntry={{ label: 'Novo tipo', path: `${path}/novo` }}
      searchLabel="Nome ou descrição"
      noun={['tipo', 'tipos']}
      rowKey={({ id }) => id}
      muted={({ active }) => !active}
      columns={[
        {
          key: 'nome',
          header: 'Nome',
          rowHeader: true,
          width: 'wide',
          cell: ({ id, name }) => <Link href={adminHref(props.page, `${path}/${id}`)}>{name}</Link>,
        },
        {
          key: 'niveis',
          header: 'Níveis permitidos',
          cell: ({ allowedLevels }) =>
            levels
              .filter((level) => allowedLevels.includes(level))
              .map((level) => levelNames[level])
              .join(', '),
        },
        { key: 'classes', header: 'Classes', cell: ({ classCodes }) => classCodes.join(', ') },
        { key: 'onde', header: 'Quem abre', cell: whoOpens },
        { key: 'situacao', header: 'Situação', cell: ({ active }) => <StateTag active={active} /> },
      ]}
    />
  )
}

function whoOpens({ agencyIds, unitLabels, internal }: CaseTypeRow): string {
  if (internal) return 'Só o sistema'
  return agencyIds.length + unitLabels.length === 0 ? 'Todas as unidades' : 'Algumas unidades'
}

interface EntryProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  /** Undefined: a new one. */
  readonly type: CaseTypeRow | undefined
  readonly bases: FormChoices['bases']
  readonly agencies: readonly { readonly id: string; readonly acronym: string; readonly name: string }[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly result?: ActResult | undefined
}

export function CaseTypePage(props: EntryProps) {
  const { page, formKeys, type, fields, problems } = props
  const bound = bindFields(fields, problems)
  return (
    <AdministrationPage
      page={page}
      title={type?.name ?? 'Novo tipo de processo'}
      trail={[{ label: title, path }]}
      width="text"
      result={props.result}
      hasErrors={problems.length > 0}
      headingActions={
        type ? <ActivationLink page={page} register="caseTypes" entry={{ ...type, label: type.name }} /> : undefined
      }
    >
      <Form {...formKeys} action={adminHref(page, type ? `${path}/${type.id}` : path)} errors={problems}>
        <TextField
          {...bound.text('nome')}
          label="Nome"
          hint="No singular, com o grupo na frente. Exemplo: Pessoal: Férias"
          required
          maxLength={150}
        />
        <TextArea {...bound.text('descricao')} label="Descrição" rows={2} maxLength={1000} />
        <Levels {...props} bound={bound} />
        <TextArea
          {...bound.text('classes')}
          label="Classes sugeridas"
          hint="Um código por linha, como 010.1. Quem abre o processo pode mudar."
          required
          rows={3}
        />
        <Checkbox
          {...bound.flag('um_por_interessado')}
          label="Um só processo por interessado"
          hint="Para assentamentos e semelhantes: quem tentar abrir o segundo é levado ao que já existe."
        />
        <WhoOpens {...props} bound={bound} />
        <FormActions>
          <Button kind="primary">Salvar</Button>
          <LinkButton kind="quiet" href={adminHref(page, path)}>
            Voltar aos tipos de processo
          </LinkButton>
        </FormActions>
      </Form>
    </AdministrationPage>
  )
}

type Bound = ReturnType<typeof bindFields>

function Levels({ bound, bases, type }: EntryProps & { bound: Bound }) {
  const options = levels.map((level) => ({ value: level, label: levelNames[level] }))
  const offered = bases.filter(({ active, id }) => active || id === type?.suggestedLegalBasisId)
  return (
    <Fieldset legend="Acesso">
      <CheckboxList {...bound.list('niveis')} label="Níveis permitidos" inline options={options} />
      <RadioGroup {...bound.text('nivel_sugerido')} label="Nível sugerido" inline options={options} />
      <Select
        {...bound.text('hipotese')}
        label="Hipótese legal sugerida"
        hint="Do mesmo nível que o sugerido; vazia se ele é público."
        emptyLabel="Nenhuma"
        options={offered.map(({ id, name, law, level }) => ({
          value: id,
          label: `${name} (${law})`,
          group: levelNames[level],
        }))}
      />
    </Fieldset>
  )
}

function WhoOpens({ bound, agencies }: EntryProps & { bound: Bound }) {
  return (
    <Fieldset
      legend="Quem abre"
      hint="Nada marcado nem escrito: todas as unidades. Aberto, o processo vai a qualquer unidade."
    >
      <CheckboxList
        {...bound.list('orgaos')}
        label="Só estes órgãos"
        options={agencies.map(({ id, acronym, name }) => ({ value: id, label: `${acronym} – ${name}` }))}
      />
      <TextArea
        {...bound.text('unidades')}
        label="Só estas unidades"
        hint="Uma sigla por linha; havendo homônimas, com o órgão: GS (SET/RN)"
        rows={3}
      />
      <Checkbox
        {...bound.flag('interno')}
        label="Só o sistema abre"
        hint="O tipo não é oferecido a ninguém; serve a processos criados automaticamente."
      />
    </Fieldset>
  )
}
