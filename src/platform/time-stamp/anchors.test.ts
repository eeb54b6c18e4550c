import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { issue, pem, revoke, rsaKey, signBytes } from '../../../test/support/toy-pki.ts'
import { openAnchors } from './index.ts'

const root = issue(undefined, { name: 'Raiz de Teste', authority: true })
const middle = issue(root, { name: 'AC de Teste', authority: true })
const person = issue(middle, { name: 'Pessoa' })
const folder = mkdtempSync(join(tmpdir(), 'carimbo-ancoras-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the folder of the authorities', () => {
  it('holds roots, intermediates and lists, in PEM, DER or P7B, and other files do not matter', async () => {
    writeFileSync(join(folder, 'raiz.pem'), pem('CERTIFICATE', root.der))
    writeFileSync(join(folder, 'cadeia.p7b'), signBytes(person, Buffer.from('x'), { certificates: [middle] }))
    writeFileSync(join(folder, 'revogados.crl'), revoke(middle, [], new Date('2026-03-09Z'), new Date('2026-04-09Z')))
    writeFileSync(join(folder, 'LEIAME.txt'), 'Baixado do repositório do ITI.')
    const anchors = await openAnchors({ anchorsFolder: folder })
    expect(anchors).toMatchObject({ roots: [{ name: 'Raiz de Teste' }], intermediates: [{ name: 'AC de Teste' }] })
    expect(anchors?.lists).toHaveLength(1)
    expect(await openAnchors({ anchorsFolder: undefined })).toBeUndefined()
  })

  it.each<[RegExp, Record<string, string | Buffer>]>([
    [/nenhum certificado de autoridade raiz/, { 'ac.crt': middle.der }],
    [/o arquivo estranho.cer não é um certificado/, { 'estranho.cer': 'nada' }],
    [
      /fraca.crt não é aceito/,
      { 'fraca.crt': issue(undefined, { name: 'F', authority: true, key: rsaKey(1024) }).der },
    ],
  ])('stops the start in one sentence: %s', async (sentence, files) => {
    const here = mkdtempSync(join(folder, 'ruim-'))
    for (const [name, content] of Object.entries(files)) writeFileSync(join(here, name), content)
    await expect(openAnchors({ anchorsFolder: here })).rejects.toThrow(sentence)
  })

  it('stops the start where it is not there', async () => {
    await expect(openAnchors({ anchorsFolder: join(folder, 'nada') })).rejects.toThrow('não é possível ler a pasta')
  })
})
