import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { aCaseFile, actorOf, eventsOf, formOf } from '../../../../test/support/builders-cases.ts'
import { aDraft, documentAddress } from '../../../../test/support/builders-documents.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import type { Letter, MailRefusal } from '../../../platform/mail/index.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import { addressesIn } from './addresses-in.ts'
import { type EmailFacts, refusalsToSend } from './send-email.rules.ts'

const right: EmailFacts = {
  caseRefusals: [],
  levelRefusals: [],
  unitAcronym: 'PROT',
  senders: ['prot@exemplo.gov.br'],
  sender: 'prot@exemplo.gov.br',
  recipients: ['a@exemplo.org'],
  badRecipients: [],
  subjectLength: 10,
  messageLength: 10,
  attachments: 0,
  bytes: 100,
  unfit: [],
}

describe('what an e-mail needs', () => {
  test.each<[string, Partial<EmailFacts>, string[]]>([
    ['nothing more', {}, []],
    ['an address of the unit', { senders: [], sender: '' }, ['no-sender']],
    ['one of its own addresses', { sender: 'outro@exemplo.org' }, ['sender']],
    ['somebody to go to', { recipients: [] }, ['no-recipient']],
    ['addresses that are some', { badRecipients: ['x'] }, ['recipients']],
    [
      'at most fifty of them',
      { recipients: Array.from({ length: 51 }, (_, i) => `a${i}@x.org`) },
      ['too-many-recipients'],
    ],
    ['a subject', { subjectLength: 0 }, ['subject']],
    ['a message', { messageLength: 20_001 }, ['message']],
    ['ten megabytes in all, not a byte more', { bytes: 10 * 1024 * 1024 + 1 }, ['too-large']],
    ['ten megabytes may go', { bytes: 10 * 1024 * 1024 }, []],
    ['documents that may go out', { unfit: ['Despacho (0000001)'] }, ['unfit']],
  ])('%s', (_what, facts, kinds) => {
    expect(refusalsToSend({ ...right, ...facts }).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('R2 takes an address once, however its letters are written', () => {
    expect(addressesIn('A@x.org, a@X.org;\n b@y.org <c> ')).toEqual({
      recipients: ['A@x.org', 'b@y.org'],
      badRecipients: ['<c>'],
    })
  })
})

describe('an e-mail of a unit', () => {
  let house: TestHouse
  let marina: Person
  const letters: Letter[] = []
  type Delivered = Outcome<{ messageId: string; refusedAddresses: string[] }, MailRefusal>
  let answer: (letter: Letter) => Delivered = () => sent
  const sent: Delivered = { done: true, value: { messageId: '<1@x>', refusedAddresses: [] } }

  beforeAll(async () => {
    house = await openTestHouse({
      mailer: {
        deliver: async (letter) => {
          letters.push(letter)
          return answer(letter)
        },
      },
    })
    await house.db`insert into organization.unit_email (unit_id, address)
      select id, 'protocolo@exemplo.gov.br' from organization.unit where slug = ${at.prot}`
    marina = await house.signIn('marina')
  })
  beforeEach(() => {
    letters.length = 0
    answer = () => sent
  })
  afterAll(() => house.close())

  const write = async (
    digits: string,
    fields: Record<string, string | readonly string[]>,
    files: Parameters<Person['send']>[3] = [],
  ) => {
    const page = await marina.open(`/em/${at.prot}/processos/${digits}/correio`)
    return marina.send(
      page,
      formOf('correio'),
      { ato: 'enviar', assunto: 'Resposta', mensagem: 'Segue a resposta.', ...fields },
      files,
    )
  }
  const deliver = () => house.workOff().catch(() => undefined)
  const again = () => house.db`update graphile_worker._private_jobs set run_at = now()`

  it('R1 goes with its attachments and is a locked document with history; who may read it sees each delivery', async () => {
    const { digits, id } = await aCaseFile(house)
    const signed = await aDraft(house, digits, { text: 'O parecer.' })
    await signDocument(house, signed)
    const file = { field: 'arquivos', name: 'mapa.txt', type: 'text/plain', content: 'O mapa do lugar' }
    const page = await write(digits, { para: 'maria@exemplo.org, jose@exemplo.org', documento: signed }, [file])
    expect(page.errors).toEqual([])
    expect(page.text).toContain('Na fila')
    expect(page.text).toContain('mapa.txt')
    answer = (letter) =>
      letter.envelopeTo === 'jose@exemplo.org'
        ? { done: false, refusals: [{ reason: 'rejected', answer: '550 caixa inexistente' }] }
        : sent
    await deliver()
    expect(letters.map(({ envelopeTo }) => envelopeTo).sort()).toEqual(['jose@exemplo.org', 'maria@exemplo.org'])
    expect(letters[0]?.to).toEqual(['maria@exemplo.org', 'jose@exemplo.org'])
    expect(letters[0]?.attachments?.map(({ fileName }) => fileName.replace(/\d+/, 'N'))).toEqual([
      'Despacho_N.pdf',
      'mapa.txt',
    ])
    expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(1)
    const after = await marina.open(page.url)
    expect(after.text).toContain('Entregue ao servidor de e-mail')
    expect(after.text).toContain('Recusada 550 caixa inexistente')
    expect(await eventsOf(house, id)).toContain('email-sent')
    const number = page.url.split('/').at(-1) ?? ''
    for (const part of ['/exclusao', '/substituicao']) {
      const refused = await marina.open(documentAddress(number, part))
      expect([part, refused.text]).toEqual([part, expect.stringContaining('envio por correio eletrônico')])
    }
    expect(
      (await marina.open(documentAddress(number, '/cancelamento'))).document.querySelector(formOf('cancelamento')),
    ).toBeTruthy()
    expect((await marina.open(documentAddress(number, '/anexos/2'))).text).toBe('O mapa do lugar')
  })

  it('R2 is never handed over twice: where a worker died between, it says that nobody knows', async () => {
    const { digits } = await aCaseFile(house)
    const page = await write(digits, { para: 'um@exemplo.org' })
    answer = () => {
      throw new Error('the worker dies with the letter in its hands')
    }
    await deliver()
    answer = () => sent
    await again()
    await deliver()
    await again()
    await deliver()
    expect(letters).toHaveLength(1)
    expect((await marina.open(page.url)).text).toContain('Sem confirmação do servidor')
  })

  it('R2 is tried again where the server surely did not take it, and not where it perhaps did', async () => {
    const { digits } = await aCaseFile(house)
    const page = await write(digits, { para: 'dois@exemplo.org' })
    answer = () => ({ done: false, refusals: [{ reason: 'unreachable', answer: '421 volte depois' }] })
    await deliver()
    expect((await marina.open(page.url)).text).toContain('Na fila 421 volte depois')
    answer = () => ({ done: false, refusals: [{ reason: 'unreachable', answer: 'ETIMEDOUT', perhapsSent: true }] })
    await again()
    await deliver()
    await again()
    await deliver()
    expect(letters).toHaveLength(2)
    expect((await marina.open(page.url)).text).toContain('Sem confirmação do servidor')
  })

  it('R3 comes only from an address of the unit, and says why where there is none', async () => {
    const { digits } = await aCaseFile(house, { by: 'ana', unit: at.asses })
    const ana = await house.signIn('ana')
    const page = await ana.open(`/em/${at.asses}/processos/${digits}/correio`)
    expect(page.text).toContain('A unidade ASSES não tem e-mail cadastrado')
    expect(page.document.querySelector(formOf('correio'))).toBeNull()
    const own = await aCaseFile(house)
    const forged = await write(own.digits, { para: 'a@exemplo.org', de: 'governador@exemplo.gov.br' })
    expect(forged.errors).toEqual(['Escolha um dos e-mails da unidade.'])
  })

  it('R4 takes along only what its writer may read and is no draft, and keeps what was typed when it is refused', async () => {
    const { digits } = await aCaseFile(house)
    const draft = await aDraft(house, digits)
    const other = await aCaseFile(house)
    const foreign = await aDraft(house, other.digits, { text: 'De outro processo.' })
    await signDocument(house, foreign)
    for (const number of [draft, foreign]) {
      const page = await write(digits, { para: 'a@exemplo.org', documento: number })
      expect(page.status).toBe(422)
      expect(page.errors[0]).toContain('não pode ser anexado')
      expect(page.document.querySelector('textarea[name="mensagem"]')?.textContent).toContain('Segue a resposta.')
    }
    const nobody = await write(digits, { para: 'sem arroba', documento: [] })
    expect(nobody.errors[0]).toContain('Não são endereços de e-mail: sem, arroba')
    expect(
      await house.db`select 1 from issuing.email e join documents.document d on d.id = e.document_id
      join cases.case_file c on c.id = d.case_file_id where c.digits = ${digits}`,
    ).toHaveLength(0)
  })

  it('R5 does not go along when its case file is opened once more, and is not read by who may not read its document', async () => {
    const { digits } = await aCaseFile(house, { level: 'restricted' })
    const page = await write(digits, { para: 'tres@exemplo.org', nivel: 'restrito', hipotese: await basis() }, [
      { field: 'arquivos', name: 'a.txt', type: 'text/plain', content: 'Segredo' },
    ])
    expect(page.errors).toEqual([])
    const number = page.url.split('/').at(-1) ?? ''
    const carla = await house.signIn('carla')
    expect((await carla.open(documentAddress(number, '/anexos/1', at.cofic))).status).toBe(404)
    const copy = await marina.open(`/em/${at.prot}/processos/${digits}/duplicacao`)
    expect(copy.status).toBe(200)
    expect(copy.document.querySelector(`input[value="${number}"]:not([disabled])`)).toBeNull()
    const admin = await house.signIn('admin')
    const outbox = await admin.open(`/em/${at.gs}/sistema/correio`)
    expect(outbox.text).toContain('tres@exemplo.org')
    expect(outbox.text).not.toContain('Segue a resposta.')
  })

  const basis = async () => {
    const [row] = await house.db<{ id: string }[]>`select id from classification.legal_basis where level = 'restricted'`
    return row?.id ?? ''
  }

  it('R1 a standard text of the unit becomes the message', async () => {
    const actor = await actorOf(house, 'marina', at.prot)
    const { addStandardText } = await import('../../knowledge/index.ts')
    const { doc, section } = await import('../../../rich-text/index.ts')
    const content = doc(section('corpo', 'body', 'Prezada pessoa, segue anexo.'))
    await addStandardText(house.db, actor, { name: 'Saudação', content }, house.platform.clock())
    const { digits } = await aCaseFile(house)
    const [text] = await house.db<{ id: string }[]>`select id from knowledge.standard_text where name = 'Saudação'`
    const page = await write(digits, { ato: 'texto', texto_padrao: text?.id ?? '', para: 'x@exemplo.org' })
    expect(page.document.querySelector('textarea[name="mensagem"]')?.textContent).toContain('segue anexo')
    expect(page.document.querySelector('textarea[name="para"]')?.textContent).toContain('x@exemplo.org')
  })
})
