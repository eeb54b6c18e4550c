// biome-ignore-all lint/a11y/useSemanticElements: browsers of older machines do not know the search element.
import { addresses, Button, Card, Grid, Link, type PageContext, PublicShell, SearchField } from '../../../ui/index.ts'
import { SearchStyle } from '../../search/index.ts'
import { publicAddresses } from '../addresses.ts'

/** The front page of the house: what anybody may do here. */
export function HomePage({ page, open }: { page: PageContext; open: boolean }) {
  return (
    <PublicShell
      page={page}
      title="Processos do órgão"
      heading="Acompanhe processos e confira documentos"
      lead={`${page.installationName} é o sistema de processos eletrônicos deste órgão.`}
    >
      <SearchStyle page={page} />
      {open ? (
        <form method="get" action={publicAddresses.search} role="search" aria-label="Consulta de processos">
          <div class="search-page__box">
            <SearchField name="q" label="Número do processo, nº SEI ou palavras" />
            <Button type="submit" kind="primary" icon="search">
              Consultar
            </Button>
          </div>
        </form>
      ) : null}
      <Grid min="medium">
        <Card title={<Link href={addresses.publicSearch}>Consultar processos</Link>} icon="search">
          <p>
            Veja onde está um processo público, os andamentos e os documentos assinados. Não é preciso se identificar.
          </p>
        </Card>
        <Card title={<Link href={addresses.authenticity}>Conferir um documento</Link>} icon="shield">
          <p>
            Recebeu um documento em papel ou PDF? Digite o código verificador e o código CRC que estão no fim dele, ou
            leia o código QR.
          </p>
        </Card>
        <Card title={<Link href="/agenda-publica">Agenda de autoridades</Link>} icon="calendar">
          <p>Veja com quem as autoridades se reúnem, quando e sobre o quê.</p>
        </Card>
        {page.signedIn ? (
          <Card title={<Link href={addresses.start}>Ir para a mesa</Link>} icon="desk">
            <p>Você já entrou. Continue o seu trabalho.</p>
          </Card>
        ) : (
          <Card title={<Link href={addresses.signIn}>Entrar</Link>} icon="signIn">
            <p>Para servidores e colaboradores do órgão, com usuário e senha.</p>
          </Card>
        )}
        <Card title={<Link href={addresses.help}>Ajuda</Link>} icon="help">
          <p>Como pesquisar, como ler um processo e os atalhos do teclado.</p>
        </Card>
      </Grid>
    </PublicShell>
  )
}
