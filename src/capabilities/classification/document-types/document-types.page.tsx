import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  Checkbox,
  Form,
  FormActions,
  Link,
  LinkButton,
  type PageContext,
  RadioGroup,
  Stack,
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
import type { DocumentType } from './document-type.ts'
import type { DocumentTypeRow } from './document-types.queries.ts'
import { appliesToNames, numberingNames } from './document-types.text.ts'

const { path, title } = registers.documentTypes

type ListProps = Pick<RegisterPageProps<DocumentTypeRow>, 'page' | 'result' | 'asked' | 'list'>

export function DocumentTypesPage(props: ListProps) {
  return (
    <RegisterPage<DocumentTypeRow>
      {...props}
      title={title}
      path={path}
      newEntry={{ label: 'Novo tipo', path: `${path}/novo` }}
      searchLabel="Nome, grupo ou descrição"
      noun={['tipo', 'tipos']}
      rowKey={({ id }) => id}
      muted={({ active }) => !active}
      columns={[
        {
          key: 'nome',
          header: 'Nome',
          rowHeader: true,
          cell: ({ id, name }) => <Link href={adminHref(props.page, `${path}/${id}`)}>{name}</Link>,
        },
        { key: 'grupo', header: 'Grupo', cell: ({ category }) => category || 'Nenhum' },
        { key: 'aplicacao', header: 'Documentos', cell: ({ appliesTo }) => appliesToNames[appliesTo] },
        { key: 'numeracao', header: 'Numeração', cell: ({ numbering }) => numberingNames[numbering] },
        { key: 'modelo', header: 'Modelo', cell: templateOf },
        { key: 'situacao', header: 'Situação', cell: ({ active }) => <StateTag active={active} /> },
      ]}
    />
  )
}

function templateOf({ hasTemplate, appliesTo }: DocumentTypeRow): string {
  if (appliesTo === 'uploaded') return 'Não se aplica'
  return hasTemplate ? 'Próprio' : 'O geral'
}

interface EntryProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  /** Undefined: a new one. */
  readonly type: DocumentType | undefined
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly result?: ActResult | undefined
}

export function DocumentTypePage(props: EntryProps) {
  const { page, type, problems } = props
  return (
    <AdministrationPage
      page={page}
      title={type?.name ?? 'Novo tipo de documento'}
      trail={[{ label: title, path }]}
      width="text"
      result={props.result}
      hasErrors={problems.length > 0}
      headingActions={
        type ? <ActivationLink page={page} register="documentTypes" entry={{ ...type, label: type.name }} /> : undefined
      }
    >
      <Stack gap="large">
        {type ? <ModelAndNumbers page={page} type={type} /> : null}
        {type ? (
          <Card title="Dados">
            <DocumentTypeForm {...props} />
          </Card>
        ) : (
          <DocumentTypeForm {...props} />
        )}
      </Stack>
    </AdministrationPage>
  )
}

function ModelAndNumbers({ page, type }: { page: PageContext; type: DocumentType }) {
  if (type.appliesTo === 'uploaded') return null
  const at = (noun: string) => adminHref(page, `${path}/${type.id}/${noun}`)
  return (
    <Card title="Modelo e numeração">
      <p>
        {type.template
          ? 'Documentos deste tipo começam pelo modelo dele.'
          : 'Sem modelo próprio, documentos deste tipo começam pelo modelo geral: timbre, título e corpo vazio.'}
      </p>
      <FormActions>
        <LinkButton href={at('modelo')} icon="edit">
          {type.template ? 'Mudar o modelo' : 'Criar um modelo'}
        </LinkButton>
        {type.appliesTo === 'form' ? (
          <LinkButton href={at('formulario')} icon="list">
            Campos do formulário
          </LinkButton>
        ) : null}
        {type.numbering === 'none' ? null : (
          <LinkButton href={at('numeracao')} icon="list">
            Ver e ajustar a numeração
          </LinkButton>
        )}
      </FormActions>
    </Card>
  )
}

function DocumentTypeForm({ page, formKeys, type, fields, problems }: EntryProps) {
  const bound = bindFields(fields, problems)
  const choices = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }))
  return (
    <Form {...formKeys} action={adminHref(page, type ? `${path}/${type.id}` : path)} errors={problems}>
      <TextField {...bound.text('nome')} label="Nome" hint="No singular: Ofício" required maxLength={120} />
      <TextField {...bound.text('grupo')} label="Grupo" maxLength={80} width="medium" />
      <TextArea {...bound.text('descricao')} label="Descrição" rows={2} maxLength={1000} />
      <RadioGroup {...bound.text('aplicacao')} label="Serve a documentos" options={choices(appliesToNames)} />
      <RadioGroup
        {...bound.text('numeracao')}
        label="Numeração"
        hint="Mudada, vale para os próximos documentos; os que têm número ficam com ele."
        options={choices(numberingNames)}
      />
      <RadioGroup
        {...bound.text('momento')}
        label="Quando o número é dado"
        options={[
          { value: 'creation', label: 'Ao criar o documento' },
          {
            value: 'signature',
            label: 'Na primeira assinatura',
            hint: 'Evita números gastos com minutas que ninguém assina.',
          },
        ]}
      />
      <Checkbox
        {...bound.flag('interno')}
        label="Só o sistema cria"
        hint="O tipo não é oferecido a ninguém; serve a documentos criados automaticamente."
      />
      <FormActions>
        <Button kind="primary">Salvar</Button>
        <LinkButton kind="quiet" href={adminHref(page, path)}>
          Voltar aos tipos de documento
        </LinkButton>
      </FormActions>
    </Form>
  )
}
