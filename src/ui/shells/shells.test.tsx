import { describe, expect, it } from 'vitest'
import { samplePage, sampleVisit } from '../examples/sample-page.ts'
import { Icon } from '../icons/icon.tsx'
import { shownPages } from '../navigation.tsx'
import { renderDocument } from '../render.ts'
import { ConfirmPage } from './confirm-page.tsx'
import { currentItem, withCounts } from './main-navigation.tsx'
import { PlainShell } from './plain-shell.tsx'
import { PublicShell } from './public-shell.tsx'
import { Shell } from './shell.tsx'

const page = samplePage()

describe('a menu whose counts come later', () => {
  const item = { href: '/em/x/blocos', label: 'Blocos', icon: 'bundle', count: 'later' } as const
  const html = renderDocument(
    <Shell page={page} navigation={[item]} title="A">
      {'<!--conta /em/x/blocos-->'}
    </Shell>,
  )

  it('shows them once they are known, and nothing for zero', () => {
    expect(withCounts(html, new Map([[item.href, 1234]]))).toContain('Blocos<span class="count"> 1.234</span></a>')
    expect(withCounts(html, new Map([[item.href, 0]]))).toContain('Blocos</a>')
    expect(withCounts(html, new Map([[item.href, 3]]))).not.toContain('<!--conta')
  })
})

describe('every page', () => {
  it.each([
    [
      'inner',
      renderDocument(
        <Shell page={page} title="A & B">
          x
        </Shell>,
      ),
    ],
    [
      'public',
      renderDocument(
        <PublicShell page={sampleVisit('/consulta')} title="A & B">
          x
        </PublicShell>,
      ),
    ],
    [
      'plain',
      renderDocument(
        <PlainShell page={page} title="A & B">
          x
        </PlainShell>,
      ),
    ],
  ])('(%s) is a whole document in Portuguese, with one heading and nothing inline', (_, html) => {
    expect(html).toMatch(/^<!doctype html><html lang="pt-BR">/)
    expect(html).toMatch(/<title>A &amp; B – .*Carimbo<\/title>/)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html.match(/<main/g)).toHaveLength(1)
    expect(html).toContain('href="/estatico/main.css"')
    expect(html).toContain('src="/estatico/shell.js"')
    expect(html).not.toMatch(/ style=| on[a-z]+="|<style/)
  })

  it('draws only the icons in use, wherever they stand, and those asked for', () => {
    const html = renderDocument(
      <PlainShell page={page} title="A">
        <Icon name="stamp" />
        <Icon name="qr" label="Código QR" />
      </PlainShell>,
    )
    expect(html.match(/id="i-qr"/g)).toHaveLength(1)
    expect(html.match(/id="i-stamp"/g)).toHaveLength(1)
    expect(html).not.toContain('id="i-video"')
    expect(
      renderDocument(
        <Shell page={page} title="A" icons={['video']}>
          x
        </Shell>,
      ),
    ).toContain('id="i-video"')
    expect(html).toContain('<span class="visually-hidden">Código QR</span>')
  })
})

describe('an inner page', () => {
  const html = renderDocument(
    <Shell page={page} title="Mesa" flash={{ kind: 'success', text: '<b>Feito</b>' }} islands={['editor.js']} hasErrors>
      x
    </Shell>,
  )

  it('offers the search and the other units of this person, and the way out by POST', () => {
    expect(html).toMatch(/<form[^>]*method="get" action="\/em\/cofic\/pesquisa"/)
    expect(html).toContain('href="/em/gab/mesa"')
    expect(html).toMatch(/<form[^>]*method="post" action="\/sair"><input type="hidden" name="_csrf" value="exemplo"/)
  })

  it('escapes the answer to what was done, loads its islands and says that there are errors', () => {
    expect(html).toContain('&lt;b>Feito')
    expect(html).toContain('src="/estatico/editor.js"')
    expect(html).toContain('<title>Erro: Mesa – COFIC – Carimbo</title>')
  })

  it('says that it is a demonstration only when it is', () => {
    expect(html).not.toContain('Demonstração')
    expect(
      renderDocument(
        <Shell page={samplePage({ demo: true })} title="A">
          x
        </Shell>,
      ),
    ).toContain('Demonstração')
  })

  it('shows no switch to someone with a single unit', () => {
    const units = page.actor?.units.slice(0, 1) ?? []
    const alone = samplePage({ ...(page.actor ? { actor: { ...page.actor, units } } : {}) })
    expect(
      renderDocument(
        <Shell page={alone} title="A">
          x
        </Shell>,
      ),
    ).not.toContain('Trabalhar em outra unidade')
  })
})

describe('the navigation', () => {
  const items = [
    { href: '/a', label: 'A', icon: 'home' },
    { href: '/a/b', label: 'B', icon: 'home' },
    { href: '/ab', label: 'C', icon: 'home' },
  ] as const

  it.each([
    ['/a', 'A'],
    ['/a/x', 'A'],
    ['/a/b/c', 'B'],
    ['/abc', undefined],
  ])('at %s marks %s', (path, label) => {
    expect(currentItem(items, path)?.label).toBe(label)
  })

  const many = (groups: readonly (string | undefined)[]) =>
    groups.map((group, place) => ({ href: `/${place}`, label: `Entrada ${place}`, icon: 'home' as const, group }))
  const menuOf = (navigation: ReturnType<typeof many>) =>
    renderDocument(
      <Shell page={page} navigation={navigation} title="A">
        x
      </Shell>,
    )
  const inLine = Array.from({ length: 8 }, () => undefined)

  it('puts what waits behind “Mais” under headings, each beside its kin', () => {
    const html = menuOf(many([...inLine, 'Gestão', 'Textos', 'Gestão']))
    expect(html).toMatch(/<ul aria-label="Gestão">.*Entrada 8.*Entrada 10.*<ul aria-label="Textos">.*Entrada 9/)
    expect(html.match(/navigation__heading/g)).toHaveLength(2)
  })

  it('gives no heading to a single kin, nor to a menu that fits into one line', () => {
    expect(menuOf(many([...inLine, 'Gestão', 'Gestão']))).not.toContain('navigation__heading')
    expect(menuOf(many([...inLine, 'Gestão']))).not.toContain('Mais')
  })

  it('marks what it is told to, whatever the path', () => {
    expect(currentItem([...items, { href: '/z', label: 'Z', icon: 'home', current: true }], '/a')?.label).toBe('Z')
  })

  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [5, 12, [1, undefined, 4, 5, 6, undefined, 12]],
    [3, 12, [1, 2, 3, 4, undefined, 12]],
    [4, 5, [1, 2, 3, 4, 5]],
  ])('on page %i of %i offers %j', (current, count, shown) => {
    expect(shownPages(current, count)).toEqual(shown)
  })
})

describe('a question before an act', () => {
  it('says what will happen, sends by POST and offers the way back', () => {
    const html = renderDocument(
      <ConfirmPage
        page={page}
        title="Excluir?"
        consequences={['Some da árvore.']}
        irreversible
        action="/x"
        confirmLabel="Excluir"
        cancelHref="/voltar"
      />,
    )
    expect(html).toContain('Este ato não pode ser desfeito')
    expect(html).toContain('Some da árvore.')
    expect(html).toMatch(/<button[^>]*class="button button--danger"/)
    expect(html).toContain('href="/voltar"')
  })
})
