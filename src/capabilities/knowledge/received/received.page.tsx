import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  type Crumb,
  Form,
  FormActions,
  formatDateTime,
  LinkButton,
  Message,
  type PageContext,
  Shell,
  Stack,
  Tag,
} from '../../../ui/index.ts'
import { GroupForm, type GroupFormProps } from '../groups/group-form.page.tsx'
import type { ReceivedContentRow } from './received.queries.ts'

interface ReceivedPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly text: ReceivedContentRow
  /** The text as HTML, made from its closed schema. */
  readonly html: string
  readonly copyAction: string
  readonly backHref: string
  readonly group: GroupFormProps
  readonly problem?: string | undefined
}

/** A text of the institution as a unit sees it: to be read, used and copied, not changed. */
export function ReceivedPage({ page, text, ...props }: ReceivedPageProps) {
  return (
    <Shell
      page={page}
      title={text.name}
      breadcrumb={props.breadcrumb}
      width="text"
      hasErrors={props.problem !== undefined}
      lead={
        <p>
          <Tag tone="info" icon="book">
            institucional
          </Tag>{' '}
          {text.kind === 'model' ? `Documento modelo de ${text.documentTypeName ?? ''}, ` : 'Texto padrão, '}
          {`versão ${text.version}. Aqui não se muda; para adaptar, copie para a unidade.`}
        </p>
      }
    >
      <Stack gap="large">
        {props.problem ? (
          <Message kind="error">
            <p>{props.problem}</p>
          </Message>
        ) : null}
        <link rel="stylesheet" href={page.asset('document.css')} />
        {/* Written from the closed schema, which escapes every word. */}
        <div class="document-sheet prose" dangerouslySetInnerHTML={{ __html: props.html }} />
        <Form {...props.formKeys} action={props.copyAction}>
          <FormActions>
            <Button kind="primary" icon="copy">
              Copiar para a unidade
            </Button>
            <LinkButton kind="quiet" href={props.backHref}>
              Voltar à lista
            </LinkButton>
          </FormActions>
        </Form>
        <GroupForm {...props.group} />
        <Card title="Versões" icon="history">
          <ul>
            {text.versions.map(({ number, note, at }) => (
              <li key={number}>
                Versão {number}, de {formatDateTime(new Date(at))}
                {note ? `: ${note}` : ''}
              </li>
            ))}
          </ul>
        </Card>
      </Stack>
    </Shell>
  )
}

interface NewVersionPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly name: string
  readonly version: number
  /** What changes from the unit's text to the new version, as HTML of words that were escaped. */
  readonly comparison: string
  readonly action: string
  readonly backHref: string
}

/** A copy of the unit beside the new version of its original: which of the two shall stand. */
export function NewVersionPage(props: NewVersionPageProps) {
  return (
    <Shell
      page={props.page}
      title={`Nova versão do original de “${props.name}”`}
      breadcrumb={props.breadcrumb}
      width="text"
      lead={<p>O texto institucional que a unidade copiou está na versão {props.version}. Escolha o que fica.</p>}
    >
      <Stack gap="large">
        <link rel="stylesheet" href={props.page.asset('document.css')} />
        <section aria-labelledby="mudanca">
          <h2 id="mudanca">O que mudaria no texto da unidade</h2>
          <div class="document-sheet prose" dangerouslySetInnerHTML={{ __html: props.comparison }} />
        </section>
        <Form {...props.formKeys} action={props.action}>
          <input type="hidden" name="versao" value={String(props.version)} />
          <FormActions>
            <Button kind="primary" icon="refresh" name="ato" value="trocar">
              Trocar pelo texto novo
            </Button>
            <Button name="ato" value="manter">
              Manter o texto da unidade
            </Button>
            <LinkButton kind="quiet" href={props.backHref}>
              Decidir depois
            </LinkButton>
          </FormActions>
        </Form>
      </Stack>
    </Shell>
  )
}
