import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  Checkbox,
  DateField,
  EmptyState,
  ErrorSummary,
  Form,
  FormActions,
  Link,
  LinkButton,
  Message,
  type PageContext,
  Stack,
  Table,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { AdministrationPage, adminHref, bindFields } from '../../organization/index.ts'
import type { DocumentType } from '../document-types/document-type.ts'
import { registers } from '../registers/registers.ts'
import type { Arrangement } from './arrange-form.ts'
import { kindNames, sayLimits } from './form-field.text.ts'
import { type FieldKind, type FormField, fieldKinds } from './form-field.ts'

const { path, title } = registers.documentTypes

interface FormPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly type: DocumentType
  readonly arrangement: Arrangement
  readonly problems: readonly string[]
  readonly result?: ActResult | undefined
}

/** The fields of a form in their order, and what is in force. */
export function FormDefinitionPage({ page, formKeys, type, arrangement, problems, result }: FormPageProps) {
  const here = `${path}/${type.id}/formulario`
  const { fields, isBegun, inForce } = arrangement
  return (
    <AdministrationPage
      page={page}
      title={`Formulário de ${type.name}`}
      trail={[
        { label: title, path },
        { label: type.name, path: `${path}/${type.id}` },
      ]}
      result={result}
      hasErrors={problems.length > 0}
      lead={
        inForce
          ? `A versão ${inForce.number} está em uso. Documentos preenchidos com uma versão ficam com ela.`
          : 'O formulário só é oferecido depois de publicado.'
      }
    >
      <Stack gap="large">
        <ErrorSummary errors={problems.map((message) => ({ message }))} />
        {isBegun ? (
          <Message kind="info" title="Há mudanças que ainda não valem">
            <form method="post" action={adminHref(page, `${here}/publicacao`)}>
              <input type="hidden" name="_csrf" value={formKeys.csrf} />
              <input type="hidden" name="_chave" value={`${formKeys.idempotencyKey}-publicacao`} />
              <FormActions>
                <Button kind="primary" icon="check">
                  {`Publicar a versão ${(inForce?.number ?? 0) + 1}`}
                </Button>
              </FormActions>
            </form>
          </Message>
        ) : null}
        <Table<FormField>
          id="campos"
          caption="Campos, na ordem em que são preenchidos"
          rows={fields}
          rowKey={({ key }) => key}
          empty={<EmptyState title="O formulário ainda não tem campos" icon="list" />}
          columns={[
            {
              key: 'rotulo',
              header: 'Campo',
              rowHeader: true,
              width: 'wide',
              cell: ({ key, label }) => <Link href={adminHref(page, `${here}/campos/${key}`)}>{label}</Link>,
            },
            { key: 'especie', header: 'Espécie', cell: ({ kind }) => kindNames[kind].name },
            { key: 'limites', header: 'Limites', cell: (field) => sayLimits(field) || 'Nenhum' },
            { key: 'chave', header: 'Nome nos dados', cell: ({ key }) => <code>{key}</code> },
            {
              key: 'atos',
              header: 'Ordem',
              cell: (field) => <Moves {...{ page, formKeys, field }} action={`${here}/campos/${field.key}/lugar`} />,
            },
          ]}
        />
        <Card title="Novo campo">
          <ul class="choice-list">
            {fieldKinds.map((kind) => (
              <li key={kind}>
                <Link href={adminHref(page, `${here}/campos/novo?especie=${kind}`)}>{kindNames[kind].name}</Link>
                <span class="secondary"> {kindNames[kind].hint}</span>
              </li>
            ))}
          </ul>
        </Card>
      </Stack>
    </AdministrationPage>
  )
}

type MovesProps = Pick<FormPageProps, 'page' | 'formKeys'> & { field: FormField; action: string }

function Moves({ page, formKeys, field, action }: MovesProps) {
  return (
    <form method="post" action={adminHref(page, action)}>
      <input type="hidden" name="_csrf" value={formKeys.csrf} />
      <input type="hidden" name="_chave" value={`${formKeys.idempotencyKey}-${field.key}`} />
      <Button small kind="quiet" icon="arrowUp" name="para" value="cima">
        Subir<span class="visually-hidden"> {field.label}</span>
      </Button>
      <Button small kind="quiet" icon="arrowDown" name="para" value="baixo">
        Descer<span class="visually-hidden"> {field.label}</span>
      </Button>
      <Button small kind="quiet" icon="remove" name="para" value="fora">
        Retirar<span class="visually-hidden"> {field.label}</span>
      </Button>
    </form>
  )
}

interface FieldPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly type: DocumentType
  readonly kind: FieldKind
  /** Undefined: a new one. */
  readonly field: FormField | undefined
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** One field of a form, with what its kind may ask for. */
export function FormFieldPage({ page, formKeys, type, kind, field, fields, problems }: FieldPageProps) {
  const bound = bindFields(fields, problems)
  const here = `${path}/${type.id}/formulario`
  return (
    <AdministrationPage
      page={page}
      title={field ? `Campo “${field.label}”` : `Novo campo: ${kindNames[kind].name}`}
      trail={[
        { label: title, path },
        { label: type.name, path: `${path}/${type.id}` },
        { label: 'Formulário', path: here },
      ]}
      width="text"
      hasErrors={problems.length > 0}
    >
      <Form {...formKeys} action={adminHref(page, `${here}/campos${field ? `/${field.key}` : ''}`)} errors={problems}>
        <input type="hidden" name="especie" value={kind} />
        <TextField {...bound.text('rotulo')} label="Rótulo" required maxLength={150} />
        {kind === 'information' ? (
          <TextArea {...bound.text('texto')} label="Texto da informação" required rows={4} maxLength={2000} />
        ) : (
          <>
            <TextField {...bound.text('dica')} label="Dica" hint="Aparece junto do campo." maxLength={250} />
            <Checkbox
              {...bound.flag('obrigatorio')}
              label="Obrigatório"
              hint={kind === 'flag' ? 'Só se conclui com a caixa marcada.' : undefined}
            />
          </>
        )}
        <Limits kind={kind} bound={bound} />
        <FormActions>
          <Button kind="primary" icon="check">
            Salvar o campo
          </Button>
          <LinkButton kind="quiet" href={adminHref(page, here)}>
            Voltar ao formulário
          </LinkButton>
        </FormActions>
      </Form>
    </AdministrationPage>
  )
}

function Limits({ kind, bound }: { kind: FieldKind; bound: ReturnType<typeof bindFields> }) {
  switch (kind) {
    case 'short-text':
    case 'long-text':
      return (
        <TextField
          {...bound.text('caracteres')}
          label="No máximo de caracteres"
          hint={kind === 'short-text' ? 'Até 500; vazio, 500.' : 'Até 20.000; vazio, 20.000.'}
          inputMode="numeric"
          width="short"
        />
      )
    case 'masked-text':
      return (
        <TextField
          {...bound.text('mascara')}
          label="Máscara"
          required
          hint="9 é um algarismo, A uma letra, * um dos dois; o resto fica como está. CEP: 99999-999."
          width="medium"
          maxLength={50}
        />
      )
    case 'integer':
    case 'decimal':
    case 'money':
      return (
        <>
          {kind === 'decimal' ? (
            <TextField {...bound.text('casas')} label="Casas decimais" required inputMode="numeric" width="short" />
          ) : null}
          <TextField {...bound.text('minimo')} label="Menor valor" width="short" maxLength={30} />
          <TextField {...bound.text('maximo')} label="Maior valor" width="short" maxLength={30} />
        </>
      )
    case 'date':
      return (
        <>
          <DateField {...bound.text('minimo')} label="Primeira data" />
          <DateField {...bound.text('maximo')} label="Última data" />
        </>
      )
    case 'list':
    case 'options':
      return <TextArea {...bound.text('opcoes')} label="Opções" required hint="Uma por linha." rows={8} />
    default:
      return null
  }
}
