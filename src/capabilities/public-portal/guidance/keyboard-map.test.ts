import { expect, it } from 'vitest'
import { keyboardMap } from '../../../keyboard/keyboard-map.ts'
import { renderPart } from '../../../ui/render.ts'
import { KeyboardMap } from './keyboard-map.page.tsx'

/** The official list (EST-036), as it is written there. */
const official =
  'ALT+F1 ALT+F2 ALT+F3 ALT+F9 ALT+F10 ALT+F11 ALT+F12 ALT+M ALT+T ALT+B ALT+ARROWUP ALT+ARROWDOWN ALT+R ALT+G ' +
  'CTRL+ALT+R CTRL+ALT+S CTRL+ALT+F CTRL+ALT+V CTRL+ALT+U'
const officialOfEditor = 'CTRL+ALT+S CTRL+SHIFT+A CTRL+SHIFT+L CTRL+SHIFT+X CTRL+SHIFT+V ALT+0'

it('the help lists every key of the map, with what it does', () => {
  const html = renderPart(KeyboardMap())
  for (const { told, what } of keyboardMap) expect([told, html.includes(told), html.includes(what)]).toContain(true)
  expect(html.match(/<tr/g)).toHaveLength(keyboardMap.length + 2)
})

it('the map has the whole official list, and no key with two meanings in one place (EST-036, EST-037)', () => {
  const names = (place: 'page' | 'editor') =>
    keyboardMap.filter((key) => key.place === place).map(({ name }) => name.toUpperCase())
  expect(names('page').sort()).toEqual(['CTRL+K', ...official.split(' ')].sort())
  expect(names('editor').sort()).toEqual(officialOfEditor.split(' ').sort())
  expect(new Set(names('page')).size).toBe(names('page').length)
})
