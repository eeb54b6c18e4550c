import { createServer, type Server, type Socket } from 'node:net'
import fc from 'fast-check'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { type Letter, letterLimitBytes, type Mailer, openMailer, parseMailbox } from './index.ts'

const letter: Letter = {
  from: 'Prefeitura de Exemplo <nao-responda@exemplo.gov.br>',
  to: 'maria@exemplo.gov.br',
  subject: 'Intimação nº 12',
  text: 'Prezada Maria,\n\nhá uma intimação para você.\n.\nAtenciosamente',
}

type Received = { raw: string; from: string; to: string[] }
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A mail server on this machine, and a mailer that speaks to it. */
async function mailServer(
  options: SMTPServerOptions = {},
  login = '',
): Promise<{ mailer: Mailer; received: Received[] }> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, accept) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? mailFrom.address : ''
        received.push({ raw: Buffer.concat(pieces).toString('utf8'), from, to: rcptTo.map((one) => one.address) })
        accept()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  closing.push(() => new Promise((closed) => server.close(() => closed(undefined))))
  return { mailer: mailerTo(portOf(server.server), login), received }
}

const portOf = (server: Server) => (server.address() as { port: number }).port
const mailerTo = (port: number, login = '', timeoutMs = 5000) =>
  openMailer({ smtpUrl: `smtp://${login}127.0.0.1:${port}`, timeoutMs }) ?? expect.fail('no mailer')

/** A server that greets, or not, and then lets the other side wait. */
async function badServer(behave: (socket: Socket) => void): Promise<number> {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => {}))
    behave(socket)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  closing.push(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((closed) => server.close(closed))
  })
  return portOf(server)
}

const smtpError = (message: string, responseCode: number) => Object.assign(new Error(message), { responseCode })
const headersOf = (raw: string) => raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[\t ]+/g, ' ')

describe('a letter', () => {
  test('arrives with its accents, its names and its attachments', async () => {
    const { mailer, received } = await mailServer()
    const outcome = await mailer.deliver({
      ...letter,
      to: ['José Conceição <jose@exemplo.gov.br>', 'ana@exemplo.org'],
      replyTo: 'protocolo@exemplo.gov.br',
      messageId: '<um-1@exemplo.gov.br>',
      automatic: true,
      attachments: [
        { fileName: 'Ofício\u202E nº 1.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7') },
      ],
    })
    expect(outcome).toEqual({ done: true, value: { messageId: '<um-1@exemplo.gov.br>', refusedAddresses: [] } })
    const { raw = '', from, to } = received[0] ?? {}
    expect({ from, to }).toEqual({
      from: 'nao-responda@exemplo.gov.br',
      to: ['jose@exemplo.gov.br', 'ana@exemplo.org'],
    })
    const headers = headersOf(raw)
    expect(headers).toContain('From: Prefeitura de Exemplo <nao-responda@exemplo.gov.br>')
    expect(headers).toMatch(/Subject: =\?UTF-8\?Q\?Intima=C3=A7=C3=A3o_n=C2=BA_12\?=/)
    expect(headers).toContain('Reply-To: protocolo@exemplo.gov.br')
    expect(headers).toContain('Message-ID: <um-1@exemplo.gov.br>')
    expect(headers).toContain('Auto-Submitted: auto-generated')
    expect(headers).not.toContain('X-Mailer')
    expect(raw).toContain("filename*0*=utf-8''Of%C3%ADcio%20n%C2%BA%201.pdf")
    expect(raw).toContain(Buffer.from('%PDF-1.7').toString('base64'))
  })

  test('by a person does not say that a machine wrote it', async () => {
    const { mailer, received } = await mailServer()
    await mailer.deliver(letter)
    expect(received[0]?.raw).not.toContain('Auto-Submitted')
  })

  test('with a broken subject, type of attachment or Message-ID goes with good ones', async () => {
    const { mailer, received } = await mailServer()
    const attachments = [{ fileName: 'a.bin', mediaType: 'nada; x=1', content: Buffer.from('x') }]
    const broken = { subject: 'um\u202Edois\r\ntrês', messageId: '<sem arroba>', text: 'fim\u0000\u0007', attachments }
    const outcome = await mailer.deliver({ ...letter, ...broken })
    const { raw = '' } = received[0] ?? {}
    expect(headersOf(raw)).toContain('Subject: =?UTF-8?Q?um_dois_tr=C3=AAs?=')
    expect(raw).toContain('Content-Type: application/octet-stream; name=a.bin')
    for (const control of ['\u0000', '\u0007']) expect(raw).not.toContain(control)
    expect(outcome.done && outcome.value.messageId).toMatch(/^<[\w-]+@exemplo\.gov\.br>$/)
  })

  test('whatever is written in its fields, has the same headers and goes to the same people', async () => {
    const { mailer, received } = await mailServer()
    const evil = fc.constantFrom(
      '\r\nBcc: mau@exemplo.org',
      '\nSubject: outro',
      '\r\n\r\n<script>',
      '\u2028X: y',
      '"',
      '<',
      ',',
      'a',
    )
    const anyText = fc
      .array(fc.oneof(evil, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 6 })
      .map((all) => all.join(''))
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, anyText, async (name, subject, fileName, mediaType) => {
        received.length = 0
        const from = `${name} <a@exemplo.org>`
        expect(parseMailbox(from) === undefined).toBe(/\p{Cc}/u.test(from.trim()))
        const attachments = [{ fileName, mediaType, content: Buffer.from('x') }]
        const outcome = await mailer.deliver({
          ...letter,
          from: from.replace(/\p{Cc}/gu, ''),
          subject,
          messageId: subject,
          attachments,
        })
        expect(outcome.done).toBe(true)
        expect(received[0]?.to).toEqual(['maria@exemplo.gov.br'])
        expect(received[0]?.from).toBe('a@exemplo.org')
        const names = headersOf(received[0]?.raw ?? '')
          .split('\r\n')
          .map((line) => line.split(':')[0])
        const usual = ['From', 'To', 'Message-ID', 'Date', 'MIME-Version', 'Content-Type']
        expect(names.filter((one) => one !== 'Subject').sort()).toEqual(usual.sort())
      }),
      { numRuns: 30 },
    )
  }, 30_000)
})

describe('a letter is not sent', () => {
  test.each(['', 'maria', 'a@b', 'a@b@c.br', 'a b@c.br', 'a@c.br\r\nRCPT TO:<x@y.br>', 'a@exemplo.br>, <b@exemplo.br'])(
    'to the bad address %j, nor from it',
    async (address) => {
      const { mailer, received } = await mailServer()
      const refusals = [{ reason: 'bad-address', address }]
      expect(await mailer.deliver({ ...letter, to: address })).toEqual({ done: false, refusals })
      expect(await mailer.deliver({ ...letter, from: address })).toEqual({ done: false, refusals })
      expect(await mailer.deliver({ ...letter, replyTo: address })).toEqual({ done: false, refusals })
      expect(received).toEqual([])
    },
  )

  test('to no one', async () => {
    const { mailer } = await mailServer()
    expect(await mailer.deliver({ ...letter, to: [] })).toMatchObject({
      done: false,
      refusals: [{ reason: 'bad-address' }],
    })
  })

  test('when it is larger than 10 MB, told together with every bad address', async () => {
    const { mailer, received } = await mailServer()
    const half = { fileName: 'a.bin', mediaType: 'application/zip', content: Buffer.alloc(letterLimitBytes / 2) }
    const outcome = await mailer.deliver({ ...letter, to: ['x', 'y'], attachments: [half, half] })
    expect(outcome.done || outcome.refusals.map((refusal) => refusal.reason)).toEqual([
      'bad-address',
      'bad-address',
      'too-large',
    ])
    const content = Buffer.alloc(letterLimitBytes - Buffer.byteLength(letter.text))
    expect(await mailer.deliver({ ...letter, attachments: [{ ...half, content }] })).toMatchObject({ done: true })
    expect(received).toHaveLength(1)
  })
})

describe('the mail server', () => {
  test('does not know the recipient: the letter is rejected, in the words of the server', async () => {
    const onRcptTo: SMTPServerOptions['onRcptTo'] = (_address, _session, answer) =>
      answer(smtpError('caixa inexistente', 550))
    const { mailer } = await mailServer({ onRcptTo })
    expect(await mailer.deliver(letter)).toEqual({
      done: false,
      refusals: [{ reason: 'rejected', answer: expect.stringContaining('550 caixa inexistente') }],
    })
  })

  test('does not know one of two recipients: the other receives it, and the first is named', async () => {
    const { mailer, received } = await mailServer({
      onRcptTo: ({ address }, _session, answer) => answer(address.startsWith('x') ? smtpError('não', 550) : null),
    })
    const outcome = await mailer.deliver({ ...letter, to: ['x@exemplo.org', 'maria@exemplo.gov.br'] })
    expect(outcome).toMatchObject({ done: true, value: { refusedAddresses: ['x@exemplo.org'] } })
    expect(received[0]?.to).toEqual(['maria@exemplo.gov.br'])
  })

  test.each([
    [451, 'unreachable'],
    [552, 'rejected'],
  ])('answers %i to the content: %s', async (code, reason) => {
    const { mailer } = await mailServer({
      onData: (stream, _session, answer) => void stream.on('end', () => answer(smtpError('agora não', code))).resume(),
    })
    expect(await mailer.deliver(letter)).toMatchObject({ done: false, refusals: [{ reason }] })
  })

  test('does not take our password: that is no fault of the letter, and the password is not told', async () => {
    const options = {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_a: unknown, _s: unknown, no: (error: Error) => void) => no(smtpError('senha errada', 535)),
    }
    const { mailer } = await mailServer(options, 'carimbo:s3gr3d0@')
    const outcome = await mailer.deliver(letter)
    expect(outcome).toMatchObject({ done: false, refusals: [{ reason: 'unreachable' }] })
    expect(JSON.stringify(outcome)).not.toContain('s3gr3d0')
  })

  test('is not there', async () => {
    const port = await badServer((socket) => socket.destroy())
    expect(await mailerTo(port).deliver(letter)).toMatchObject({ done: false, refusals: [{ reason: 'unreachable' }] })
    await closing.pop()?.()
    // A free port may be somebody else's a moment later; at this one nobody listens.
    const outcome = await mailerTo(1).deliver(letter)
    expect(outcome).toMatchObject({
      refusals: [{ reason: 'unreachable', answer: expect.stringContaining('ECONNREFUSED') }],
    })
  })

  test.each<[string, (socket: Socket) => void]>([
    ['says nothing', () => {}],
    ['says hello and nothing more', (socket) => void socket.write('220 oi\r\n')],
    [
      'never comes to the end of its greeting',
      (socket) => void setInterval(() => socket.writable && socket.write('220-oi\r\n'), 50).unref(),
    ],
    [
      'answers without end',
      (socket) => {
        socket.write('220 oi\r\n')
        setInterval(() => socket.writable && socket.write('250-oi\r\n'), 50).unref()
      },
    ],
  ])('%s: the wait has an end', async (_how, behave) => {
    const port = await badServer(behave)
    const start = performance.now()
    expect(await mailerTo(port, '', 400).deliver(letter)).toMatchObject({ refusals: [{ reason: 'unreachable' }] })
    expect(performance.now() - start).toBeLessThan(2500)
  })
})
