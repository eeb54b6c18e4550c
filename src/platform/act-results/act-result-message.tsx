import { Button, Details, Form, Link, Message } from '../../ui/index.ts'
import type { FormKeys } from '../form-keys.ts'
import type { ActResult, ItemResult } from './index.ts'

/** Tells what became of an act: one sentence for one thing, a list for many, refusals first. Of a refusal one must hear before going on: it takes the focus. */
export function ActResultMessage({
  result,
  formKeys,
}: {
  result: ActResult | undefined
  /** Without them nothing can be taken back from here. */
  formKeys?: FormKeys | undefined
}) {
  if (!result) return null
  const refused = result.items.filter((item) => !item.done)
  const done = result.items.filter((item) => item.done)
  const only = result.items.length === 1 ? result.items[0] : undefined
  if (only) {
    return (
      <Message kind={only.done ? 'success' : 'error'} live focused={!only.done}>
        <Item item={only} formKeys={formKeys} />
      </Message>
    )
  }
  return (
    <Message kind={refused.length === 0 ? 'success' : 'warning'} title={result.title} live focused={refused.length > 0}>
      {refused.length > 0 ? (
        <ul>
          {refused.map((item) => (
            <li key={item.label}>
              <Item item={item} formKeys={formKeys} />
            </li>
          ))}
        </ul>
      ) : null}
      {done.length > 0 ? (
        <Details
          summary={done.length === 1 ? '1 item feito' : `${done.length} itens feitos`}
          open={refused.length === 0}
        >
          <ul>
            {done.map((item) => (
              <li key={item.label}>
                <Item item={item} formKeys={formKeys} />
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Message>
  )
}

function Item({ item, formKeys }: { item: ItemResult; formKeys: FormKeys | undefined }) {
  return (
    <>
      {item.href ? <Link href={item.href}>{item.label}</Link> : <strong>{item.label}</strong>}: {item.text}
      {item.undo && formKeys ? (
        <Form
          csrf={formKeys.csrf}
          idempotencyKey={`${formKeys.idempotencyKey}-${item.undo.action}`.slice(-100)}
          action={item.undo.action}
        >
          <Button kind="quiet" small icon="undo">
            {item.undo.label}
            <span class="visually-hidden"> de {item.label}</span>
          </Button>
        </Form>
      ) : null}
    </>
  )
}
