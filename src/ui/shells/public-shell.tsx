import type { ComponentChildren } from 'preact'
import { addresses } from '../addresses.ts'
import { Breadcrumb, type Crumb } from '../navigation.tsx'
import type { NavItem, PageContext } from '../page-context.ts'
import { HtmlFrame } from './html-frame.tsx'
import { MainNavigation } from './main-navigation.tsx'
import { Brand, DemoBanner, type Flash, FlashMessage, Footer, SkipLinks } from './parts.tsx'

type PublicShellProps = {
  page: PageContext
  title: string
  heading?: ComponentChildren
  lead?: ComponentChildren
  breadcrumb?: readonly Crumb[] | undefined
  flash?: Flash | undefined
  hasErrors?: boolean | undefined
  /** Another navigation than the citizen's usual one. */
  navigation?: readonly NavItem[] | undefined
  width?: 'text' | 'wide' | undefined
  islands?: readonly string[] | undefined
  /** Keeps the page out of search engines, e.g. when it shows one person's case file. */
  hidden?: boolean | undefined
  children: ComponentChildren
}

/** Whoever is signed in is shown the way back to work, and not the door again. */
function citizenNavigation({ signedIn }: PageContext): readonly NavItem[] {
  return [
    { href: addresses.publicSearch, label: 'Consulta de processos', icon: 'search' },
    { href: addresses.bulletin, label: 'Boletim', icon: 'gazette' },
    { href: addresses.authenticity, label: 'Conferir autenticidade', icon: 'shield' },
    signedIn
      ? { href: addresses.start, label: 'Ir para a mesa', icon: 'desk' }
      : { href: addresses.signIn, label: 'Entrar', icon: 'signIn' },
  ]
}

/** A page of the citizen's face, for whoever comes. */
export function PublicShell(props: PublicShellProps) {
  const { page, title, width = 'text' } = props
  return (
    <HtmlFrame
      page={page}
      title={`${props.hasErrors ? 'Erro: ' : ''}${title}${page.installationName === 'Carimbo' ? '' : ` – ${page.installationName}`}`}
      islands={props.islands}
      class="shell shell--public"
      hidden={props.hidden}
    >
      <SkipLinks
        to={[
          ['conteudo', 'Ir para o conteúdo'],
          ['navegacao', 'Ir para o menu'],
          ['rodape', 'Ir para o rodapé'],
        ]}
      />
      <DemoBanner page={page} />
      <header class="header">
        <Brand href={addresses.publicHome} installationName={page.installationName} />
      </header>
      <MainNavigation items={props.navigation ?? page.navigation ?? citizenNavigation(page)} path={page.path} />
      <main class={`main main--${width}`} id="conteudo" tabindex={-1}>
        {props.breadcrumb ? <Breadcrumb items={props.breadcrumb} /> : null}
        <FlashMessage flash={props.flash} />
        <div class="heading">
          <h1 class="heading__title">{props.heading ?? title}</h1>
          {props.lead ? <div class="heading__lead">{props.lead}</div> : null}
        </div>
        {props.children}
      </main>
      <Footer page={page} />
    </HtmlFrame>
  )
}
