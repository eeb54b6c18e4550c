import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  Card,
  CheckboxList,
  type Crumb,
  errorOf,
  FileField,
  type Flash,
  Form,
  FormActions,
  Link,
  LinkButton,
  type PageContext,
  Shell,
  Stack,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { bindFields } from '../organization/index.ts'
import type { VersionRow } from './guide.queries.ts'

const root = '/base-de-conhecimento'

interface WriteProps {
  readonly page: PageContext
  readonly breadcrumb: readonly Crumb[]
  readonly href: (path: string) => string
  readonly flash?: Flash | undefined
  readonly formKeys: FormKeys
  /** The version in the making; undefined: a new guide. */
  readonly guide: VersionRow | undefined
  /** Whether an older version is released meanwhile. */
  readonly hasReleased: boolean
  readonly types: readonly { readonly id: string; readonly name: string }[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** A guide in the making: its text, its types, its attachments, and its release. */
export function WriteGuidePage(props: WriteProps) {
  const { page, guide, fields, problems, href, formKeys } = props
  const bound = bindFields(fields, problems)
  const at = (part: string) => href(`${root}/${guide?.id ?? ''}${part}`)
  const keysFor = (form: string) => ({ ...formKeys, idempotencyKey: `${formKeys.idempotencyKey}-${form}` })
  return (
    <Shell
      page={page}
      title={guide ? `Em elaboração: ${guide.title}` : 'Novo procedimento'}
      breadcrumb={props.breadcrumb}
      flash={props.flash}
      width="text"
      hasErrors={problems.length > 0}
      lead={
        props.hasReleased ? <p>As outras unidades leem a versão liberada até que esta seja liberada.</p> : undefined
      }
    >
      <Stack gap="large">
        <Form {...formKeys} action={guide ? at('/elaboracao') : href(root)} errors={problems}>
          <TextField {...bound.text('titulo')} label="Título" required maxLength={200} />
          <CheckboxList
            {...bound.list('tipos')}
            label="Tipos de processo"
            required
            options={props.types.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextArea
            {...bound.text('texto')}
            label="Texto"
            required
            rows={20}
            hint="# título, ## subtítulo, **negrito**, *itálico*, - lista, 1. passos numerados; uma linha em branco separa parágrafos."
          />
          <FormActions>
            <Button kind="primary" icon="check">
              Salvar
            </Button>
            <LinkButton kind="quiet" href={href(`${root}?lista=minha`)}>
              Voltar à minha base
            </LinkButton>
          </FormActions>
        </Form>
        {guide ? (
          <>
            <Card title="Anexos em PDF" icon="attach">
              {guide.attachments.length > 0 ? (
                <Form {...keysFor('retirada')} action={at('/anexos/retirada')}>
                  <ul>
                    {guide.attachments.map(({ id, fileName }) => (
                      <li key={id}>
                        <Link href={at(`/anexos/${id}`)}>{fileName}</Link>{' '}
                        <Button small kind="quiet" icon="remove" name="anexo" value={id}>
                          Retirar<span class="visually-hidden"> {fileName}</span>
                        </Button>
                      </li>
                    ))}
                  </ul>
                </Form>
              ) : null}
              <Form {...keysFor('anexo')} action={at('/anexos')} multipart>
                <FileField
                  name="anexo"
                  label="Incluir um PDF"
                  accept=".pdf,application/pdf"
                  limits="PDF, até 20 MB."
                  error={errorOf(problems, 'anexo')}
                />
                <FormActions>
                  <Button icon="upload">Incluir o anexo</Button>
                </FormActions>
              </Form>
            </Card>
            <Card title="Situação" icon="send">
              <Form {...keysFor('situacao')} action={at('/situacao')}>
                <p>Liberado, o procedimento aparece para todas as unidades, como foi salvo.</p>
                <FormActions>
                  <Button icon="send" name="ato" value="liberar">
                    Liberar
                  </Button>
                  {props.hasReleased ? (
                    <Button icon="cancel" name="ato" value="descartar-versao">
                      Descartar esta versão
                    </Button>
                  ) : null}
                  <LinkButton kind="quiet" icon="remove" href={at('/exclusao')}>
                    Excluir o procedimento
                  </LinkButton>
                </FormActions>
              </Form>
            </Card>
          </>
        ) : null}
      </Stack>
    </Shell>
  )
}
