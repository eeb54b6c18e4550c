import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { issue } from '../../../test/support/toy-pki.ts'
import { readConfig } from '../config/index.ts'
import { openLog } from '../log/index.ts'
import { loadVerifier } from '../time-stamp/index.ts'
import { govBrSigningOf } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'carimbo-govbr-'))
const root = issue(undefined, { name: 'AC Raiz de Teste', authority: true })
writeFileSync(join(folder, 'raiz.crt'), root.der)
writeFileSync(join(folder, 'segredo'), 'um segredo\n')
writeFileSync(join(folder, 'vazio'), '\n')
afterAll(() => rmSync(folder, { recursive: true }))

const whole = {
  CARIMBO_GOVBR_AUTORIZACAO: 'https://cas.exemplo.gov.br',
  CARIMBO_GOVBR_SERVICO: 'https://assinatura.exemplo.gov.br',
  CARIMBO_GOVBR_CLIENTE: 'carimbo',
  CARIMBO_GOVBR_SEGREDO: join(folder, 'segredo'),
  CARIMBO_GOVBR_CADEIAS: folder,
}
const opened = (variables: Record<string, string>, qualified?: Parameters<typeof govBrSigningOf>[1]) =>
  govBrSigningOf(readConfig(variables).govBrSigning, qualified, openLog('silent'))

describe('the configuration of signing by gov.br', () => {
  it('is none where nothing of it is configured', async () => {
    expect(await opened({})).toBeUndefined()
  })

  it('is whole, and its way leads to the configured address', async () => {
    const service = await opened(whole)
    const asked = { state: 's', nonce: 'n', returnAddress: 'https://carimbo.exemplo/volta', several: true }
    const address = new URL(service?.addressToAuthorize(asked) ?? '')
    expect(address.origin + address.pathname).toBe('https://cas.exemplo.gov.br/oauth2.0/authorize')
    expect(address.searchParams.get('scope')).toBe('signature_session')
  })

  it.each([
    ['a part of it', { CARIMBO_GOVBR_CADEIAS: '' }, /falta configurar CARIMBO_GOVBR_CADEIAS/],
    ['an address that others read', { CARIMBO_GOVBR_SERVICO: 'http://assinatura.exemplo.gov.br' }, /começa com https/],
    ['no secret', { CARIMBO_GOVBR_SEGREDO: join(folder, 'vazio') }, /CARIMBO_GOVBR_SEGREDO/],
    ['no authorities', { CARIMBO_GOVBR_CADEIAS: join(folder, 'nada') }, /pasta de CARIMBO_GOVBR_CADEIAS/],
  ])('stops the start with one sentence: %s', async (_what, change, sentence) => {
    await expect((async () => opened({ ...whole, ...change }))()).rejects.toThrow(sentence)
  })

  it('stops the start where an authority would make both advanced and qualified signatures', async () => {
    const { readAnchors } = await loadVerifier()
    const qualified = readAnchors([{ name: 'raiz.crt', bytes: root.der }])
    await expect(opened(whole, qualified)).rejects.toThrow(/"AC Raiz de Teste" está na pasta/)
  })
})
