import { describe, expect, it } from 'vitest'
import { doc, toHtml } from '../../rich-text/index.ts'
import { editorInBrowser } from './in-browser.test-support.ts'

const editor = editorInBrowser()

describe('the template is kept', () => {
  const header = () => editor.page.locator('[data-section=cabecalho]').textContent()

  it('a locked section takes no key, no paste, no deletion', async () => {
    const before = await header()
    await editor.page.locator('[data-section=cabecalho] p').first().click()
    await editor.page.keyboard.type('xyz')
    await editor.page.locator('[data-section=cabecalho] p').first().selectText()
    await editor.page.keyboard.press('Delete')
    await editor.paste('<p>invasor</p>')
    expect(await header()).toBe(before)
    expect(await editor.page.locator('.editor-text').textContent()).not.toContain('invasor')
  })

  it('selecting all and deleting empties the section one stands in, and no other', async () => {
    await editor.goToEnd()
    await editor.page.keyboard.press('Control+a')
    await editor.page.keyboard.press('Delete')
    expect((await editor.page.locator('[data-section=corpo]').textContent())?.trim()).toBe('')
    expect(await header()).toContain('Governo do Estado')
    expect(await editor.page.locator('[data-section=titulo]').textContent()).toContain('Despacho')
    await editor.page.keyboard.press('Backspace')
    await editor.page.keyboard.press('Backspace')
    expect(await editor.page.locator('[data-section]').count()).toBe(5)
    await editor.page.keyboard.press('Control+z')
    expect(await editor.page.locator('[data-section=corpo]').textContent()).toContain('Coordenadoria')
  })

  it('Ctrl+End and Ctrl+Home go to the two ends of what may be written, past the locked sections', async () => {
    await editor.goToEnd('Trata-se do pedido')
    const section = () =>
      editor.page.evaluate(() =>
        getSelection()?.anchorNode?.parentElement?.closest('[data-section]')?.getAttribute('data-section'),
      )
    await editor.page.keyboard.press('Control+End')
    expect(await section()).toBe('assinatura')
    await editor.page.keyboard.type(' Fim.')
    await editor.page.keyboard.press('Control+Home')
    expect(await section()).toBe('titulo')
    await editor.page.keyboard.type('Começo: ')
    expect(await editor.page.locator('[data-section=titulo]').textContent()).toBe('Começo: Despacho nº 123/2026')
    expect((await editor.page.locator('[data-section=assinatura]').textContent())?.trim()).toMatch(/ Fim\.$/)
  })

  it('articles and items number themselves', async () => {
    const numbers = editor.page.locator('[data-section=corpo] p[data-number]')
    const shown = () => numbers.evaluateAll((all) => all.map((one) => one.getAttribute('data-number')))
    expect(await shown()).toEqual(['Art. 1º', 'I –', 'II –', 'a)', 'b)'])
    await editor.goToEnd('por peça equivalente.')
    await editor.page.keyboard.press('Enter')
    await editor.page.keyboard.type('por terceiros.')
    expect(await shown()).toEqual(['Art. 1º', 'I –', 'II –', 'a)', 'b)', 'c)'])
  })
})

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>
<!--StartFragment--><p class=MsoNormal style='text-align:center;mso-x:1'><b style='mso-bidi-font-weight:normal'>Relatório</b><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Primeiro</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>a)<span>&nbsp;</span></span>Dentro</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>Segundo</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore;font-family:Symbol'>·<span>&nbsp;</span></span>Ponto</p>
<table style='border:1px solid'><tr><td colspan=2 style='width:50%' onclick="alert(1)">Mesclada</td></tr><tr><td>x</td><td>y</td></tr></table>
<p><span style='font-weight:bold;color:red'>Forte</span> <a href="javascript:alert(1)">mau</a> <a href="https://www.gov.br/">bom</a>
<img src="https://exemplo.com/x.png"><script>alert(1)</script></p><!--EndFragment--></body></html>`

describe('what comes from elsewhere', () => {
  it('a text of Word arrives clean, with real lists and tables', async () => {
    await editor.goToEnd()
    await editor.page.keyboard.press('Control+a')
    await editor.paste(WORD)
    await editor.page.keyboard.press('Control+s')
    await expect.poll(() => editor.stub.state.versions.length).toBe(1)
    const body = editor.stub.state.content.content.find(({ attrs }) => attrs.key === 'corpo')
    const html = toHtml(doc(body ?? { type: 'section', attrs: { key: 'x', kind: 'body', locked: false }, content: [] }))
    expect(html).toContain('<p class="rt-p rt-p-centered"><strong>Relatório</strong></p>')
    expect(html).toMatch(
      /<ol class="rt-list" type="1"><li><p[^>]*>Primeiro<\/p><ol class="rt-list" type="a"><li><p[^>]*>Dentro<\/p><\/li><\/ol><\/li><li><p[^>]*>Segundo<\/p><\/li><\/ol><ul class="rt-list"><li><p[^>]*>Ponto<\/p>/,
    )
    expect(html).toContain('<td colspan="2">')
    expect(html).toContain('<strong>Forte</strong> mau <a href="https://www.gov.br/" rel="noopener noreferrer">bom</a>')
    expect(html).not.toMatch(/mso|style=|onclick|<img|<script|alert/)
  })

  it('a link that runs a script is refused, with the reason', async () => {
    await editor.goToEnd()
    await editor.page.keyboard.press('Control+Shift+L')
    const dialog = editor.page.getByRole('dialog', { name: 'Inserir link' })
    await dialog.getByLabel('Texto do link').fill('clique')
    await dialog.getByLabel('Endereço').fill('javascript:alert(1)')
    await dialog.getByRole('button', { name: 'Inserir' }).click()
    expect(await dialog.textContent()).toContain('Este endereço não serve para um link.')
    await dialog.getByLabel('Endereço').fill('www.rn.gov.br')
    await editor.page.keyboard.press('Enter')
    await editor.page.locator('.editor-text a[href="https://www.rn.gov.br"]').waitFor()
    expect(await editor.page.locator('.editor-text a').count()).toBe(1)
  })

  it('an image needs a description, and goes to the server', async () => {
    await editor.goToEnd()
    await editor.page.getByRole('button', { name: 'Imagem' }).click()
    const dialog = editor.page.getByRole('dialog', { name: 'Inserir imagem' })
    const buffer = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    )
    await dialog.getByLabel('Arquivo').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer })
    await dialog.getByRole('button', { name: 'Inserir' }).click()
    expect(await dialog.textContent()).toContain('Descreva a imagem, ou marque que ela é só enfeite.')
    await dialog.getByLabel('Descrição').fill('Planta do prédio')
    await dialog.getByRole('button', { name: 'Inserir' }).click()
    const image = editor.page.getByRole('img', { name: 'Planta do prédio' })
    await image.waitFor()
    expect(await image.getAttribute('src')).toMatch(/^\/arquivos\/[0-9a-f]{64}$/)
    expect(editor.stub.state.images[0]?.subarray(0, buffer.length).equals(buffer)).toBe(true)
  })

  it('a slash opens the standard texts and variables; Esc leaves the slash', async () => {
    await editor.goToEnd()
    await editor.page.keyboard.type(' 10/05 /')
    const palette = editor.page.getByRole('dialog', { name: 'Texto padrão ou variável' })
    await palette.getByRole('option', { name: /Encaminhamento/ }).waitFor()
    await editor.page.keyboard.press('Escape')
    expect(await editor.lastParagraph().textContent()).toContain('10/05 /')
    await editor.page.keyboard.type(' /')
    await editor.page.keyboard.type('encam')
    await editor.page.keyboard.press('Enter')
    expect(await editor.lastParagraph().textContent()).toContain('/ Encaminhe-se à Assessoria Jurídica.')
    await editor.page.keyboard.press('Control+Shift+X')
    await editor.page.keyboard.type('por extenso')
    await editor.page.keyboard.press('Enter')
    await editor.page.locator('[data-section=corpo] [data-variable=data_por_extenso]').waitFor()
    await editor.page.keyboard.type(' @cidade@')
    await editor.page.locator('[data-section=corpo] [data-variable=cidade]').waitFor()
  })

  it('a case file is cited by its number, a note goes to the foot', async () => {
    await editor.goToEnd()
    await editor.page.getByRole('button', { name: 'Processo ou documento' }).click()
    await editor.page.getByRole('dialog').getByLabel('Número').fill('00001.000123/2026-11')
    await editor.page.keyboard.press('Enter')
    await editor.page.getByRole('button', { name: 'Inserir nota de rodapé' }).click()
    await editor.page.getByLabel('Texto da nota').fill('Lei nº 9.784/1999')
    await editor.page.getByRole('dialog').getByRole('button', { name: 'Inserir' }).click()
    await editor.page.locator('.editor-notes li', { hasText: 'Lei nº 9.784/1999' }).waitFor()
    await editor.saved()
    const html = toHtml(editor.stub.state.content)
    expect(html).toContain('<a class="rt-case" href="/processos/00001000123202611">00001.000123/2026-11</a>')
    expect(html).toContain('<li id="nota-1">Lei nº 9.784/1999')
  })
})
