import type { FormKeys } from '../../platform/form-keys.ts'
import { Button, Card, Form, formatLongDate, Link, type PageContext, Shell, Stack } from '../../ui/index.ts'
import type { Release } from './releases.text.ts'

interface NewsPageProps {
  readonly page: PageContext
  readonly deskHref: string
  readonly releases: readonly Release[]
  /** The version that is running. */
  readonly running: string
}

/** What each version brought, the newest first. */
export function NewsPage({ page, deskHref, releases, running }: NewsPageProps) {
  return (
    <Shell
      page={page}
      title="Novidades"
      lead={`O que mudou no sistema, versão por versão. Esta instalação usa a versão ${running}.`}
      width="text"
      breadcrumb={[{ label: 'Mesa', href: deskHref }, { label: 'Novidades' }]}
    >
      <Stack gap="large">
        {releases.map(({ version, date, items }) => (
          <Card
            key={version}
            id={`versao-${version.replaceAll('.', '-')}`}
            title={`Versão ${version}, de ${formatLongDate(date)}`}
          >
            {items.map(({ title, text }) => (
              <section key={title}>
                <h3>{title}</h3>
                <p>{text}</p>
              </section>
            ))}
          </Card>
        ))}
      </Stack>
    </Shell>
  )
}

/** One line above what one came for, with a way to read on and a way to put it away. */
export function NewsNotice({
  release,
  href,
  formKeys,
}: {
  readonly release: Release | undefined
  readonly href: (path: string) => string
  readonly formKeys: FormKeys
}) {
  if (!release) return null
  return (
    <div class="news-notice">
      <p>
        Versão {release.version}: {release.summary}. <Link href={href('/novidades')}>Ver as novidades</Link>
      </p>
      <Form {...formKeys} idempotencyKey={`${formKeys.idempotencyKey}-novidades`} action={href('/novidades/leitura')}>
        <Button kind="quiet" icon="close" small>
          Dispensar o aviso
        </Button>
      </Form>
    </div>
  )
}
