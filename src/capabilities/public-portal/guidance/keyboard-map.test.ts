import { render } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { shortcuts } from '../../../islands/shell/shortcuts.ts'
import { KeyboardMap } from './keyboard-map.page.tsx'

const arrows: Readonly<Record<string, string>> = { '↑': 'ARROWUP', '↓': 'ARROWDOWN' }

it('the help lists the keys that work, all of them and no other', () => {
  const listed = [...render(KeyboardMap()).matchAll(/(?:Ctrl \+ )?Alt \+ [\w↑↓]+/g)].map(([keys]) =>
    keys.replaceAll(' ', '').replace(/[↑↓]/, (arrow) => arrows[arrow] ?? arrow),
  )
  expect([...new Set(listed)].sort()).toEqual(Object.keys(shortcuts).sort())
})
