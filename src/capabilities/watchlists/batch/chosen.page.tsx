import type { ComponentChildren } from 'preact'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Form,
  FormActions,
  type FormError,
  type IconName,
  LevelTag,
  LinkButton,
  Message,
  type PageContext,
  Shell,
} from '../../../ui/index.ts'
import type { CaseFile } from '../../cases/index.ts'

export interface ChosenPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly caseFiles: readonly CaseFile[]
  readonly problems: readonly FormError[]
}

interface FrameProps extends ChosenPageProps {
  /** For one case file; many are counted behind it: `Anotação em 3 processos`. */
  readonly title: string
  readonly path: string
  readonly submit: { readonly label: string; readonly icon: IconName; readonly value?: string } | undefined
  readonly second?: { readonly label: string; readonly icon: IconName; readonly value: string } | undefined
  readonly children?: ComponentChildren
}

/** One form about one or many chosen case files: what is chosen, the fields, the act and the way back. */
export function ChosenFrame(props: FrameProps) {
  const { page, href, caseFiles, problems, submit, second } = props
  const single = caseFiles.length === 1 ? caseFiles[0] : undefined
  const title = single ? props.title : `${props.title} em ${caseFiles.length} processos`
  const caseHref = single && href(`/processos/${single.digits}`)
  return (
    <Shell
      page={page}
      title={title}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        ...(single ? [{ label: single.number, href: caseHref }] : []),
        { label: title },
      ]}
    >
      <Form {...props.formKeys} action={href(props.path)} errors={problems}>
        <ChosenList caseFiles={caseFiles} />
        {props.children}
        <FormActions>
          {submit ? (
            <Button kind="primary" icon={submit.icon} {...named(submit.value)}>
              {submit.label}
            </Button>
          ) : null}
          {second ? (
            <Button icon={second.icon} {...named(second.value)}>
              {second.label}
            </Button>
          ) : null}
          <LinkButton kind="quiet" href={caseHref ?? href('/mesa')}>
            Voltar sem mudar nada
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

function ChosenList({ caseFiles }: { caseFiles: readonly CaseFile[] }) {
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

/** A button of the desk pressed with no row chosen. */
export function NothingChosenPage({ page, href }: Pick<ChosenPageProps, 'page' | 'href'>) {
  const title = 'Nenhum processo selecionado'
  return (
    <Shell
      page={page}
      title={title}
      width="text"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: title }]}
    >
      <Message kind="error">
        <p>Marque um ou mais processos na lista da mesa e tente de novo.</p>
      </Message>
      <LinkButton href={href('/mesa')} icon="desk">
        Voltar à mesa
      </LinkButton>
    </Shell>
  )
}

function named(value: string | undefined) {
  return value === undefined ? {} : { name: 'acao', value }
}
