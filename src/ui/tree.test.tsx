import { describe, expect, it } from 'vitest'
import { ActionBar } from './action-bar.tsx'
import { renderPart } from './render.ts'
import { Tree, type TreeDocument } from './tree.tsx'
import { CaseNumber, DateTime, Highlighted } from './values.tsx'

const document = (changes: Partial<TreeDocument>): TreeDocument => ({
  id: '1',
  href: '#1',
  label: 'Ofício 1',
  icon: 'document',
  ...changes,
})
const tree = (...items: TreeDocument[]) => renderPart(<Tree id="t" label="Documentos" items={items} />)

describe('the tree says in words', () => {
  it.each([
    ['what is cancelled', { cancelled: true }, 'Cancelado: '],
    ['what is a draft', { pen: 'draft' }, 'Minuta'],
    ['what may still be changed', { pen: 'yellow' }, 'caneta amarela'],
    ['what is locked', { pen: 'black' }, 'caneta preta'],
    ['what is restricted', { level: 'restricted' }, 'Restrito'],
    ['what is confidential', { level: 'confidential' }, 'Sigiloso'],
    ['what a badge means', { badges: [{ label: 'Publicado', icon: 'gazette' }] }, 'Publicado'],
  ] as const)('%s', (_, changes, words) => {
    expect(tree(document(changes))).toContain(words)
  })

  it('nothing of what is public and needs no signature', () => {
    expect(tree(document({ level: 'public', pen: 'none' }))).not.toContain('visually-hidden')
  })
})

describe('the tree', () => {
  it('opens the folder that holds the current document and marks it', () => {
    const folder = { id: 'v', label: 'Volume I', items: [document({ current: true })] }
    const html = renderPart(<Tree id="t" label="Documentos" items={[folder]} />)
    expect(html).toContain('<details open')
    expect(html.match(/aria-current="page"/g)).toHaveLength(1)
    expect(renderPart(<Tree id="t" label="D" items={[{ ...folder, items: [document({})] }]} />)).not.toContain(
      '<details open',
    )
  })
})

describe('values', () => {
  it('keep SEI’s colours and say the same in words', () => {
    expect(renderPart(<CaseNumber number="1" state="unopened" />)).toContain('ainda não aberto na unidade')
    expect(renderPart(<CaseNumber number="1" state="visited" />)).toContain('já aberto por você nesta sessão')
    expect(renderPart(<CaseNumber number="1" />)).not.toContain('visually-hidden')
  })

  it('mark the words found and escape all others', () => {
    const html = renderPart(<Highlighted parts={[{ text: '<i>' }, { text: 'sim', marked: true }]} />)
    expect(html).toBe('&lt;i><mark>sim</mark>')
  })

  it('tell a moment as people do and keep the exact one', () => {
    const value = new Date('2025-11-21T10:42:00-03:00')
    const html = renderPart(<DateTime value={value} now={value} />)
    expect(html).toContain('datetime="2025-11-21T13:42Z"')
    expect(html).toContain('>hoje às 10:42<')
    const later = renderPart(<DateTime value={value} now={new Date(value.getTime() + 3 * 86_400_000)} />)
    expect(later).toContain('title="21/11/2025 às 10:42">21/11/2025<')
  })
})

describe('the acts', () => {
  it('that change something are forms with their guard, the others are links', () => {
    const html = renderPart(
      <ActionBar
        label="Ações"
        groups={[
          [{ label: 'Ver', icon: 'eye', href: '/ver' }],
          [],
          [{ label: 'Dar ciência', icon: 'check', post: '/ciencia', csrf: 'c', fields: { documento: '7' } }],
        ]}
        more={[
          { heading: 'Vazia', actions: [] },
          { heading: 'Parar', actions: [{ label: 'Sobrestar', icon: 'pause', form: 'lote', formAction: '/s' }] },
        ]}
      />,
    )
    expect(html).toMatch(/<a[^>]*href="\/ver"/)
    expect(html).toMatch(
      /<form method="post" action="\/ciencia"><input[^>]*name="_csrf" value="c"\/?><input[^>]*name="documento" value="7"/,
    )
    expect(html).toMatch(/<button[^>]*form="lote" formaction="\/s"/)
    // Enter on a box of that form presses its first button: one that does nothing.
    expect(html.indexOf('<button type="submit" form="lote" formmethod="dialog" hidden>')).toBeGreaterThan(0)
    expect(html.indexOf('<button')).toBe(html.indexOf('<button type="submit" form="lote" formmethod="dialog" hidden>'))
    expect(html.match(/action-bar__group/g)).toHaveLength(2)
    expect(html).not.toContain('action-bar__heading')
  })

  it('leave no empty bar where there are none', () => {
    const more = [{ heading: 'Vazia', actions: [] }]
    expect(renderPart(<ActionBar label="Ações" groups={[[], []]} more={more} shortcut="barra-de-acoes" />)).toBe('')
  })

  it('of more than one section stand under the heading of theirs', () => {
    const html = renderPart(
      <ActionBar
        label="Ações"
        groups={[]}
        more={[
          { heading: 'Organizar', actions: [{ label: 'Marcador', icon: 'label', href: '/m' }] },
          { heading: 'Parar', actions: [{ label: 'Sobrestar', icon: 'pause', href: '/s' }] },
        ]}
      />,
    )
    expect(html.indexOf('>Organizar<')).toBeGreaterThan(0)
    expect(html.indexOf('>Organizar<')).toBeLessThan(html.indexOf('Marcador'))
    expect(html.indexOf('Marcador')).toBeLessThan(html.indexOf('>Parar<'))
    expect(html).toContain('<ul aria-label="Parar">')
  })
})
