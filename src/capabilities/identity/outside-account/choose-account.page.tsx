import type { FormKeys } from '../../../platform/form-keys.ts'
import { Button, Form, Link, type PageContext, PlainShell } from '../../../ui/index.ts'
import type { ClaimedAccountRow } from './outside-account.queries.ts'

interface ChooseAccountProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly accounts: readonly ClaimedAccountRow[]
}

/** One person with an account in several agencies says in which they work now. */
export function ChooseAccountPage({ page, formKeys, accounts }: ChooseAccountProps) {
  return (
    <PlainShell page={page} title="Em qual órgão você vai entrar?">
      <Form {...formKeys} action="/entrar/conta/escolha">
        <p>Você tem usuário em mais de um órgão.</p>
        <ul class="demo-people">
          {accounts.map(({ id, login, agency }) => (
            <li key={id}>
              <Button name="conta" value={id}>
                {agency}
              </Button>
              <span class="demo-people__role">usuário {login}</span>
            </li>
          ))}
        </ul>
      </Form>
      <p>
        <Link href="/entrar">Começar de novo</Link>
      </p>
    </PlainShell>
  )
}
