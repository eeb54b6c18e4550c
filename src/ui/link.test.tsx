import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LinkButton } from './button.tsx'
import { Link, safeHref } from './link.tsx'
import { renderPart } from './render.ts'

const scripts = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' \tjava\nscript:alert(1)',
  '\u0001javascript:x',
  'data:text/html,x',
  'vbscript:x',
]

describe('an address', () => {
  it.each(scripts)('that could run a script leads nowhere: %j', (href) => {
    expect(safeHref(href)).toBe('#')
    expect(renderPart(<Link href={href}>x</Link>)).toContain('href="#"')
    expect(renderPart(<LinkButton href={href}>x</LinkButton>)).toContain('href="#"')
  })

  it.each(['/processos/1', '?pagina=2', '#fim', 'https://www.gov.br/', 'mailto:a@b.c', 'a/b:c', '/x?de=10:42'])(
    'of the usual kinds is kept: %s',
    (href) => {
      expect(safeHref(href)).toBe(href)
    },
  )

  it('is never taken by the browser for a script, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('javascript:', 'java\tscript:', ''), (text, scheme) => {
        const kept = safeHref(`${scheme}${text}`)
        expect(new URL(URL.canParse(kept, 'http://a/') ? kept : '#', 'http://a/').protocol).not.toBe('javascript:')
      }),
    )
  })
})
