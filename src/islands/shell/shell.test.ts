import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../../test/support/open-browser.ts'
import { pages } from '../../ui/examples/all-pages.tsx'
import { buildAssets, servePages } from '../../ui/examples/in-browser.ts'

let site: Awaited<ReturnType<typeof servePages>>
let browser: Browser

beforeAll(async () => {
  site = await servePages(pages, await buildAssets())
  browser = await openBrowser()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

describe('the filter', () => {
  it('keeps the rows with all the words, without regard to accents, and says how many', async () => {
    await onPage('mesa', async (page) => {
      await page.fill('[data-filtro-de=recebidos]', 'TEXTIL industria')
      expect(await page.locator('#recebidos tbody tr:visible').count()).toBe(1)
      expect(await page.textContent('.filter-answer')).toBe('1 encontrado')
      await page.fill('[data-filtro-de=recebidos]', '')
      expect(await page.locator('#recebidos tbody tr:visible').count()).toBe(15)
    })
  })

  it('opens the folders of the tree that hold what is looked for', async () => {
    await onPage('processo', async (page) => {
      await page.locator('#arvore details').evaluate((details: HTMLDetailsElement) => {
        details.open = false
      })
      await page.fill('[data-filtro-de=arvore]', 'comprovante')
      expect(await page.locator('#arvore .tree__link:visible').allTextContents()).toHaveLength(1)
    })
  })
})

describe('the choosing of rows', () => {
  it('chooses all in sight and nothing that the filter hides', async () => {
    await onPage('mesa', async (page) => {
      await page.fill('[data-filtro-de=recebidos]', 'icms')
      await page.check('[data-seleciona-todos=recebidos]')
      expect(await page.locator('#recebidos tbody input:checked').count()).toBe(2)
    })
  })

  it('chooses a stretch with Shift, and the box of all shows that only some are chosen', async () => {
    await onPage('mesa', async (page) => {
      const boxes = page.locator('#recebidos tbody input[type=checkbox]')
      await boxes.nth(1).click()
      await boxes.nth(4).click({ modifiers: ['Shift'] })
      expect(await page.locator('#recebidos tbody input:checked').count()).toBe(4)
      expect(await page.locator('[data-seleciona-todos]').evaluate((all: HTMLInputElement) => all.indeterminate)).toBe(
        true,
      )
    })
  })
})

describe('Enter on a box of a form', () => {
  it('does not press the first button, which may be that of a search', async () => {
    await onPage('mesa', async (page) => {
      const sent = await page.evaluate(() => {
        document.body.insertAdjacentHTML(
          'beforeend',
          '<form id="f" action="/x"><input type="checkbox" name="c"><input name="t"><button name="procurar">Procurar</button></form>',
        )
        let count = 0
        document.querySelector('#f')?.addEventListener('submit', (event) => {
          event.preventDefault()
          document.title = String(++count)
        })
        return count
      })
      await page.locator('#f [name=c]').press('Enter')
      await page.locator('#f [name=t]').press('Enter')
      expect([sent, await page.title()]).toEqual([0, '1'])
    })
  })
})

describe('Enter on a box of a list', () => {
  it.each([
    ['with scripts', true],
    ['without them', false],
  ])('presses none of the acts on many, %s', async (_, scripts) => {
    await onPage(
      'mesa',
      async (page) => {
        const asked: string[] = []
        page.on('request', (request) => {
          // Fonts come when they come.
          if (request.resourceType() === 'document') asked.push(request.url())
        })
        await page.locator('#recebidos tbody input[type=checkbox]').nth(2).press('Enter')
        await page.locator('#recebidos tbody input[type=checkbox]').nth(2).press('Space')
        expect([asked, await page.locator('#recebidos tbody input:checked').count()]).toEqual([[], 1])
        await Promise.all([
          page.waitForRequest(/\/envio\?/),
          page.getByRole('button', { name: 'Enviar' }).press('Enter'),
        ])
      },
      scripts,
    )
  })
})

describe('the palette', () => {
  it.each([
    ['textos prontos', 'Modelos'],
    ['processo nº 00310.017794/2025-59', 'Abrir o processo ou documento nº 00310.017794/2025-59'],
    ['Documento 0001234', 'Abrir o processo ou documento nº 0001234'],
    ['1234', 'Abrir o processo ou documento nº 1234'],
    ['maria das dores', 'Pesquisar “maria das dores” em processos, documentos e interessados'],
  ])('answers “%s” with “%s”', async (typed, first) => {
    await onPage('mesa', async (page) => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type(typed)
      expect(await page.locator('.palette__item').first().textContent()).toContain(first)
    })
  })
})

describe('the tree beside a document', () => {
  it('begins folded on a telephone, where the document comes first, and open on a desk', async () => {
    await onPage('processo', async (page) => {
      const open = () => page.locator('.two-pane__side').evaluate((side: HTMLDetailsElement) => side.open)
      expect(await open()).toBe(true)
      await page.setViewportSize({ width: 360, height: 740 })
      await page.reload()
      expect(await open()).toBe(false)
      await page.locator('.two-pane__summary').click()
      expect(await page.locator('.tree__root').isVisible()).toBe(true)
    })
  })
})

describe('SEI’s keys', () => {
  it.each([
    ['mesa', 'Alt+F10', '#busca'],
    ['mesa', 'Alt+t', 'h1'],
    ['mesa', 'Alt+b', 'main .button'],
    ['mesa', 'Alt+r', '#recebidos'],
    ['mesa', 'Alt+ArrowDown', '#recebidos tbody tr:first-child input'],
    ['mesa', 'Alt+F9', '.navigation a'],
    ['mesa', 'Alt+m', '.palette input'],
    ['mesa', 'Control+k', '.palette input'],
    ['processo', 'Control+Alt+r', '.tree__root'],
    ['processo', 'Control+Alt+s', '.tree__link[aria-current=page]'],
    ['processo', 'Control+Alt+f', '.action-bar .action'],
    ['processo', 'Control+Alt+u', '#arvore-7'],
  ])('on “%s” %s takes the focus to %s', async (name, keys, selector) => {
    await onPage(name, async (page) => {
      await page.keyboard.press(keys)
      expect(
        await page
          .locator(selector)
          .first()
          .evaluate((element) => element === document.activeElement),
      ).toBe(true)
    })
  })

  it('walk the rows up and down', async () => {
    await onPage('mesa', async (page) => {
      for (const keys of ['Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowUp'])
        await page.keyboard.press(keys)
      const box = page.locator('#recebidos tbody tr:nth-child(2) input')
      expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
    })
  })

  it('close when the focus goes on past them', async () => {
    await onPage('mesa', async (page) => {
      const menu = page.locator('details[data-fecha-sozinho]').first()
      await menu.locator('summary').press('Enter')
      expect(await menu.getAttribute('open')).not.toBeNull()
      await menu.locator('a, button').last().focus()
      expect(await menu.getAttribute('open')).not.toBeNull()
      await page.locator('main a, main button, main input').first().focus()
      expect(await menu.getAttribute('open')).toBeNull()
    })
  })

  it('open the list of units, and Esc closes it and gives the focus back', async () => {
    await onPage('mesa', async (page) => {
      await page.keyboard.press('Alt+F11')
      expect(await page.getByText('Trabalhar em outra unidade').isVisible()).toBe(true)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Escape')
      expect(await page.getByText('Trabalhar em outra unidade').isVisible()).toBe(false)
      const button = page.locator('[data-atalho=unidade]')
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    })
  })

  it('go to the desk', async () => {
    await onPage('processo', async (page) => {
      await Promise.all([page.waitForURL(/\/em\/cofic\/mesa$/), page.keyboard.press('Alt+F2')])
    })
  })
})

describe('a form', () => {
  it('is sent once, however often its button is pressed', async () => {
    await onPage('confirmacao', async (page) => {
      const sent: string[] = []
      page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
      await page.getByRole('button', { name: 'Cancelar o documento' }).evaluate((button: HTMLButtonElement) => {
        button.click()
        button.click()
        setTimeout(() => button.click(), 30)
      })
      await page.waitForTimeout(300)
      expect(sent).toHaveLength(1)
    })
  })
})

describe('small helps', () => {
  it('copy the number of the case file and say so', async () => {
    await onPage('processo', async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.click('[data-copiar]')
      await page.getByText('Copiado').waitFor()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('00310.017794/2025-59')
    })
  })

  it('show the password and hide it again', async () => {
    await onPage('entrar', async (page) => {
      const button = page.getByRole('button', { name: 'Mostrar a senha' })
      await button.click()
      expect(await page.getAttribute('#campo-senha', 'type')).toBe('text')
      expect(await button.getAttribute('aria-pressed')).toBe('true')
      await button.click()
      expect(await page.getAttribute('#campo-senha', 'type')).toBe('password')
    })
  })

  it('offer nothing that would not work without scripts', async () => {
    await onPage(
      'mesa',
      async (page) => {
        expect(
          await page.locator('[data-filtro-de], [data-seleciona-todos], [data-copiar]').locator('visible=true').count(),
        ).toBe(0)
        await page.locator('[data-atalho=unidade]').click()
        expect(await page.getByText('Trabalhar em outra unidade').isVisible()).toBe(true)
      },
      false,
    )
  })
})

async function onPage(name: string, act: (page: Page) => Promise<void>, javaScriptEnabled = true) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, javaScriptEnabled })
  try {
    const page = await context.newPage()
    await page.goto(site.address(name))
    await act(page)
  } finally {
    await context.close()
  }
}
