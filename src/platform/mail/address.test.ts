import { describe, expect, test } from 'vitest'
import { isMailAddress, openMailer, parseMailbox } from './index.ts'

describe('addresses', () => {
  test.each<[string, boolean]>([
    ['maria@exemplo.gov.br', true],
    ['maria.souza+sei_1@sub.exemplo.gov.br', true],
    ['maria@são-paulo.gov.br', true],
    ['carimbo@localhost', true],
    [`${'a'.repeat(64)}@exemplo.br`, true],
    [`${'a'.repeat(65)}@exemplo.br`, false],
    [`a@${'b'.repeat(64)}.br`, false],
    [`a@${'b.'.repeat(130)}br`, false],
    ['maria@exemplo', false],
    ['maria@10.0.0.1', false],
    ['maria@[10.0.0.1]', false],
    ['maria@-exemplo.br', false],
    ['maria@exemplo..br', false],
    ['.maria@exemplo.br', false],
    ['ma..ria@exemplo.br', false],
    ['"ma ria"@exemplo.br', false],
    ['mária@exemplo.br', false],
    ['maria@exemplo.br ', false],
    ['maria@exemplo.br\n', false],
    ['maria@exemplo.br/pagina', false],
  ])('%j may be written to: %s', (address, expected) => {
    expect(isMailAddress(address)).toBe(expected)
  })

  test.each([
    ['maria@exemplo.br', { address: 'maria@exemplo.br', name: '' }],
    [' Maria  Souza <maria@exemplo.br> ', { address: 'maria@exemplo.br', name: 'Maria Souza' }],
    ['"Souza, Maria" <maria@exemplo.br>', { address: 'maria@exemplo.br', name: 'Souza, Maria' }],
    ['<maria@exemplo.br>', { address: 'maria@exemplo.br', name: '' }],
    ['Maria <maria@exemplo.br', undefined],
    ['Maria', undefined],
  ])('%j is read as %o', (text, expected) => {
    expect(parseMailbox(text)).toEqual(expected)
  })

  test('of a monstrous length are judged quickly', () => {
    const start = performance.now()
    isMailAddress(`${'a.'.repeat(200_000)}@b`)
    parseMailbox(`${'" '.repeat(200_000)}<a`)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('configuration', () => {
  test('without a server there is no mailer', () => {
    expect(openMailer({ smtpUrl: undefined })).toBeUndefined()
    expect(openMailer({ smtpUrl: '' })).toBeUndefined()
  })

  test.each(['exemplo.gov.br', 'http://exemplo.gov.br', 'smtp://', 'file:///etc/passwd', 'smtp:s3gr3d0'])(
    'the address %j stops the program at its start, without repeating it',
    (smtpUrl) => {
      expect(() => openMailer({ smtpUrl })).toThrow(/^SMTP_URL: (?!.*s3gr3d0)/)
    },
  )
})
