import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  DateTime,
  Details,
  errorOf,
  Form,
  FormActions,
  type FormError,
  Link,
  type PageContext,
  PasswordField,
  Select,
} from '../../../ui/index.ts'
import { numberOf } from '../numbered.text.ts'
import type { ClosedDayRow } from './closing.queries.ts'

export interface ClosingProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly formKeys: FormKeys
  readonly day: string
  readonly today: string
  readonly mayRegister: boolean
  /** The page that the day was frozen to. */
  readonly closed: ClosedDayRow | undefined
  readonly problems: readonly FormError[]
  /** Of today, for who may sign: in what capacity. */
  readonly closing: { readonly capacities: readonly string[]; readonly capacity: string } | undefined
}

/** The page of the day where it is closed; today, the closing of it. */
export function ClosingPart(props: ClosingProps) {
  const { href, day, today, closed, closing, mayRegister } = props
  if (closed) {
    return (
      <p id="fechamento">
        Fechado por {closed.closedBy}, <DateTime value={closed.closedAt} />:{' '}
        <Link href={href(`/quadro-do-dia/fechados/${closed.id}`)}>página {numberOf(closed)}</Link>. O que chegou depois
        vai na página seguinte.
      </p>
    )
  }
  if (day !== today || !mayRegister) return null
  if (!closing) {
    return (
      <p class="not-printed" id="fechamento">
        Fecha o quadro quem assina documentos nesta unidade.
      </p>
    )
  }
  if (closing.capacities.length === 0) {
    return (
      <p class="not-printed" id="fechamento">
        Para fechar o quadro é preciso assinar, e a unidade ainda não tem cargos cadastrados. Peça-os à administração do
        sistema.
      </p>
    )
  }
  return <ClosingForm {...props} closing={closing} />
}

/** Open where something is wrong: who reads the board every hour is not asked for a password each time. */
function ClosingForm({
  page,
  href,
  formKeys,
  problems,
  closing,
}: ClosingProps & { readonly closing: NonNullable<ClosingProps['closing']> }) {
  return (
    <div class="not-printed" id="fechamento">
      <Details summary="Fechar e assinar o quadro de hoje" open={problems.length > 0}>
        <Form {...formKeys} action={href('/quadro-do-dia/fechamento')}>
          <p>
            Fechado, o quadro de hoje fica como está, numerado e assinado por você. O que ficar pendente passa ao de
            amanhã.
          </p>
          <Select
            name="cargo"
            width="long"
            label="Cargo ou função"
            hint={`Você assina como ${page.actor?.name ?? ''}, na unidade ${page.actor?.unit.acronym ?? ''}.`}
            required
            value={closing.capacity}
            options={closing.capacities.map((title) => ({ value: title, label: title }))}
            error={errorOf(problems, 'cargo')}
          />
          <PasswordField
            name="senha"
            label="Senha"
            hint="A mesma com que você entra no sistema. Ela é pedida a cada assinatura."
            required
            error={errorOf(problems, 'senha')}
          />
          <FormActions>
            <Button kind="primary" icon="sign">
              Fechar e assinar
            </Button>
          </FormActions>
        </Form>
      </Details>
    </div>
  )
}
