import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { axe } from '../../../test/support/axe.ts'
import { doc } from '../../rich-text/index.ts'
import { editorInBrowser } from './in-browser.test-support.ts'
import { sampleText } from './stub-server.test-support.ts'

const editor = editorInBrowser()

describe('everyone can use it', () => {
  const focused = () =>
    editor.page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    )

  it('Tab walks through cells; after Esc it leaves the text; nobody is trapped', async () => {
    await editor.goToEnd('Manutenção mensal')
    await editor.page.keyboard.press('Tab')
    await editor.page.keyboard.type('>')
    await expect.poll(() => editor.page.locator('td').nth(2).textContent()).toBe('>')
    await editor.page.keyboard.press('Escape')
    await editor.page.keyboard.press('Tab')
    expect(await focused()).toBe('Inserir linha acima')
    await editor.page.keyboard.press('Shift+Tab')
    expect(await focused()).toContain('Texto de')
  })

  it('Tab leaves the text right away outside lists and tables', async () => {
    await editor.goToEnd('Fica autorizada')
    await editor.page.keyboard.press('Shift+Tab')
    expect(await focused()).toBe('Desfazer')
  })

  it('the toolbar is one stop; arrows walk in it; its states are told', async () => {
    await editor.inText('Fica autorizada').dblclick()
    await editor.page.keyboard.press('Shift+Tab')
    await editor.page.keyboard.press('ArrowRight')
    await editor.page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('Estilo do parágrafo')
    await editor.page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('Negrito')
    await editor.page.keyboard.press('Enter')
    expect(await editor.page.getByRole('button', { name: 'Negrito' }).getAttribute('aria-pressed')).toBe('true')
    expect(await editor.page.locator('.editor-text strong').count()).toBe(2)
  })

  it('Alt+0 shows the keys, and after it one goes on writing where one was', async () => {
    await editor.goToEnd()
    await editor.page.keyboard.press('Alt+0')
    await editor.page.getByRole('dialog', { name: 'Ajuda do editor' }).waitFor()
    // Only once it was painted does the browser forget the caret.
    await editor.page.screenshot()
    await editor.page.keyboard.press('Escape')
    await expect.poll(() => editor.page.locator('dialog').count()).toBe(0)
    await editor.page.keyboard.type(' Sigo.')
    expect(await editor.lastParagraph().textContent()).toContain('dez dias. Sigo.')
  })

  it.each([
    [1366, 768],
    [360, 740],
  ])('axe finds nothing at %i × %i, in the text, in a table, in the dialogs', async (width, height) => {
    await editor.page.setViewportSize({ width, height })
    const check = async () => {
      expect(await axe(editor.page)).toEqual([])
    }
    await check()
    await editor.inText('Manutenção mensal').click()
    await check()
    for (const open of ['Control+Shift+X', 'Control+Shift+L', 'Alt+0']) {
      await editor.page.keyboard.press(open)
      await editor.page.getByRole('dialog').waitFor()
      await check()
      await editor.page.keyboard.press('Escape')
    }
    editor.stub.saveAsSomebodyElse(doc(...sampleText().content.slice(0, 4)))
    await editor.page.keyboard.type('x')
    await editor.page.getByRole('button', { name: 'Ver os dois textos e escolher' }).click({ timeout: 6_000 })
    await check()
  })

  it('nothing runs out of the page at 320 pixels', async () => {
    await editor.page.setViewportSize({ width: 320, height: 600 })
    expect(await editor.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })

  it('the form stays when the text cannot come', async () => {
    editor.stub.state.isDown = true
    await editor.page.reload()
    await editor.page.getByRole('alert').waitFor()
    expect(await editor.page.getByLabel('Corpo').isVisible()).toBe(true)
    expect(await editor.page.locator('.editor').count()).toBe(0)
  })

  it('weighs at most 120 KB on its way', async () => {
    const { outputFiles } = await build({
      entryPoints: ['src/islands/document-editor.ts'],
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      legalComments: 'none',
      target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    })
    expect(gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length).toBeLessThan(120 * 1024)
  })
})
