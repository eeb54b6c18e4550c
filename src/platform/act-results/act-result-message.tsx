import { Details, Link, Message } from '../../ui/index.ts'
import type { ActResult, ItemResult } from './index.ts'

/** Tells what became of an act: one sentence for one thing, a list for many, refusals first. */
export function ActResultMessage({ result }: { result: ActResult | undefined }) {
  if (!result) return null
  const refused = result.items.filter((item) => !item.done)
  const done = result.items.filter((item) => item.done)
  const only = result.items.length === 1 ? result.items[0] : undefined
  if (only) {
    return (
      <Message kind={only.done ? 'success' : 'error'} live>
        <Item item={only} />
      </Message>
    )
  }
  return (
    <Message kind={refused.length === 0 ? 'success' : 'warning'} title={result.title} live>
      {refused.length > 0 ? (
        <ul>
          {refused.map((item) => (
            <li key={item.label}>
              <Item item={item} />
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
                <Item item={item} />
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Message>
  )
}

function Item({ item }: { item: ItemResult }) {
  return (
    <>
      {item.href ? <Link href={item.href}>{item.label}</Link> : <strong>{item.label}</strong>}: {item.text}
    </>
  )
}
