import type { ComponentChildren } from 'preact'
import { Button, LinkButton } from '../button.tsx'
import { Form, FormActions, type FormError } from '../forms/form.tsx'
import type { IconName } from '../icons/icon.tsx'
import { Message } from '../message.tsx'
import type { Crumb } from '../navigation.tsx'
import type { PageContext } from '../page-context.ts'
import { Shell } from './shell.tsx'

type ConfirmPageProps = {
  page: PageContext
  /** The question: `Cancelar o documento Despacho 12?`. */
  title: string
  breadcrumb?: readonly Crumb[] | undefined
  /** What will happen, one sentence each. */
  consequences: readonly ComponentChildren[]
  /** Whether it cannot be undone; the button is then red and the page says so. */
  irreversible?: boolean | undefined
  action: string
  idempotencyKey?: string | undefined
  confirmLabel: string
  confirmIcon?: IconName | undefined
  cancelHref: string
  errors?: readonly FormError[] | undefined
  /** Fields that the act needs, such as a reason. */
  children?: ComponentChildren
}

/** Asks before an act that weighs: what will happen, the act, and the way back. */
export function ConfirmPage(props: ConfirmPageProps) {
  return (
    <Shell
      page={props.page}
      title={props.title}
      heading={withWholeNumbers(props.title)}
      breadcrumb={props.breadcrumb}
      width="text"
      hasErrors={(props.errors?.length ?? 0) > 0}
    >
      <Form action={props.action} csrf={props.page.csrf} idempotencyKey={props.idempotencyKey} errors={props.errors}>
        <Message
          kind={props.irreversible ? 'warning' : 'info'}
          title={props.irreversible ? 'Este ato não pode ser desfeito' : 'O que vai acontecer'}
        >
          <ul>
            {props.consequences.map((consequence, index) => (
              <li key={index}>{consequence}</li>
            ))}
          </ul>
        </Message>
        {props.children}
        <FormActions>
          <Button kind={props.irreversible ? 'danger' : 'primary'} icon={props.confirmIcon}>
            {props.confirmLabel}
          </Button>
          <LinkButton kind="quiet" href={props.cancelHref}>
            Voltar sem fazer nada
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

/** A number of a case file in a heading stays on one line: broken, it is read wrongly. */
function withWholeNumbers(title: string): ComponentChildren {
  return title.split(/((?:[A-Z]+-)?\d[\d./-]{8,}\d)/).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} class="unbroken">
        {part}
      </span>
    ) : (
      part
    ),
  )
}
