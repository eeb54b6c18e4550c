import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  type Crumb,
  EmptyState,
  Form,
  FormActions,
  formatBytes,
  formatCount,
  Link,
  LinkButton,
  Message,
  type PageContext,
  Pagination,
  RadioGroup,
  Shell,
  Table,
} from '../../../ui/index.ts'
import type { LevelOffer } from '../level/check-level.ts'
import type { LevelTyped } from '../level/level.form.ts'
import { LevelFields } from '../level/level-fields.page.tsx'
import { type StripeTyped, tellPerCent } from './stripe.form.ts'
import { StripeForm } from './stripe-form.page.tsx'
import { numbered } from './stripes.rules.ts'
import { explainTrouble } from './striping.text.ts'
import { resolutions, type Striping } from './striping.ts'

export interface StripingPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  /** Address of the document; the parts of this page are below it. */
  readonly at: string
  readonly pages: number
  readonly shownPage: number
  readonly striping: Striping | undefined
  /** The file was replaced: what was laid lies over other pages. */
  readonly isStale: boolean
  /** The stripe that is being changed; undefined: a new one is typed. */
  readonly changing: string | undefined
  readonly typed: StripeTyped
  readonly levels: LevelOffer
  readonly level: LevelTyped
  readonly problems: readonly FieldProblem[]
  /** What concerns no field. */
  readonly refusals: readonly string[]
}

/** Stripes are laid page by page; then the version is made, looked at and included. */
export function StripingPage(props: StripingPageProps) {
  const { page, label, breadcrumb, problems, refusals, isStale } = props
  const hasErrors = problems.length + refusals.length > 0
  return (
    <Shell
      page={page}
      title={`Versão com tarjas: ${label}`}
      breadcrumb={breadcrumb}
      hasErrors={hasErrors}
      islands={['stripes.js']}
      lead="Faz um PDF novo, só de imagens, com as tarjas pintadas nos pontos de cada página. O original continua como está, e um documento leva ao outro."
    >
      <link rel="stylesheet" href={page.asset('stripes.css')} />
      {refusals.length > 0 ? (
        <Message kind="error" title="Não foi feito" focused>
          {refusals.map((refusal) => (
            <p key={refusal}>{refusal}</p>
          ))}
        </Message>
      ) : null}
      {isStale ? (
        <Message kind="warning" title="O arquivo foi substituído">
          As tarjas que havia eram de outro arquivo. A próxima que você acrescentar começa de novo.
        </Message>
      ) : null}
      <Made {...props} />
      <div class="stripes-places">
        <Sheet {...props} />
        <StripeForm {...props} />
      </div>
      <StripeList {...props} />
      <Making {...props} />
    </Shell>
  )
}

/** The page of the PDF as a picture, with what is laid on it so far. */
function Sheet({ at, pages, shownPage, striping, changing }: StripingPageProps) {
  const here = numbered(striping?.stripes ?? []).filter(({ page, id }) => page === shownPage && id !== changing)
  return (
    <Card title={`Página ${shownPage} de ${pages}`} icon="document" id="pagina-do-pdf">
      <div class="stripes" data-ilha="tarjas">
        <img
          class="stripes__page"
          src={`${at}/tarjas/paginas/${shownPage}`}
          alt={`Imagem da página ${shownPage} do original. ${formatCount(here.length, 'tarja', 'tarjas', 'Nenhuma tarja')} nela.`}
        />
        <svg class="stripes__marks" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {here.map(({ id, left, top, width, height }) => (
            <rect key={id} class="stripes__mark" x={left} y={top} width={width} height={height} />
          ))}
        </svg>
      </div>
      <Pagination
        label="páginas do PDF"
        page={shownPage}
        pageCount={pages}
        href={(page) => `${at}/tarjas?pagina=${page}`}
      />
    </Card>
  )
}

function StripeList({ at, striping, formKeys }: StripingPageProps) {
  const rows = numbered(striping?.stripes ?? [])
  return (
    <Form {...formKeys} action={`${at}/tarjas/pdf`} id="lista-de-tarjas">
      <Table
        id="tarjas-feitas"
        caption={formatCount(rows.length, 'tarja', 'tarjas', 'Nenhuma tarja')}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Nenhuma tarja ainda" icon="copy">
            Desenhe com o mouse sobre a página, ou digite a posição e o tamanho.
          </EmptyState>
        }
        columns={[
          { key: 'numero', header: 'Tarja', rowHeader: true, width: 'narrow', cell: ({ number }) => number },
          {
            key: 'pagina',
            header: 'Página',
            width: 'narrow',
            cell: ({ page }) => <Link href={`${at}/tarjas?pagina=${page}`}>{page}</Link>,
          },
          { key: 'lugar', header: 'Lugar e tamanho', cell: (stripe) => tellPlace(stripe) },
          { key: 'fundamento', header: 'Fundamento', width: 'wide', cell: ({ legalBasis }) => legalBasis },
          {
            key: 'atos',
            header: 'O que fazer',
            headerHidden: true,
            cell: ({ id, page, number }) => (
              <>
                <Link href={`${at}/tarjas?pagina=${page}&tarja=${id}`}>
                  Mudar <span class="visually-hidden">a tarja {number}</span>
                </Link>{' '}
                <Button kind="quiet" icon="remove" name="retirar" value={id}>
                  Retirar <span class="visually-hidden">a tarja {number}</span>
                </Button>
              </>
            ),
          },
        ]}
      />
    </Form>
  )
}

function tellPlace({ left, top, width, height }: { left: number; top: number; width: number; height: number }): string {
  const [x, y, w, h] = [left, top, width, height].map(tellPerCent)
  return `a ${x}% da esquerda e ${y}% do alto; ${w}% de largura, ${h}% de altura`
}

/** The version is asked for when all stripes are there. */
function Making({ at, striping, formKeys }: StripingPageProps) {
  if (!striping || striping.stripes.length === 0 || striping.state === 'waiting') return null
  return (
    <Card title="Fazer a versão com tarjas" icon="check" id="fazer">
      {striping.state === 'failed' ? (
        <Message kind="error" title="A versão não foi feita">
          {explainTrouble(striping.problem ?? '')}
        </Message>
      ) : null}
      <Form {...formKeys} action={`${at}/tarjas/pdf`} id="fazer-versao">
        <RadioGroup
          name="resolucao"
          label="Nitidez das páginas"
          hint="Quanto mais nítidas, maior o arquivo."
          value={String(striping.resolution)}
          options={resolutions.map((dpi) => ({ value: String(dpi), label: sharpness[dpi] }))}
        />
        <FormActions>
          <Button kind="primary" icon="check" name="ato" value="fazer">
            Fazer a versão com tarjas
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}

const sharpness = {
  100: 'Para ler na tela (100 pontos por polegada)',
  150: 'Comum (150 pontos por polegada)',
  200: 'Para letras miúdas (200 pontos por polegada)',
} as const

/** The version while it is made, and then to look at and to include. */
function Made({ at, striping, formKeys, levels, level, problems }: StripingPageProps) {
  if (striping?.state === 'waiting') {
    return (
      <Message kind="info" title="A versão está sendo feita">
        <p>Cada página é desenhada por vez; um documento longo leva alguns minutos. Você pode sair desta página.</p>
        <p>
          <LinkButton href={`${at}/tarjas`}>Ver se está pronta</LinkButton>
        </p>
      </Message>
    )
  }
  if (striping?.state !== 'made') return null
  return (
    <Card title="A versão está pronta para conferir" icon="success" id="pronta">
      <p>
        <LinkButton href={`${at}/tarjas/feita`} icon="eye">
          Abrir o PDF com as tarjas ({formatBytes(striping.madeBytes ?? 0)})
        </LinkButton>
      </p>
      <p>Confira página por página. Se faltar alguma tarja, acrescente-a abaixo e faça a versão de novo.</p>
      <Form {...formKeys} action={`${at}/tarjas/inclusao`} id="incluir">
        <input type="hidden" name="arquivo" value={striping.madeSha256 ?? ''} />
        <LevelFields offer={levels} typed={level} problems={problems} />
        <FormActions>
          <Button kind="primary" icon="document">
            Incluir no processo
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}
