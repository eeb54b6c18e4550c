import type { FormKeys } from '../../platform/form-keys.ts'
import { Button, Form, type PageContext, PlainShell } from '../../ui/index.ts'

/** Signed in, but with no permission in force in any unit (EST-021). */
export function NoUnitPage({ page, formKeys }: { page: PageContext; formKeys: FormKeys }) {
  return (
    <PlainShell page={page} title="Você ainda não tem acesso a nenhuma unidade">
      <p>
        Sua conta existe, mas não há permissão em vigor para você hoje. Fale com quem administra o sistema no seu órgão.
      </p>
      <Form {...formKeys} action="/sair">
        <Button>Sair</Button>
      </Form>
    </PlainShell>
  )
}
