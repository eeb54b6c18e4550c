import type { ComponentChildren } from 'preact'
import type { IconName } from '../icons/icon.tsx'
import { Breadcrumb, type Crumb } from '../navigation.tsx'
import type { NavItem, PageContext } from '../page-context.ts'
import { Header } from './header.tsx'
import { HtmlFrame } from './html-frame.tsx'
import { MainNavigation } from './main-navigation.tsx'
import { DemoBanner, type Flash, FlashMessage, Footer, SkipLinks } from './parts.tsx'

export type ShellProps = {
  page: PageContext
  /** Of the window, and of the heading unless `heading` says it otherwise. */
  title: string
  heading?: ComponentChildren
  /** Beside the heading: a few links or buttons. */
  headingActions?: ComponentChildren
  /** Below the heading: a sentence, tags, tabs. */
  lead?: ComponentChildren
  breadcrumb?: readonly Crumb[] | undefined
  flash?: Flash | undefined
  /** Whether the page shows refusals; its title then begins with “Erro:”. */
  hasErrors?: boolean | undefined
  /** Another navigation than the page's own. */
  navigation?: readonly NavItem[] | undefined
  /** `text` keeps lines short, for forms and reading; `wide` takes the whole screen. */
  width?: 'text' | 'wide' | undefined
  /** One more way past everything else, to what people come to this page for. */
  skipTo?: { readonly id: string; readonly label: string } | undefined
  /** Logical names of this page's scripts, e.g. `['document-editor.js']`. */
  islands?: readonly string[] | undefined
  icons?: readonly IconName[] | undefined
  children: ComponentChildren
}

/** A page of the inner house, for a person who is signed in. */
export function Shell(props: ShellProps) {
  const { page, title, width = 'wide' } = props
  return (
    <HtmlFrame
      page={page}
      title={`${props.hasErrors ? 'Erro: ' : ''}${title}${page.actor ? ` – ${page.actor.unit.acronym}` : ''}`}
      islands={props.islands}
      icons={props.icons}
      class="shell"
      hidden
    >
      <SkipLinks
        to={[
          // The digits of eMAG stay what they are on every page.
          ['conteudo', 'Ir para o conteúdo', '1'],
          ...(props.skipTo ? [[props.skipTo.id, props.skipTo.label, '5'] as const] : []),
          ['navegacao', 'Ir para o menu', '2'],
          ['busca', 'Ir para a pesquisa', '3'],
          ['rodape', 'Ir para o rodapé', '4'],
        ]}
      />
      <DemoBanner page={page} />
      <Header page={page} />
      <MainNavigation items={props.navigation ?? page.navigation ?? []} path={page.path} />
      <main class={`main main--${width}`} id="conteudo" tabindex={-1}>
        {props.breadcrumb ? <Breadcrumb items={props.breadcrumb} /> : null}
        <FlashMessage flash={props.flash} />
        <div class="heading">
          <h1 class="heading__title" tabindex={-1} data-atalho="titulo">
            {props.heading ?? title}
          </h1>
          {props.headingActions ? <div class="heading__actions">{props.headingActions}</div> : null}
          {props.lead ? <div class="heading__lead">{props.lead}</div> : null}
        </div>
        {props.children}
      </main>
      <Footer page={page} />
    </HtmlFrame>
  )
}
