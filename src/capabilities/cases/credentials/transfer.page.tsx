import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  EmptyState,
  errorOf,
  Form,
  FormActions,
  formatCount,
  LinkButton,
  type PageContext,
  PasswordField,
  RadioGroup,
  SearchField,
  SearchForm,
  Shell,
  Stack,
} from '../../../ui/index.ts'
import type { HolderCandidate } from './read-credentials.ts'

interface TransferPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly deskHref: string
  readonly listHref: string
  readonly action: string
  readonly caseFiles: readonly { readonly number: string; readonly digits: string }[]
  readonly text: string
  readonly candidates: readonly HolderCandidate[]
  readonly to: string
  readonly problems: readonly FieldProblem[]
}

/** Who gets credentials to the chosen case files: first the person is looked for, then chosen, with the password. */
export function TransferPage(props: TransferPageProps) {
  const { caseFiles, text, candidates, problems, listHref } = props
  return (
    <Shell
      page={props.page}
      title="Transferir credenciais"
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: props.deskHref },
        { label: 'Processos com credencial', href: listHref },
        { label: 'Transferir credenciais' },
      ]}
      lead="Quem recebe passa a poder abrir os processos, que aparecem na mesa da unidade escolhida. A sua credencial continua em vigor."
    >
      {caseFiles.length === 0 ? (
        <EmptyState title="Nenhum processo escolhido" icon="confidential">
          <p>Marque um ou mais processos na lista de processos com credencial e tente de novo.</p>
          <LinkButton href={listHref}>Voltar à lista</LinkButton>
        </EmptyState>
      ) : (
        <Stack gap="large">
          <SearchForm action={props.action} label="Pesquisa de pessoas">
            {caseFiles.map(({ digits }) => (
              <input key={digits} type="hidden" name="processo" value={digits} />
            ))}
            <SearchField name="pessoa" label="Nome ou usuário da pessoa" value={text} />
            <Button icon="search">Procurar</Button>
          </SearchForm>
          {text !== '' && candidates.length === 0 ? (
            <EmptyState title="Ninguém encontrado" icon="person">
              <p>Confira o nome. Só aparecem outras pessoas, com permissão em alguma unidade.</p>
            </EmptyState>
          ) : null}
          {candidates.length > 0 || problems.length > 0 ? <Choosing {...props} /> : null}
        </Stack>
      )}
    </Shell>
  )
}

function Choosing({ formKeys, action, caseFiles, text, candidates, to, problems, listHref }: TransferPageProps) {
  return (
    <Form {...formKeys} action={action} id="transferencia" errors={problems}>
      <p>{formatCount(caseFiles.length, 'processo escolhido', 'processos escolhidos')}:</p>
      <ul class="chosen-case-files">
        {caseFiles.map(({ digits, number }) => (
          <li key={digits}>
            <input type="hidden" name="processo" value={digits} />
            <strong class="nowrap">{number}</strong>
          </li>
        ))}
      </ul>
      <input type="hidden" name="pessoa" value={text} />
      <RadioGroup
        name="destino"
        label="Quem recebe as credenciais"
        required
        value={to}
        options={candidates.map(({ accountId, unitId, name, login, agencyAcronym, unitAcronym }) => ({
          value: `${accountId}-${unitId}`,
          label: `${name} (${login})`,
          hint: `${agencyAcronym} – ${unitAcronym}`,
        }))}
        error={errorOf(problems, 'destino')}
      />
      <PasswordField name="senha" label="Sua senha" required error={errorOf(problems, 'senha')} />
      <FormActions>
        <Button kind="primary" icon="key">
          Transferir
        </Button>
        <LinkButton kind="quiet" href={listHref}>
          Voltar sem transferir
        </LinkButton>
      </FormActions>
    </Form>
  )
}
