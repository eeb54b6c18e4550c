import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
  Form,
  FormActions,
  Link,
  LinkButton,
  type PageContext,
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
import type { ConferenceKindRow } from './conference-kinds.queries.ts'

const { path, title } = registers.conferenceKinds

type ListProps = Pick<RegisterPageProps<ConferenceKindRow>, 'page' | 'result' | 'asked' | 'list'>

export function ConferenceKindsPage(props: ListProps) {
  return (
    <RegisterPage<ConferenceKindRow>
      {...props}
      title={title}
      lead="De que original veio a cópia digitalizada: quem inclui um documento escaneado escolhe uma."
      path={path}
      newEntry={{ label: 'Nova espécie', path: `${path}/nova` }}
      searchLabel="Nome"
      noun={['espécie', 'espécies']}
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
        { key: 'autenticavel', header: 'Pode ser autenticada', cell: (row) => (row.certifiable ? 'Sim' : 'Não') },
        { key: 'situacao', header: 'Situação', cell: ({ active }) => <StateTag active={active} /> },
      ]}
    />
  )
}

interface EntryProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  /** Undefined: a new one. */
  readonly kind: ConferenceKindRow | undefined
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly result?: ActResult | undefined
}

export function ConferenceKindPage({ page, formKeys, kind, fields, problems, result }: EntryProps) {
  const bound = bindFields(fields, problems)
  return (
    <AdministrationPage
      page={page}
      title={kind?.name ?? 'Nova espécie de conferência'}
      trail={[{ label: title, path }]}
      width="text"
      result={result}
      hasErrors={problems.length > 0}
      headingActions={
        kind ? (
          <ActivationLink page={page} register="conferenceKinds" entry={{ ...kind, label: kind.name }} />
        ) : undefined
      }
    >
      <Form {...formKeys} action={adminHref(page, kind ? `${path}/${kind.id}` : path)} errors={problems}>
        <TextField
          {...bound.text('nome')}
          label="Nome"
          hint="Exemplo: Cópia autenticada por cartório"
          required
          maxLength={120}
        />
        <Checkbox
          {...bound.flag('autenticavel')}
          label="A cópia pode ser autenticada"
          hint="Marque se quem a digitaliza teve o original, ou cópia com fé pública, diante de si."
        />
        <FormActions>
          <Button kind="primary">Salvar</Button>
          <LinkButton kind="quiet" href={adminHref(page, path)}>
            Voltar às espécies
          </LinkButton>
        </FormActions>
      </Form>
    </AdministrationPage>
  )
}
