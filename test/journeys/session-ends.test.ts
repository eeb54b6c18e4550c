// biome-ignore-all lint/performance/useDomNodeTextContent: what people see is meant, not what is hidden.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HouseInBrowser, headingOf, mainText, openHouseInBrowser } from '../support/browser.ts'
import { aCaseFile } from '../support/builders-cases.ts'
import { aDraft, draftsOf } from '../support/builders-documents.ts'
import { at, password } from '../support/world.ts'

let open: HouseInBrowser

beforeAll(async () => {
  open = await openHouseInBrowser()
})
afterAll(() => open.close())

describe('the session ends in another tab', () => {
  it('while a document is being typed: the text waits in the browser and is saved after signing in again', async () => {
    const { digits } = await aCaseFile(open.house)
    const number = await aDraft(open.house, digits)
    const { page, newPage, context } = await open.computerOf('marina')
    await page.goto(`/em/${at.prot}/documentos/${number}/editor`)
    await page.waitForSelector('.editor[data-ready]')
    await page.locator('[data-section=corpo] > p').last().click()
    await page.keyboard.type('Antes de a sessão terminar')
    await statusOf(page, 'saved')
    const other = await newPage()
    await signOut(other)
    await page.bringToFront()
    const refusals = refusalsOf(page, 3)
    await page.keyboard.type(', e também depois.')
    await statusOf(page, 'signed-out')
    // Nobody signs in so fast that the editor has not tried again in vain.
    await refusals
    expect(await draftsOf(open.house, number)).toEqual(['marina: Antes de a sessão terminar'])
    await signIn(other, 'marina')
    await page.bringToFront()
    await statusOf(page, 'saved')
    expect(await draftsOf(open.house, number)).toEqual(['marina: Antes de a sessão terminar, e também depois.'])
    await page.reload()
    await page.waitForSelector('.editor[data-ready]')
    expect(await page.locator('.editor-text').innerText()).toContain('terminar, e também depois.')
    await context.close()
  })

  it('while a form is filled in: nothing is done, what was typed is shown, and signing in leads back to the form', async () => {
    const { digits } = await aCaseFile(open.house)
    const { page, newPage, context } = await open.computerOf('marina')
    await page.goto(`/em/${at.prot}/processos/${digits}/documentos/novo`)
    await page.getByRole('link', { name: 'Despacho' }).first().click()
    await page.getByLabel('Descrição').fill('Uma descrição que deu trabalho')
    await signOut(await newPage())
    await page.bringToFront()
    await page.getByRole('button', { name: 'Criar e escrever' }).click()
    expect(await headingOf(page)).toBe('Sua sessão terminou')
    expect(await page.getByLabel('descricao').inputValue()).toBe('Uma descrição que deu trabalho')
    await page.getByRole('link', { name: 'Entrar de novo' }).click()
    await fillSignIn(page, 'marina')
    expect(await mainText(page)).not.toContain('Página não encontrada')
    expect(new URL(page.url()).pathname).toContain(digits)
    await context.close()
  })
})

function statusOf(page: Page, state: string) {
  return page.waitForSelector(`.editor-status[data-state="${state}"]`, { timeout: 30_000 })
}

/** Until the server has refused to save so many times. */
function refusalsOf(page: Page, count: number): Promise<void> {
  return new Promise((resolve) => {
    let seen = 0
    page.on('response', (response) => {
      if (response.status() !== 401 || !response.url().endsWith('/rascunho')) return
      seen += 1
      if (seen === count) resolve()
    })
  })
}

async function signOut(page: Page): Promise<void> {
  await page.goto(`/em/${at.prot}/mesa`)
  await Promise.all([page.waitForURL(/\/entrar|\/$/), page.keyboard.press('Alt+F12')])
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/entrar')
  await fillSignIn(page, login)
}

async function fillSignIn(page: Page, login: string): Promise<void> {
  await page.getByLabel('Usuário').fill(login)
  await page.getByLabel('Senha', { exact: true }).fill(password)
  await Promise.all([page.waitForURL(/\/em\//), page.getByRole('button', { name: 'Entrar', exact: true }).click()])
}
