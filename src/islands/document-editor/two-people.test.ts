import { describe, expect, it } from 'vitest'
import { doc, p } from '../../rich-text/index.ts'
import { editorInBrowser } from './in-browser.test-support.ts'
import { sampleText } from './stub-server.test-support.ts'

const editor = editorInBrowser()

describe('two people, one document', () => {
  const theirs = () => {
    const text = sampleText()
    return doc(
      ...text.content.map((part) => (part.attrs.key === 'corpo' ? { ...part, content: [p('Texto de Maria.')] } : part)),
    )
  }
  const meetConflict = async () => {
    editor.stub.saveAsSomebodyElse(theirs())
    await editor.goToEnd()
    await editor.page.keyboard.type(' Meu texto.')
    await editor.page.getByRole('button', { name: 'Ver os dois textos e escolher' }).click({ timeout: 6_000 })
    return editor.page.getByRole('dialog', { name: 'Há dois textos diferentes' })
  }

  it('a text that somebody else saved is never written over unasked; both are shown', async () => {
    const dialog = await meetConflict()
    expect(editor.serverText()).toContain('Texto de Maria.')
    expect(editor.serverText()).not.toContain('Meu texto.')
    expect(await dialog.textContent()).toContain('Maria Silva salvou este documento')
    expect(await dialog.locator('td:first-child mark').allTextContents()).toContain('Texto de Maria.')
    expect((await dialog.locator('td:last-child mark').allTextContents()).join()).toContain('Meu texto.')
    await editor.page.keyboard.press('Escape')
    await editor.page.keyboard.type('x')
    await editor.page.waitForTimeout(2_500)
    expect(editor.serverText()).toContain('Texto de Maria.')
  })

  it('going on with my text puts it over theirs, because I said so', async () => {
    const dialog = await meetConflict()
    await dialog.getByRole('button', { name: 'Continuar com o meu texto' }).click()
    await editor.saved()
    expect(editor.serverText()).toContain('Meu texto.')
  })

  it('going on with their text keeps mine in this browser', async () => {
    const dialog = await meetConflict()
    await dialog.getByRole('button', { name: 'Continuar com o texto de Maria Silva' }).click()
    await editor.inText('Texto de Maria.').waitFor()
    await editor.goToEnd()
    await editor.page.keyboard.type(' De acordo.')
    await expect.poll(editor.serverText, { timeout: 6_000 }).toContain('Texto de Maria. De acordo.')
    await editor.page.reload()
    const offered = editor.page.getByRole('dialog', { name: /^Recuperamos o que você digitou/ })
    await offered.waitFor()
    expect(await offered.textContent()).toContain('Meu texto.')
  })

  it('who comes second reads, sees who writes, and may take over', async () => {
    editor.stub.state.holder = { name: 'Maria Silva', since: new Date().toISOString() }
    await editor.page.reload()
    await editor.page.waitForSelector('.editor[data-ready]')
    expect(await editor.page.locator('.editor-warnings').textContent()).toMatch(
      /Maria Silva está escrevendo .* desde as \d\d:\d\d/,
    )
    expect(await editor.page.locator('.editor-text').getAttribute('contenteditable')).toBe('false')
    expect(await editor.page.getByRole('button', { name: 'Negrito' }).getAttribute('aria-disabled')).toBe('true')
    await editor.page.getByRole('button', { name: 'Assumir a edição' }).click()
    await expect.poll(() => editor.stub.state.takenOver).toBe(1)
  })
})
