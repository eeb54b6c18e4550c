import { describe, expect, it } from 'vitest'
import { doc, p, toText } from '../../rich-text/index.ts'
import { editorInBrowser } from './in-browser.test-support.ts'

const editor = editorInBrowser()

describe('nothing typed is ever lost', () => {
  it('what was typed is on the server within five seconds of the last key, without any click', async () => {
    await editor.goToEnd()
    await editor.page.keyboard.type(' Cumpra-se.')
    const typedAt = Date.now()
    await editor.page.waitForSelector('.editor-status[data-state="saving"]')
    await editor.saved()
    expect(Date.now() - typedAt).toBeLessThan(5_000)
    expect(editor.serverText()).toContain('dez dias. Cumpra-se.')
    expect(await editor.status().textContent()).toMatch(/^Rascunho guardado às \d\d:\d\d$/)
  })

  it('typing without a pause does not put saving off', async () => {
    await editor.goToEnd()
    const until = Date.now() + 5_500
    while (Date.now() < until && editor.stub.state.drafts.length === 0)
      await editor.page.keyboard.type('a', { delay: 150 })
    expect(editor.stub.state.drafts.length).toBeGreaterThan(0)
  })

  it('leaving the text saves it at once', async () => {
    await editor.goToEnd()
    await editor.page.keyboard.type('!')
    await editor.page.locator('.editor-choice').first().focus()
    await expect.poll(editor.serverText, { timeout: 1_200 }).toContain('dez dias.!')
  })

  it('a browser that dies loses at most the last second: the rest is on its disk before anything is sent', async () => {
    await editor.page.route('**/rascunho', () => undefined)
    await editor.goToEnd()
    await editor.page.keyboard.type(' Antes da queda.')
    await editor.page.waitForTimeout(1_000)
    const onDisk = await editor.page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('carimbo-editor')
          opening.onerror = reject
          opening.onsuccess = () => {
            const all = opening.result.transaction('drafts').objectStore('drafts').getAll()
            all.onsuccess = () => resolve(JSON.stringify(all.result))
          }
        }),
    )
    expect(onDisk).toContain('Antes da queda.')
    expect(editor.stub.state.drafts).toEqual([])
  })

  it('a tab closed in the middle of a sentence loses nothing', async () => {
    await editor.goToEnd()
    await editor.page.keyboard.type(' Fica vedada a')
    await editor.page.close({ runBeforeUnload: true })
    await expect.poll(editor.serverText, { timeout: 3_000 }).toContain('Fica vedada a')
  })

  it('a tab closed while the server is dead finds its text again at the next opening', async () => {
    editor.stub.state.isDown = true
    await editor.goToEnd()
    await editor.page.keyboard.type(' Texto em perigo.')
    await editor.unreachable()
    expect(await editor.status().textContent()).toBe('Sem conexão – guardado neste computador')
    await editor.page.close()
    // The last try of a closing tab must meet the dead server too.
    await new Promise((resolve) => setTimeout(resolve, 500))
    editor.stub.state.isDown = false
    await editor.openAgain()
    const dialog = editor.page.getByRole('dialog', { name: 'Há um texto seu que não chegou ao servidor' })
    await dialog.waitFor()
    expect(await dialog.locator('td:last-child mark').allTextContents()).toContain(' Texto em perigo.')
    await dialog.getByRole('button', { name: 'Recuperar este texto' }).click()
    await expect.poll(editor.serverText).toContain('Texto em perigo.')
    await editor.page.reload()
    await editor.page.waitForSelector('.editor[data-ready]')
    expect(await editor.page.locator('dialog').count()).toBe(0)
  })

  it('a text that arrived is not offered in the place of the newer one that is there', async () => {
    editor.stub.state.losesAnswers = true
    await editor.goToEnd()
    await editor.page.keyboard.type(' Primeira parte.')
    await expect.poll(() => editor.stub.state.drafts.length, { timeout: 6_000 }).toBeGreaterThan(0)
    await editor.page.close()
    const last = editor.stub.state.drafts.at(-1)
    editor.stub.state.losesAnswers = false
    // What the closing tab still sent, after the copy in the browser was made.
    const whole = doc(
      ...editor.stub.state.content.content.map((one) =>
        one.attrs.key === 'corpo' ? { ...one, content: [...one.content, p('Primeira parte. Segunda parte.')] } : one,
      ),
    )
    Object.assign(editor.stub.state, { content: whole })
    editor.stub.state.drafts.push({ content: whole, session: last?.session ?? '', sequence: (last?.sequence ?? 0) + 5 })
    await editor.openAgain()
    expect(await editor.page.locator('dialog').count()).toBe(0)
    expect(await editor.page.locator('.editor-text').textContent()).toContain('Segunda parte.')
  })

  it('put off with Esc, the text is offered again; discarded, it is not', async () => {
    editor.stub.state.isDownForDrafts = true
    await editor.goToEnd()
    await editor.page.keyboard.type(' Talvez.')
    await editor.unreachable()
    await editor.page.reload()
    await editor.page.getByRole('dialog').waitFor()
    await editor.page.keyboard.press('Escape')
    await editor.page.reload()
    await editor.page.getByRole('dialog').getByRole('button', { name: 'Descartar' }).click()
    await editor.page.reload()
    await editor.page.waitForSelector('.editor[data-ready]')
    await editor.page.waitForTimeout(300)
    expect(await editor.page.locator('dialog').count()).toBe(0)
    expect(editor.serverText()).not.toContain('Talvez.')
  })

  it('without network it keeps the text and says so; with network again it sends by itself', async () => {
    await editor.context.setOffline(true)
    await editor.goToEnd()
    await editor.page.keyboard.type(' Escrito no elevador.')
    await editor.unreachable()
    expect(await editor.page.locator('.editor > [role=status]').textContent()).toContain('Sem conexão')
    await editor.context.setOffline(false)
    await editor.saved()
    expect(editor.serverText()).toContain('Escrito no elevador.')
  })

  it('an ended session keeps the text, offers signing in beside, and goes on with the new token', async () => {
    editor.stub.state.isSignedOut = true
    await editor.goToEnd()
    await editor.page.keyboard.type(' Depois do café.')
    const link = editor.page.getByRole('link', { name: /Entrar de novo/ })
    await link.waitFor({ timeout: 6_000 })
    expect(await link.getAttribute('target')).toBe('_blank')
    expect(await editor.lastParagraph().textContent()).toContain('Depois do café.')
    Object.assign(editor.stub.state, { isSignedOut: false, csrf: 'token-2' })
    await editor.page.evaluate(() => dispatchEvent(new Event('focus')))
    await editor.saved()
    expect(editor.serverText()).toContain('Depois do café.')
    expect(await link.count()).toBe(0)
  })

  it('an answer lost on its way is not taken for somebody else', async () => {
    editor.stub.state.losesAnswers = true
    await editor.goToEnd()
    await editor.page.keyboard.type(' Uma vez só.')
    await expect.poll(editor.serverText, { timeout: 6_000 }).toContain('Uma vez só.')
    editor.stub.state.losesAnswers = false
    await editor.page.keyboard.type(' E mais.')
    await editor.saved()
    expect(editor.serverText()).toContain('Uma vez só. E mais.')
  })
})

describe('versions', () => {
  it.each(['Control+s', 'Control+Alt+s'])('%s makes a version', async (keys) => {
    await editor.goToEnd()
    await editor.page.keyboard.type(' Versão.')
    await editor.page.keyboard.press(keys)
    await expect.poll(() => editor.stub.state.versions.length).toBe(1)
    expect(editor.serverText()).toContain('Versão.')
    await expect.poll(() => editor.page.locator('.editor-toast').textContent()).toMatch(/^Versão 1 salva às/)
    expect(await editor.status().textContent()).toMatch(/^Versão 1 salva às \d\d:\d\d$/)
    await editor.page.keyboard.press(keys)
    await expect.poll(() => editor.page.locator('.editor-toast').textContent()).toContain('Não há mudanças')
    expect(editor.stub.state.versions.length).toBe(1)
  })

  it('Ctrl+Shift+A saves and goes on to the signing', async () => {
    await editor.goToEnd()
    await editor.page.keyboard.type(' Assinado.')
    await editor.page.keyboard.press('Control+Shift+A')
    await editor.page.waitForURL('**/assinatura')
    expect(editor.stub.state.versions.map(toText).join()).toContain('Assinado.')
  })
})
