import type { ComponentChildren } from 'preact'
import { addresses } from '../addresses.ts'
import { Icon } from '../icons/icon.tsx'
import { Message, type MessageKind } from '../message.tsx'
import type { PageContext } from '../page-context.ts'

/** The answer to what was just done, shown once. */
export type Flash = { readonly kind: MessageKind; readonly text: ComponentChildren }

/** A place on the page, and the digit that leads there where it is not that of its order. */
export type SkipLink = readonly [id: string, label: string, key?: string]

/** The ways past the header, seen only when the keyboard reaches them. */
export function SkipLinks({ to }: { to: readonly SkipLink[] }) {
  return (
    <div class="skip-links">
      {to.map(([id, label, key], index) => (
        <a key={id} href={`#${id}`} accesskey={key ?? String(index + 1)}>
          {label}
        </a>
      ))}
    </div>
  )
}

/** The product's mark and name, and whose installation it is. */
export function Brand({ href, installationName }: { href: string; installationName: string }) {
  return (
    <a class="brand" href={href}>
      <Icon name="stamp" />
      <span class="brand__name">Carimbo</span>
      {installationName === 'Carimbo' ? null : (
        <span class="brand__installation">
          <span class="visually-hidden"> – </span>
          {installationName}
        </span>
      )}
    </a>
  )
}

/** Says on every page of the demonstration that nothing here is real. */
export function DemoBanner({ page }: { page: PageContext }) {
  if (!page.demo) return null
  return (
    <aside class="demo-banner" aria-label="Aviso">
      <Icon name="info" />
      <p>
        <strong>Demonstração.</strong> Pessoas e processos são inventados; nada do que se faz aqui tem valor legal.
        {page.demoNote ? ` ${page.demoNote}` : null}
      </p>
    </aside>
  )
}

/** What was just done, at the top of the page. */
export function FlashMessage({ flash }: { flash?: Flash | undefined }) {
  if (!flash) return null
  return (
    <Message kind={flash.kind} live>
      <p>{flash.text}</p>
    </Message>
  )
}

/** The end of every page. */
export function Footer({ page }: { page: PageContext }) {
  return (
    <footer class="footer" id="rodape">
      <p>
        <strong>Carimbo</strong> {page.version} · {page.installationName}
      </p>
      <ul>
        <li>
          <a href={addresses.help} data-atalho="ajuda">
            Ajuda
          </a>
        </li>
        <li>
          <a href={addresses.accessibility}>Acessibilidade</a>
        </li>
        <li>
          <a href={addresses.authenticity}>Conferir autenticidade</a>
        </li>
      </ul>
    </footer>
  )
}
