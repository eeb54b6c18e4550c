import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Form,
  FormActions,
  LevelTag,
  Link,
  LinkButton,
  type PageContext,
  RadioGroup,
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
import type { LegalBasisRow } from './legal-bases.queries.ts'

const { path, title } = registers.legalBases

type ListProps = Pick<RegisterPageProps<LegalBasisRow>, 'page' | 'result' | 'asked' | 'list'>

export function LegalBasesPage(props: ListProps) {
  return (
    <RegisterPage<LegalBasisRow>
      {...props}
      title={title}
      path={path}
      newEntry={{ label: 'Nova hipótese', path: `${path}/nova` }}
      searchLabel="Nome ou lei"
      noun={['hipótese legal', 'hipóteses legais']}
      rowKey={({ id }) => id}
      muted={({ active }) => !active}
      columns={[
        {
          key: 'nome',
          header: 'Nome',
          rowHeader: true,
          cell: ({ id, name }) => <Link href={adminHref(props.page, `${path}/${id}`)}>{name}</Link>,
        },
        { key: 'lei', header: 'Lei e artigo', width: 'wide', cell: ({ law }) => law },
        { key: 'nivel', header: 'Nível', cell: ({ level }) => <LevelTag level={level} /> },
        { key: 'situacao', header: 'Situação', cell: ({ active }) => <StateTag active={active} /> },
      ]}
    />
  )
}

interface EntryProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  /** Undefined: a new one. */
  readonly basis: LegalBasisRow | undefined
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly result?: ActResult | undefined
}

export function LegalBasisPage({ page, formKeys, basis, fields, problems, result }: EntryProps) {
  const bound = bindFields(fields, problems)
  return (
    <AdministrationPage
      page={page}
      title={basis?.name ?? 'Nova hipótese legal'}
      trail={[{ label: title, path }]}
      width="text"
      result={result}
      hasErrors={problems.length > 0}
      headingActions={
        basis ? <ActivationLink page={page} register="legalBases" entry={{ ...basis, label: basis.name }} /> : undefined
      }
    >
      <Form {...formKeys} action={adminHref(page, basis ? `${path}/${basis.id}` : path)} errors={problems}>
        <TextField {...bound.text('nome')} label="Nome" required maxLength={150} />
        <TextField
          {...bound.text('lei')}
          label="Lei e artigo"
          hint="Exemplo: Lei nº 12.527/2011, art. 31"
          required
          maxLength={300}
        />
        {basis ? (
          <p>
            Nível: <LevelTag level={basis.level} />. Não muda, porque é o dos processos que citam esta hipótese.
          </p>
        ) : (
          <RadioGroup
            {...bound.text('nivel')}
            label="Nível de acesso"
            required
            options={[
              { value: 'restricted', label: 'Restrito' },
              { value: 'confidential', label: 'Sigiloso' },
            ]}
          />
        )}
        <FormActions>
          <Button kind="primary">Salvar</Button>
          <LinkButton kind="quiet" href={adminHref(page, path)}>
            Voltar às hipóteses legais
          </LinkButton>
        </FormActions>
      </Form>
    </AdministrationPage>
  )
}
