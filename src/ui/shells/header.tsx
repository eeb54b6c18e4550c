// biome-ignore-all lint/a11y/useSemanticElements: browsers of older machines do not know the search element.
import { addresses } from '../addresses.ts'
import { Icon } from '../icons/icon.tsx'
import { safeHref } from '../link.tsx'
import type { PageActor, PageContext } from '../page-context.ts'
import { BellCount } from './main-navigation.tsx'
import { Brand } from './parts.tsx'

/** The dark line on top: whose house it is, the quick search, the unit and the person. */
export function Header({ page }: { page: PageContext }) {
  const { actor } = page
  return (
    <header class="header">
      <Brand href={actor ? addresses.desk(actor.unit.slug) : '/'} installationName={page.installationName} />
      {actor ? (
        <>
          <QuickSearch unit={actor.unit.slug} />
          <Bell page={page} />
          <UnitSwitcher actor={actor} />
          <UserMenu name={actor.name} csrf={page.csrf} />
        </>
      ) : null}
    </header>
  )
}

function QuickSearch({ unit }: { unit: string }) {
  return (
    <form
      class="quick-search"
      method="get"
      action={addresses.quickSearch(unit)}
      role="search"
      aria-label="Pesquisa rápida"
    >
      <label class="visually-hidden" for="busca">
        Número, texto ou interessado
      </label>
      <input
        class="quick-search__input"
        id="busca"
        name="q"
        type="search"
        placeholder="Número, texto ou interessado"
        autocomplete="off"
        data-atalho="pesquisa-rapida"
      />
      <button class="quick-search__button" type="submit">
        <Icon name="search" label="Pesquisar" />
      </button>
    </form>
  )
}

/** What waits unread, in words for who does not see the sign. */
function Bell({ page }: { page: PageContext }) {
  const bell = page.navigation?.find(({ inHeader }) => inHeader)
  if (!bell) return null
  return (
    <a
      class="bell"
      href={safeHref(bell.href)}
      aria-current={page.path === bell.href ? 'page' : undefined}
      data-sino={bell.href}
    >
      <Icon name="bell" />
      <span class="visually-hidden">{bell.label}: </span>
      <BellCount bell={bell} />
    </a>
  )
}

function UnitSwitcher({ actor }: { actor: PageActor }) {
  const { unit, units } = actor
  if (units.length < 2) {
    return (
      <p class="header__unit" title={unit.name}>
        <Icon name="unit" label="Unidade: " />
        {unit.acronym}
      </p>
    )
  }
  return (
    <details class="dropdown" data-fecha-sozinho>
      <summary class="dropdown__button" data-atalho="unidade">
        <Icon name="unit" label="Trocar de unidade. Atual: " />
        <span class="dropdown__label">{unit.acronym}</span>
        <Icon name="chevronDown" />
      </summary>
      <div class="dropdown__panel">
        <p class="dropdown__title">Trabalhar em outra unidade</p>
        <ul class="dropdown__list">
          {units.map(({ slug, acronym, name, agency }) => (
            <li key={slug}>
              <a href={addresses.desk(slug)} aria-current={slug === unit.slug ? 'true' : undefined}>
                <strong>{acronym}</strong>
                <span>
                  {name}, {agency}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}

function UserMenu({ name, csrf }: { name: string; csrf: string }) {
  return (
    <details class="dropdown" data-fecha-sozinho>
      <summary class="dropdown__button">
        <Icon name="person" label="Menu de " />
        <span class="dropdown__label">{name}</span>
        <Icon name="chevronDown" />
      </summary>
      <div class="dropdown__panel">
        <ul class="dropdown__list">
          <li hidden data-com-script>
            <button class="dropdown__action" type="button" data-abre-paleta>
              <Icon name="search" />
              Ir para… (Ctrl + K)
            </button>
          </li>
          <li>
            <a href={addresses.account}>
              <Icon name="person" />
              Minha conta
            </a>
          </li>
          <li>
            <a href={addresses.preferences}>
              <Icon name="settings" />
              Página inicial e cores
            </a>
          </li>
          <li>
            <a href={`${addresses.help}#atalhos`}>
              <Icon name="keyboard" />
              Atalhos do teclado
            </a>
          </li>
        </ul>
        <form class="dropdown__form" method="post" action={addresses.signOut}>
          <input type="hidden" name="_csrf" value={csrf} />
          <button class="dropdown__action" type="submit" data-atalho="sair">
            <Icon name="signOut" />
            Sair
          </button>
        </form>
      </div>
    </details>
  )
}
