import type { FieldProblem } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
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
  LevelTag,
  LinkButton,
  Message,
  type PageContext,
  SearchField,
  Select,
  Shell,
  TextField,
} from '../../ui/index.ts'
import type { CaseFile } from '../cases/index.ts'
import { countingOptions } from '../deadlines/index.ts'
import { type AddedGroup, GroupAdded, type GroupChoice, GroupPicker } from '../groups/index.ts'
import type { UnitChoice } from './routing.queries.ts'
import type { SendTyped } from './send-case-file.form.ts'

export interface SendPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly caseFiles: readonly CaseFile[]
  readonly units: readonly UnitChoice[]
  readonly typed: SendTyped
  readonly problems: readonly (FieldProblem | { field?: undefined; message: string })[]
  /** Documents of this unit that would go without a signature (PRO-128). */
  readonly unsigned: readonly string[]
  /** The unit has a note on one of them. */
  readonly hasNote: boolean
  readonly tomorrow: string
  readonly groups: readonly GroupChoice[]
  /** What a group has just brought. */
  readonly added: AddedGroup | undefined
  /** After looking for units: the one where the focus goes, or `none` when the words brought nothing new. */
  readonly focused: string | undefined
}

export function SendPage(props: SendPageProps) {
  const { page, href, caseFiles, typed } = props
  const single = caseFiles.length === 1 ? caseFiles[0] : undefined
  const problems: readonly FormError[] = props.problems
  // It begins with what must be known before; where a search or a group brought the page anew, with what they brought.
  const fresh = problems.length === 0 && !props.focused && !props.added
  const title = single ? 'Enviar processo' : `Enviar ${caseFiles.length} processos`
  return (
    <Shell
      page={page}
      title={title}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        ...(single ? [{ label: single.number, href: href(`/processos/${single.digits}`) }] : []),
        { label: title },
      ]}
    >
      <Form {...props.formKeys} action={href('/envio')} errors={problems}>
        <CaseFilesToSend caseFiles={caseFiles} />
        {props.unsigned.length > 0 ? (
          <Message kind="warning" title="Há documentos sem assinatura" focused={fresh}>
            <p>
              Quem receber o processo verá que estas minutas existem, mas não o texto delas, enquanto não forem
              assinadas:
            </p>
            <ul>
              {props.unsigned.map((label) => (
                <li key={label}>{label}</li>
              ))}
            </ul>
          </Message>
        ) : null}
        <Fieldset legend="Para onde enviar">
          <SearchField
            name="unidade"
            label="Procurar unidade por sigla ou nome"
            value={typed.unitText}
            width="long"
            hint={props.focused === 'none' ? 'Nenhuma outra unidade tem esta sigla ou este nome.' : undefined}
            focused={props.focused === 'none' || (fresh && props.unsigned.length === 0)}
          />
          <Button name="procurar" value="sim" icon="search" kind="secondary">
            Procurar
          </Button>
          <GroupPicker
            groups={props.groups}
            label="Ou todas as unidades de um grupo"
            error={errorOf(problems, 'grupo_de_destino')}
          />
          <GroupAdded told={props.added} />
          <UnitChoices {...props} />
        </Fieldset>
        <Checkbox
          name="manter"
          label="Manter o processo aberto nesta unidade"
          hint="Sem isso, ele sai da mesa e pode ser reaberto depois."
          checked={typed.keepOpen}
          error={errorOf(problems, 'manter')}
        />
        <ReturnFields {...props} />
        <DateField
          name="reabertura"
          label="Reabrir nesta unidade em (opcional)"
          hint="Só se o processo não ficar aberto aqui: no dia marcado, ele volta à mesa sozinho."
          value={typed.reopenOn}
          min={props.tomorrow}
          error={errorOf(problems, 'reabertura')}
        />
        <Checkbox name="avisar" label="Avisar as unidades por e-mail" checked={typed.notify} />
        {props.hasNote ? (
          <Checkbox
            name="remover_anotacao"
            label="Remover a anotação desta unidade"
            hint="A anotação nunca segue com o processo; se ficar, reaparece quando ele voltar."
            checked={typed.removeNote}
          />
        ) : null}
        <FormActions>
          <Button kind="primary" icon="send">
            Enviar
          </Button>
          <LinkButton kind="quiet" href={single ? href(`/processos/${single.digits}`) : href('/mesa')}>
            Voltar sem enviar
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

function ReturnFields({ typed, problems, tomorrow }: SendPageProps) {
  const errors: readonly FormError[] = problems
  return (
    <Fieldset
      legend="Retorno programado (opcional)"
      hint="Cada unidade de destino verá este prazo para devolver o processo. Informe um dia ou um número de dias a partir de hoje."
    >
      <DateField
        name="retorno"
        label="Retorno até"
        value={typed.returnDue}
        min={tomorrow}
        error={errorOf(errors, 'retorno')}
      />
      <TextField
        name="retorno-dias"
        label="Ou em quantos dias"
        inputMode="numeric"
        width="short"
        maxLength={4}
        value={typed.returnDays}
        error={errorOf(errors, 'retorno-dias')}
      />
      <Select
        name="retorno-contagem"
        label="Contados em"
        width="long"
        value={typed.returnCounting}
        options={countingOptions}
        error={errorOf(errors, 'retorno-contagem')}
      />
    </Fieldset>
  )
}

function CaseFilesToSend({ caseFiles }: { caseFiles: readonly CaseFile[] }) {
  return (
    <ul class="chosen-case-files">
      {caseFiles.map((caseFile) => (
        <li key={caseFile.digits}>
          <input type="hidden" name="processo" value={caseFile.digits} />
          <strong class="nowrap">{caseFile.number}</strong> · {caseFile.typeName}
          {caseFile.summary ? <span class="secondary"> · {caseFile.summary}</span> : null}{' '}
          <LevelTag level={caseFile.effectiveLevel} unlessPublic />
        </li>
      ))}
    </ul>
  )
}

function UnitChoices({ units, typed, problems, focused }: SendPageProps) {
  // The field of the search says already that there is none.
  if (units.length === 0) return focused === 'none' ? null : <p>Nenhuma unidade tem esta sigla ou este nome.</p>
  return (
    <CheckboxList
      name="destinos"
      label="Unidades de destino"
      hint={focused ? tellChosen(units, typed) : 'Se o processo já passou por outras unidades, elas vêm primeiro.'}
      values={[...typed.to]}
      error={errorOf(problems as readonly FormError[], 'destinos')}
      options={units.map((unit) => ({
        value: unit.id,
        label: `${unit.agency} · ${unit.acronym}`,
        hint: unit.name,
        focused: unit.id === focused,
      }))}
    />
  )
}

/** What is already chosen: said anew, since the page came anew. */
function tellChosen(units: readonly UnitChoice[], { to }: SendTyped): string {
  const chosen = units.filter(({ id }) => to.includes(id)).map(({ acronym }) => acronym)
  return chosen.length === 0 ? 'Marque as unidades de destino.' : `Marcadas: ${chosen.join(', ')}.`
}
