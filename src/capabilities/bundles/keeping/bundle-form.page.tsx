import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
  CheckboxList,
  DateField,
  errorOf,
  Fieldset,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  type PageContext,
  RadioGroup,
  SearchField,
  Select,
  Shell,
  TextField,
} from '../../../ui/index.ts'
import { type AddedGroup, GroupAdded, type GroupChoice, GroupPicker } from '../../groups/index.ts'
import type { BundleGroup } from '../groups/keep-groups.ts'
import type { BundleKind } from '../moves/moves.rules.ts'
import { kindNames, kindWords } from '../words.text.ts'
import type { BundleTyped } from './bundle.form.ts'
import type { UnitChoice } from './find-units.ts'

export interface BundleFormProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  /** Number of the bundle that is changed; undefined for a new one. */
  readonly number: string | undefined
  readonly typed: BundleTyped
  readonly units: readonly UnitChoice[]
  /** Groups of units to choose from. */
  readonly unitGroups: readonly GroupChoice[]
  /** What a group has just brought. */
  readonly added?: AddedGroup | undefined
  readonly groups: readonly BundleGroup[]
  readonly problems: readonly FormError[]
  readonly today: string
}

const kindHints: { readonly [kind in BundleKind]: string } = {
  signature: 'Documentos para assinar, nesta unidade ou em outras.',
  meeting: 'Processos para outras unidades lerem, com as minutas, sem recebê-los.',
  internal: 'Processos que a unidade mantém juntos; só ela vê.',
}

export function BundleFormPage(props: BundleFormProps) {
  const { number, typed, href, problems } = props
  const title = number === undefined ? 'Novo bloco' : `Alterar o bloco ${number}`
  const action = href(number === undefined ? '/blocos/novo' : `/blocos/${number}/dados`)
  const back = href(number === undefined ? `/blocos?tipo=${kindWords[typed.kind].word}` : `/blocos/${number}`)
  return (
    <Shell
      page={props.page}
      title={title}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Blocos', href: href('/blocos') },
        ...(number === undefined ? [] : [{ label: `Bloco ${number}`, href: back }]),
        { label: number === undefined ? 'Novo' : 'Alterar' },
      ]}
    >
      <Form {...props.formKeys} action={action} errors={problems}>
        {typed.documents.map((one) => (
          <input type="hidden" name="documento" value={one} key={one} />
        ))}
        {typed.caseFiles.map((one) => (
          <input type="hidden" name="processo" value={one} key={one} />
        ))}
        {number === undefined ? (
          <RadioGroup
            name="tipo"
            label="Tipo"
            value={kindWords[typed.kind].word}
            options={(Object.keys(kindWords) as BundleKind[]).map((kind) => ({
              value: kindWords[kind].word,
              label: kindNames[kind],
              hint: kindHints[kind],
            }))}
          />
        ) : (
          <input type="hidden" name="tipo" value={kindWords[typed.kind].word} />
        )}
        <TextField
          name="descricao"
          label="Descrição"
          value={typed.description}
          maxLength={250}
          required
          focused={number === undefined && problems.length === 0 && !typed.searching && !props.added}
          error={errorOf(problems, 'descricao')}
        />
        <Select
          name="grupo"
          label="Grupo"
          emptyLabel="Nenhum"
          value={typed.groupId}
          options={props.groups
            .filter(({ id, deactivated }) => !deactivated || id === typed.groupId)
            .map(({ id, name }) => ({ value: id, label: name }))}
          error={errorOf(problems, 'grupo')}
        />
        {number !== undefined && typed.kind === 'internal' ? null : <Destinations {...props} />}
        {number !== undefined && typed.kind !== 'signature' ? null : <Signing {...props} />}
        <FormActions>
          <Button kind="primary" icon="check">
            {number === undefined ? 'Criar bloco' : 'Salvar'}
          </Button>
          <LinkButton kind="quiet" href={back}>
            Voltar sem salvar
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

function Destinations({ typed, units, problems, number, unitGroups, added }: BundleFormProps) {
  const found = typed.searching ? units.find(({ id }) => !typed.destinations.includes(id)) : undefined
  return (
    <Fieldset
      legend="Para que unidades"
      hint={
        number === undefined
          ? 'Sem destino, um bloco de assinatura serve para assinar aqui mesmo. Blocos internos não têm destino.'
          : undefined
      }
    >
      <SearchField
        name="unidade"
        label="Procurar unidade por sigla ou nome"
        value={typed.unitText}
        width="long"
        focused={typed.searching && !found}
      />
      <Button name="procurar" value="sim" icon="search">
        Procurar
      </Button>
      <GroupPicker
        groups={unitGroups}
        label="Ou todas as unidades de um grupo"
        error={errorOf(problems, 'grupo_de_destino')}
      />
      <GroupAdded told={added} />
      {units.length === 0 ? (
        <p>Nenhuma unidade tem esta sigla ou este nome.</p>
      ) : (
        <CheckboxList
          name="destinos"
          label="Unidades de destino"
          values={typed.destinations}
          error={errorOf(problems, 'destinos')}
          options={units.map(({ id, agency, acronym, name }) => ({
            value: id,
            label: `${agency} · ${acronym}`,
            hint: name,
            focused: id === found?.id,
          }))}
        />
      )}
    </Fieldset>
  )
}

function Signing({ typed, units, problems, today }: BundleFormProps) {
  const chosen = units.filter(({ id }) => typed.destinations.includes(id))
  return (
    <Fieldset legend="Como assinar" hint="Só para blocos de assinatura.">
      <Checkbox
        name="em-ordem"
        label="Uma unidade depois da outra"
        hint="Cada unidade recebe o bloco quando a anterior o devolve, na ordem dos destinos."
        checked={typed.inOrder}
      />
      {chosen.length > 1
        ? chosen.map(({ id, acronym }, index) => (
            <TextField
              key={id}
              name={`ordem-${id}`}
              label={`Lugar de ${acronym} na ordem`}
              value={String(index + 1)}
              inputMode="numeric"
              width="short"
            />
          ))
        : null}
      <DateField
        name="prazo"
        label="Assinar até (opcional)"
        hint="O prazo aparece nas listas; nada deixa de funcionar depois dele."
        value={typed.signBy}
        min={today}
        error={errorOf(problems, 'prazo')}
      />
    </Fieldset>
  )
}
