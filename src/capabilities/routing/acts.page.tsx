import type { FieldProblem } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  errorOf,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  Message,
  type PageContext,
  Select,
  Shell,
} from '../../ui/index.ts'
import type { CaseFile } from '../cases/index.ts'

interface ActPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly caseFiles: readonly CaseFile[]
  readonly problems: readonly (FieldProblem | FormError)[]
}

function breadcrumb({ href, caseFiles }: ActPageProps, title: string) {
  const single = caseFiles.length === 1 ? caseFiles[0] : undefined
  return [
    { label: 'Mesa', href: href('/mesa') },
    ...(single ? [{ label: single.number, href: href(`/processos/${single.digits}`) }] : []),
    { label: title },
  ]
}

function Chosen({ caseFiles }: { caseFiles: readonly CaseFile[] }) {
  return (
    <ul class="chosen-case-files">
      {caseFiles.map((caseFile) => (
        <li key={caseFile.digits}>
          <input type="hidden" name="processo" value={caseFile.digits} />
          <strong class="nowrap">{caseFile.number}</strong> · {caseFile.typeName}
          {caseFile.summary ? <span class="secondary"> · {caseFile.summary}</span> : null}
        </li>
      ))}
    </ul>
  )
}

function back({ href, caseFiles }: ActPageProps): string {
  const single = caseFiles.length === 1 ? caseFiles[0] : undefined
  return single ? href(`/processos/${single.digits}`) : href('/mesa')
}

export function AssignPage(
  props: ActPageProps & {
    readonly people: readonly { readonly id: string; readonly name: string }[]
    readonly to: string
  },
) {
  const title = props.caseFiles.length === 1 ? 'Atribuir processo' : `Atribuir ${props.caseFiles.length} processos`
  return (
    <Shell
      page={props.page}
      title={title}
      width="text"
      breadcrumb={breadcrumb(props, title)}
      hasErrors={props.problems.length > 0}
    >
      <Form {...props.formKeys} action={props.href('/atribuicao')} errors={props.problems}>
        <Chosen caseFiles={props.caseFiles} />
        <Select
          name="pessoa"
          label="Atribuir a"
          hint="Atribuir não impede que outras pessoas da unidade trabalhem no processo."
          emptyLabel="Ninguém (remover a atribuição)"
          value={props.to}
          focused={props.problems.length === 0}
          options={props.people.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorOf(props.problems, 'pessoa')}
        />
        <FormActions>
          <Button kind="primary" icon="assign">
            Atribuir
          </Button>
          <LinkButton kind="quiet" href={back(props)}>
            Voltar sem atribuir
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

export function ConcludePage(props: ActPageProps & { readonly unfinished: readonly string[] }) {
  const many = props.caseFiles.length > 1
  const title = many ? `Concluir ${props.caseFiles.length} processos nesta unidade` : 'Concluir processo nesta unidade'
  return (
    <Shell
      page={props.page}
      title={title}
      width="text"
      breadcrumb={breadcrumb(props, title)}
      hasErrors={props.problems.length > 0}
    >
      <Form {...props.formKeys} action={props.href('/conclusao')} errors={props.problems}>
        <Chosen caseFiles={props.caseFiles} />
        <Message kind="info" title="O que vai acontecer">
          <p>
            {many ? 'Os processos saem' : 'O processo sai'} da mesa desta unidade. Nas outras unidades em que{' '}
            {many ? 'estiverem abertos' : 'estiver aberto'}, nada muda. A unidade pode reabrir a qualquer momento.
          </p>
        </Message>
        {props.unfinished.length > 0 ? (
          <Message kind="warning" title="Confira antes de concluir">
            <ul>
              {props.unfinished.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Message>
        ) : null}
        <FormActions>
          <Button kind="primary" icon="conclude">
            Concluir
          </Button>
          <LinkButton kind="quiet" href={back(props)}>
            Voltar sem concluir
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
