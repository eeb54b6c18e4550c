import { type PageContext, Shell, Tabs } from '../../../ui/index.ts'

export interface ExpeditionProps {
  readonly page: PageContext
  readonly href: (path: string) => string
}

const places = [
  ['', 'A preparar'],
  ['/listas', 'Listas de postagem'],
  ['/retornos', 'Retornos'],
  ['/cobranca', 'Cobrança de AR'],
  ['/fora', 'Fora há mais de 7 dias'],
  ['/medias', 'Médias de dias'],
  ['/regras', 'Regras por município'],
] as const

type Place = (typeof places)[number][0]

type FrameProps = ExpeditionProps & {
  readonly place: Place
  readonly title: string
  readonly hasErrors?: boolean
  readonly children?: Parameters<typeof Shell>[0]['children']
}

/** The pages of who posts, one beside the other. */
export function ExpeditionFrame({ page, href, place, title, hasErrors, children }: FrameProps) {
  return (
    <Shell
      page={page}
      title={title}
      hasErrors={hasErrors ?? false}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        ...(place === '' ? [] : [{ label: 'Expedição', href: href('/expedicao') }]),
        { label: title },
      ]}
    >
      <Tabs
        label="Expedição"
        items={places.map(([path, label]) => ({ href: href(`/expedicao${path}`), label, current: path === place }))}
      />
      {children}
    </Shell>
  )
}
