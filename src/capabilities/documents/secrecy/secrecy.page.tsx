import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  type Crumb,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  type PageContext,
  Shell,
} from '../../../ui/index.ts'

interface SecrecyPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly lines: readonly string[]
  readonly action: string
  readonly backHref: string
  readonly problems: readonly FormError[]
}

/** What the certificate will say, before it is made. */
export function SecrecyPage({ page, formKeys, breadcrumb, lines, action, backHref, problems }: SecrecyPageProps) {
  return (
    <Shell
      page={page}
      title="Certidão de sigilo"
      breadcrumb={breadcrumb}
      width="text"
      hasErrors={problems.length > 0}
      lead="A certidão é incluída no processo como minuta. Depois de assinada, pode ser conferida por qualquer pessoa com o código."
    >
      <Card title="O que será certificado" icon="lock" id="certidao">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Card>
      <Form {...formKeys} action={action} errors={problems}>
        <FormActions>
          <Button kind="primary">Incluir a certidão</Button>
          <LinkButton kind="quiet" href={backHref}>
            Voltar
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
