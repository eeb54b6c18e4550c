import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { doc, p, toText } from '../../rich-text/index.ts'
import { openAt, openProfile } from './browser-to-kill.test-support.ts'
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

  it('a browser that dies loses not one key: each is on its disk at once, before anything is sent', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'carimbo-editor-'))
    try {
      const doomed = await openProfile(profile)
      const page = await openAt(doomed, editor.stub.url)
      await page.route('**/rascunho', () => undefined)
      await page.locator('[data-section=corpo] > p').last().click()
      await page.keyboard.press('End')
      await page.keyboard.type(' Antes da queda, a última palavra.')
      // No hand is faster than this.
      await page.waitForTimeout(250)
      await doomed.kill()
      expect(editor.stub.state.drafts).toEqual([])
      const next = await openProfile(profile)
      const again = await openAt(next, editor.stub.url)
      const dialog = again.getByRole('dialog', { name: /^Recuperamos o que você digitou/ })
      await dialog.waitFor()
      expect((await dialog.locator('td:last-child mark').allTextContents()).join('')).toBe(
        ' Antes da queda, a última palavra.',
      )
      await next.kill()
    } finally {
      await rm(profile, { recursive: true, force: true, maxRetries: 10 })
    }
  })

  it('what was undone is the version again: nothing is said to wait', async () => {
    await editor.page.evaluate(() => {
      const notice = document.createElement('div')
      notice.dataset.avisoDeRascunho = ''
      document.querySelector('main')?.prepend(notice)
    })
    await editor.goToEnd()
    await editor.page.keyboard.type('x')
    await editor.saved()
    expect(await editor.status().textContent()).toMatch(/^Rascunho guardado/)
    editor.stub.state.isVersionAgain = true
    await editor.page.keyboard.press('Control+z')
    await expect.poll(() => editor.status().textContent(), { timeout: 6_000 }).toMatch(/^Versão 1 salva às/)
    expect(await editor.page.locator('[data-aviso-de-rascunho]').count()).toBe(0)
    await editor.page.keyboard.press('Control+s')
    await expect.poll(() => editor.page.locator('.editor-toast').textContent()).toContain('Não há mudanças')
    expect(editor.stub.state.versions).toEqual([])
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
    const dialog = editor.page.getByRole('dialog', { name: /^Recuperamos o que você digitou às \d\d:\d\d$/ })
    await dialog.waitFor()
    expect(await dialog.locator('td:last-child mark').allTextContents()).toContain(' Texto em perigo.')
    const count = editor.page.locator('.editor-count')
    await expect.poll(() => count.textContent()).toMatch(/^\d+ palavras$/)
    const before = Number.parseInt((await count.textContent()) ?? '', 10)
    await editor.page.evaluate(() => {
      const notice = document.createElement('div')
      notice.dataset.avisoDeRascunho = ''
      for (const what of ['rascunhoQuando', 'rascunhoPalavras']) {
        const place = document.createElement('span')
        place.dataset[what] = ''
        notice.append(place)
      }
      document.querySelector('main')?.prepend(notice)
    })
    await dialog.getByRole('button', { name: 'Continuar com o que digitei' }).click()
    await expect.poll(editor.serverText).toContain('Texto em perigo.')
    await expect.poll(() => count.textContent()).toBe(`${before + 3} palavras`)
    const notice = (what: string) => editor.page.locator(`[data-rascunho-${what}]`).textContent()
    expect(await editor.status().textContent()).toBe(`Rascunho guardado ${await notice('quando')}`)
    expect(await notice('palavras')).toBe(await count.textContent())
    await editor.page.keyboard.type(' Segue.')
    expect(await editor.lastParagraph().textContent()).toMatch(/Texto em perigo\. Segue\.$/)
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
    const discard = () => editor.page.getByRole('dialog').getByRole('button', { name: 'Descartar' }).click()
    const asked = editor.page.getByRole('dialog', { name: 'Descartar o que você digitou?' })
    await discard()
    expect(await asked.textContent()).toMatch(
      /digitou às \d\d:\d\d e só existe neste computador: um texto de \d+ palavras/,
    )
    // Enter, pressed once too often, throws nothing away.
    await editor.page.keyboard.press('Enter')
    await editor.page.getByRole('dialog', { name: /^Recuperamos/ }).waitFor()
    await discard()
    await asked.getByRole('button', { name: 'Descartar o que digitei' }).click()
    await editor.page.getByText('O que você digitou neste computador foi descartado.').first().waitFor()
    await editor.page.reload()
    await editor.page.waitForSelector('.editor[data-ready]')
    expect(await editor.page.locator('dialog').count()).toBe(0)
    expect(editor.serverText()).not.toContain('Talvez.')
  })

  it('where nothing can be written any more, what this browser kept is shown, and thrown away when told so', async () => {
    editor.stub.state.isDownForDrafts = true
    await editor.goToEnd()
    await editor.page.keyboard.type(' Tarde demais.')
    await editor.unreachable()
    await editor.page.goto(`${editor.stub.url}recusado`)
    const kept = editor.page.getByLabel('Não chegou ao servidor e não pode mais ser salvo neste documento.')
    expect(await kept.inputValue()).toContain('Tarde demais.')
    await editor.page.getByText('Descartar o texto').click()
    await editor.page.getByRole('button', { name: 'Descartar o que digitei' }).click()
    await editor.page.getByText('O texto que estava neste computador foi descartado.').waitFor()
    await editor.page.reload()
    await editor.page.waitForTimeout(300)
    expect(await kept.count()).toBe(0)
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
    await editor.page.keyboard.press('Control+z')
    await expect
      .poll(() => editor.status().textContent(), { timeout: 6_000 })
      .toMatch(/^Rascunho guardado às \d\d:\d\d; a versão 1 continua salva$/)
  })

  it('Ctrl+Shift+A saves and goes on to the signing', async () => {
    await editor.goToEnd()
    await editor.page.keyboard.type(' Assinado.')
    await editor.page.keyboard.press('Control+Shift+A')
    await editor.page.waitForURL('**/assinatura')
    expect(editor.stub.state.versions.map(toText).join()).toContain('Assinado.')
  })
})

describe('the sheet', () => {
  it.each([1366, 360])(
    'keeps its width at %s, whatever is written on it, and nothing runs out of it',
    async (width) => {
      await editor.page.setViewportSize({ width, height: 768 })
      const measure = () =>
        editor.page.evaluate(() => {
          const paper = document.querySelector('.editor-paper')?.getBoundingClientRect()
          const table = document.querySelector('.editor-text .rt-table')?.getBoundingClientRect()
          const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth
          return {
            paper: paper?.width ?? 0,
            sideways: Math.max(0, sideways),
            out: (table?.right ?? 0) > (paper?.right ?? 0),
          }
        })
      const before = await measure()
      expect(before.paper).toBeCloseTo(Math.min(793.7, before.paper), 0)
      await editor.goToEnd()
      await editor.page.keyboard.type(` ${'palavra '.repeat(60)}${'x'.repeat(200)}`)
      await editor.paste(`<table><tr>${'<td>Colunacomnomemuitolongo</td>'.repeat(12)}</tr></table>`)
      expect(await measure()).toEqual({ paper: before.paper, sideways: 0, out: false })
    },
  )
})

describe('the focus', () => {
  it('is in the text when the editor says that it is ready, and nothing takes it away later', async () => {
    await editor.page.route('**/conteudo', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      await route.continue()
    })
    await editor.page.reload()
    await editor.page.waitForSelector('.editor[data-ready]')
    expect(await editor.page.evaluate(() => document.activeElement?.className)).toContain('editor-text')
    await editor.page.keyboard.press('Shift+Tab')
    const moved = await editor.page.evaluate(() => document.activeElement?.className)
    await editor.page.waitForTimeout(300)
    expect(await editor.page.evaluate(() => document.activeElement?.className)).toBe(moved)
  })
})
