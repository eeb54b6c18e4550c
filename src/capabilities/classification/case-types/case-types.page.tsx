import { Checkbox, CheckboxList, Fieldset, RadioGroup, Select, TextArea, TextField } from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { EntryForm, EntryFrame, type EntryPageProps } from '../registers/entry.page.tsx'
import { type ListProps, RegisterList } from '../registers/register-list.page.tsx'
import { levels } from './case-type.rules.ts'
import type { CaseTypeRow, FormChoices } from './case-types.queries.ts'
import { levelNames } from './case-types.text.ts'

export function CaseTypesPage(props: ListProps<CaseTypeRow>) {
  return (
    <RegisterList
      {...props}
      register="caseTypes"
      newEntry={['Novo tipo', 'novo']}
      searchLabel="Nome ou descrição"
      noun={['tipo', 'tipos']}
      named={{ key: 'nome', header: 'Nome', width: 'wide', cell: ({ name }) => name }}
      columns={[
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
      ]}
    />
  )
}

function whoOpens({ agencyIds, unitLabels, internal }: CaseTypeRow): string {
  if (internal) return 'Só o sistema'
  return agencyIds.length + unitLabels.length === 0 ? 'Todas as unidades' : 'Algumas unidades'
}

interface EntryProps extends EntryPageProps {
  /** Undefined: a new one. */
  readonly type: CaseTypeRow | undefined
  readonly bases: FormChoices['bases']
  readonly agencies: readonly { readonly id: string; readonly acronym: string; readonly name: string }[]
}

export function CaseTypePage(props: EntryProps) {
  const { type, fields, problems } = props
  const bound = bindFields(fields, problems)
  return (
    <EntryFrame
      {...props}
      register="caseTypes"
      entry={type && { ...type, label: type.name }}
      title={type?.name ?? 'Novo tipo de processo'}
    >
      <EntryForm {...props} register="caseTypes" entry={type} back="Voltar aos tipos de processo">
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
      </EntryForm>
    </EntryFrame>
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
