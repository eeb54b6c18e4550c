import type { ComponentChildren } from 'preact'
import { addresses } from '../addresses.ts'
import type { PageContext } from '../page-context.ts'
import { HtmlFrame } from './html-frame.tsx'
import { Brand, DemoBanner, type Flash, FlashMessage, Footer, SkipLinks } from './parts.tsx'

type PlainShellProps = {
  page: PageContext
  title: string
  heading?: ComponentChildren
  flash?: Flash | undefined
  hasErrors?: boolean | undefined
  islands?: readonly string[] | undefined
  /** The page asks for itself again after so long. */
  refreshSeconds?: number | undefined
  /** Beside the sheet on a wide screen, below it on a narrow one, e.g. the people of the demonstration. */
  aside?: ComponentChildren
  children: ComponentChildren
}

/** A page with a single matter: signing in, a page that does not exist, a fault. */
export function PlainShell(props: PlainShellProps) {
  const { page, title } = props
  return (
    <HtmlFrame
      page={page}
      title={`${props.hasErrors ? 'Erro: ' : ''}${title}`}
      islands={props.islands}
      refreshSeconds={props.refreshSeconds}
      class="shell shell--plain"
      hidden
    >
      <SkipLinks to={[['conteudo', 'Ir para o conteúdo']]} />
      <DemoBanner page={page} />
      <header class="header">
        <Brand href={addresses.publicHome} installationName={page.installationName} />
      </header>
      <div class={props.aside ? 'plain plain--with-aside' : 'plain'}>
        <main class="plain__sheet" id="conteudo" tabindex={-1}>
          <FlashMessage flash={props.flash} />
          <h1 class="heading__title">{props.heading ?? title}</h1>
          {props.children}
        </main>
        {props.aside ? <aside class="plain__aside">{props.aside}</aside> : null}
      </div>
      <Footer page={page} />
    </HtmlFrame>
  )
}
