import { annexCaseFile, blockCaseFile, relateCaseFiles, suspendCaseFile } from '../../src/capabilities/cases/index.ts'
import { registerDocumentType } from '../../src/capabilities/classification/index.ts'
import { deleteDocument } from '../../src/capabilities/documents/index.ts'
import { acknowledge, writeComment } from '../../src/capabilities/remarks/index.ts'
import { sendCaseFile } from '../../src/capabilities/routing/index.ts'
import { closeMonths, loadPublished } from '../../src/capabilities/statistics/index.ts'
import { simulateMigration } from '../../src/capabilities/unit-migration/index.ts'
import { publishedFigures } from '../../src/demonstration/published-figures.ts'
import { addDays, todayIn } from '../../src/platform/calendar/index.ts'
import { aCentralAdministrator, admin, aGrant, formTo, idOf } from '../support/builders-admin.ts'
import { furnishAgenda } from '../support/builders-agenda.ts'
import { furnishArchive } from '../support/builders-archive.ts'
import { aBundle, tryMove } from '../support/builders-bundles.ts'
import { aHouseOfRequests, aRequest } from '../support/builders-case-type-requests.ts'
import {
  aCaseFile,
  actorOf,
  alsoOpenIn,
  confirmPasswordFor,
  done,
  formOf,
  openForCommands,
  types,
} from '../support/builders-cases.ts'
import { aDeadline } from '../support/builders-deadlines.ts'
import { furnishDemands } from '../support/builders-demands.ts'
import { aDraft, anUpload, lockAsIfSent, typeInto, writeText } from '../support/builders-documents.ts'
import { importCsv, tryCsv } from '../support/builders-imports.ts'
import { furnishIssuing } from '../support/builders-issuing.ts'
import { furnishLetters } from '../support/builders-letters.ts'
import { furnishMailroom } from '../support/builders-mailroom.ts'
import { aHolder, anOffice, aSubstitution, confirmOn } from '../support/builders-offices.ts'
import { aDamagedNight } from '../support/builders-operations.ts'
import { aPdf, askForCopy, idOf as idOfCopy } from '../support/builders-output.ts'
import { furnishProjects } from '../support/builders-projects.ts'
import { aVehicle, furnishPublishing } from '../support/builders-publishing.ts'
import { furnishReviewing } from '../support/builders-reviewing.ts'
import { aScan, signDocument } from '../support/builders-signatures.ts'
import { aForm, furnishTemplates } from '../support/builders-templates.ts'
import { aMigration, aUnit, orderRun } from '../support/builders-unit-migration.ts'
import { furnishCheckpoints, furnishTeamWork } from '../support/builders-watchlists.ts'
import { aWorkPlan, furnishWorkPlans } from '../support/builders-work-plans.ts'
import type { TestHouse } from '../support/house.ts'
import type { Page, Person } from '../support/person.ts'
import { at, password } from '../support/world.ts'

/** Everything that pages show, made once: each page is looked at with something on it. */
export type PagesWorld = Awaited<ReturnType<typeof furnishPages>>

/** Who looks at the pages. */
export interface Lookers {
  readonly marina: Person
  /** Signed in, with the second step of signing in begun and not confirmed. */
  readonly carla: Person
  /** Administrates the whole installation from the cabinet. */
  readonly central: Person
  readonly visitor: Person
  /** Keeps the register of confidential case files, whose password was given. */
  readonly keeper: Person
  /** The same before the password. */
  readonly locked: Person
}

export async function openLookers(house: TestHouse): Promise<Lookers> {
  const [keeper, locked, marina, carla, central] = await Promise.all([
    house.signIn('acervo'),
    house.signIn('acervo'),
    house.signIn('marina'),
    house.signIn('carla'),
    aCentralAdministrator(house),
  ])
  await aGrant(house, 'central', { profile: 'Informática', unit: 'GS', administers: 'installation' })
  const register = await keeper.open(`/em/${at.gs}/acervo-de-sigilosos`)
  await keeper.send(register, formOf('senha'), { senha: password })
  return { keeper, locked, marina, carla, central, visitor: house.visitor() }
}

/** What the pages of work and of the public show. */
export async function furnishPages(house: TestHouse, { marina, carla, central }: Lookers) {
  const actor = await actorOf(house, 'marina', at.prot)
  const now = house.platform.clock()
  const main = await aCaseFile(house, {
    summary: 'Restituição de imposto pago em dobro',
    parties: [{ newName: 'Maria das Dores' }],
  })
  const [empty, toAnnex, suspended, annexed, blocked, restricted, confidential, locked] = [
    await aCaseFile(house),
    await aCaseFile(house),
    await aCaseFile(house),
    await aCaseFile(house),
    await aCaseFile(house),
    await aCaseFile(house, { level: 'restricted' }),
    await aCaseFile(house, { level: 'confidential' }),
    await aCaseFile(house, { level: 'confidential' }),
  ]
  await Promise.all([aDraft(house, annexed.digits), aDraft(house, toAnnex.digits)])
  const draft = await aDraft(house, main.digits, { text: 'Encaminho o pedido de restituição para análise.' })
  await writeText(house, draft, 'Encaminho o pedido de restituição para análise da assessoria.')
  const signed = await aDraft(house, main.digits, { text: 'Defiro o pedido de restituição.' })
  const crc = await signDocument(house, signed)
  const sent = await aDraft(house, main.digits, { text: 'Enviado e protegido.' })
  await signDocument(house, sent)
  await typeInto(house, marina, sent, 'Enviado, e eu ainda escrevia.')
  const mailroom = await furnishMailroom(house, main.digits)
  const agenda = await furnishAgenda(house, main.digits)
  const projects = await furnishProjects(house, main.digits)
  const demands = await furnishDemands(house, main.digits)
  const planned = await furnishWorkPlans(house, main.digits, draft)
  const letters = await furnishLetters(house, main.digits)
  await lockAsIfSent(house, sent)
  const upload = await anUpload(house, main.digits, { fileName: 'guia.pdf', content: await aPdf(house, 'Guia paga') })
  const scan = await aScan(house, main.digits)
  await alsoOpenIn(house, main.id, at.asses)
  await done(
    suspendCaseFile(
      house.db,
      actor,
      { digits: suspended.digits, reason: 'Aguarda o laudo.', linkedDigits: undefined },
      now,
    ),
  )
  await done(annexCaseFile(house.db, actor, annexed.digits, main.digits, now))
  const administrator = await actorOf(house, 'admin', at.gs)
  await done(blockCaseFile(house.db, administrator, { digits: blocked.digits, reason: 'Ordem judicial.' }, now))
  await done(relateCaseFiles(house.db, actor, main.digits, restricted.digits, now))
  await confirmPasswordFor(marina, at.prot, confidential.digits, password)
  await openForCommands(house, 'marina', at.prot, confidential.id)
  const hiddenDraft = await aDraft(house, restricted.digits, { text: 'Laudo.', level: 'restricted' })
  const secretDraft = await aDraft(house, confidential.digits, { text: 'Voto em segredo.' })
  const deleted = await aDraft(house, main.digits, { text: 'Excluído por engano.' })
  await done(deleteDocument(house.db, actor, { number: deleted }, now))
  await done(writeComment(house.db, actor, { about: { digits: main.digits }, text: 'Conferir os dados.' }, now))
  await acknowledge(house.db, actor, { caseFiles: [main.digits] }, now)
  const [remark] = await house.db<{ id: string }[]>`select id from remarks.comment order by id desc limit 1`
  const comment = remark?.id ?? ''
  await aCaseFile(house, { by: 'secretaria', unit: at.gs, level: 'confidential' })
  const text = await marina.open(`/em/${at.prot}/textos-padrao/novo`)
  await marina.send(text, formOf('textos-padrao'), { nome: 'Encaminhamento', texto: 'Encaminho para análise.' })
  const review = await furnishReviewing(house, main.digits)
  const bundles = await furnishBundles(house, marina, main.digits, draft)
  const teamWork = await furnishTeamWork(house, marina, main.digits, draft)
  const copy = await askForCopy(marina, at.prot, main.digits)
  await house.workOff()
  const { deadline, awaited } = await furnishDeadlines(house, main.digits)
  const waitingCopy = await askForCopy(marina, at.prot, main.digits, { kind: 'zip' })
  const result = await signMany(house, marina, main.digits)
  const issued = await furnishIssuing(house, marina)
  const publishing = await furnishPublishing(house)
  const figures = await furnishFigures(house)
  const templates = await furnishTemplates(house, { marina, central }, main.digits)
  const archive = await furnishArchive(house)
  await beginSecondStep(carla)
  return {
    ...archive,
    ...issued,
    publishing,
    main,
    empty,
    toAnnex,
    suspended,
    annexed,
    blocked,
    restricted,
    confidential,
    locked,
    secretDraft,
    hiddenDraft,
    deleted,
    comment,
    draft,
    review,
    signed,
    crc,
    sent,
    upload,
    scan,
    deadline,
    awaited,
    ...teamWork,
    ...planned,
    ...mailroom,
    ...letters,
    ...agenda,
    ...projects,
    ...demands,
    caseType: await idOf(house, 'classification.case_type', 'name', types.request),
    documentType: await idOf(house, 'classification.document_type', 'name', 'Despacho'),
    standardText: await idOf(house, 'knowledge.standard_text', 'name', 'Encaminhamento'),
    copy: idOfCopy(copy),
    waitingCopy: idOfCopy(waitingCopy),
    signingResult: result.url,
    ...(await furnishCertificate(house, marina, main.digits, draft)),
    ...bundles,
    ...figures,
    ...templates,
    newPassword: await linkForNewPassword(house),
  }
}

/** Deadlines of the unit in a case file, late and ahead, and a case file that should come back. */
async function furnishDeadlines(house: TestHouse, digits: string) {
  const now = house.platform.clock()
  const today = todayIn(now)
  await aDeadline(house, digits, { text: 'Responder ao Ministério Público', term: { due: today }, dueTime: '00:01' })
  const term = { from: today, days: 5, counting: 'working' } as const
  const deadline = await aDeadline(house, digits, { text: 'Ouvir a Coordenadoria de Fiscalização', term })
  const [away, later] = [await aCaseFile(house), await aCaseFile(house)]
  const actor = await actorOf(house, 'marina', at.prot)
  const to = [(await actorOf(house, 'carla', at.cofic)).unitId]
  const due = addDays(today, 7)
  await done(sendCaseFile(house.db, actor, { caseNumber: away.digits, to, keepOpen: true, returnDue: due }, now))
  await done(sendCaseFile(house.db, actor, { caseNumber: later.digits, to, keepOpen: false, reopenOn: due }, now))
  const [row] = await house.db<{ id: string }[]>`
    select m.id from routing.movement m join cases.case_file c on c.id = m.case_file_id
     where c.digits = ${away.digits} and m.return_due is not null`
  return { deadline, awaited: row?.id ?? '' }
}

/** A bundle of each kind: one at home with all marks, one received from another unit, one with a unit that waits. */
async function furnishBundles(house: TestHouse, marina: Person, digits: string, draft: string) {
  const groups = await marina.open(`/em/${at.prot}/blocos/grupos`)
  expectOk(await marina.send(groups, formOf('blocos/grupos'), { nome: 'Férias' }))
  const bundle = await aBundle(house, { to: [at.asses, at.cofic], documents: [draft], description: 'Para assinar' })
  const marks = await marina.open(`/em/${at.prot}/blocos/${bundle}/marcas`)
  expectOk(await marina.send(marks, '#comentado form', { texto: 'Ver com a chefia.', ato: 'por' }))
  const theirs = await aCaseFile(house, { by: 'carla', unit: at.cofic })
  const papers = [
    await aDraft(house, theirs.digits, { by: 'carla', unit: at.cofic, text: 'Para a sua assinatura.' }),
    await aDraft(house, theirs.digits, { by: 'carla', unit: at.cofic, text: 'Também este.' }),
  ]
  const from = { by: 'carla', unit: at.cofic } as const
  const receivedBundle = await aBundle(house, { ...from, to: [at.prot, at.asses], documents: papers, available: true })
  const meeting = await aBundle(house, { kind: 'meeting', to: [at.asses], caseFiles: [digits], available: true })
  const internal = await aBundle(house, { kind: 'internal', caseFiles: [digits] })
  const emptyBundle = await aBundle(house, { kind: 'internal' })
  const concluded = await aBundle(house, { kind: 'internal' })
  await done(tryMove(house, concluded, 'conclude'))
  const itemIn = async (number: string) => {
    const [row] = await house.db<{ id: string }[]>`
      select i.id from bundles.item i join bundles.bundle b on b.id = i.bundle_id where b.number = ${number} limit 1`
    return row?.id ?? ''
  }
  return {
    bundle,
    receivedBundle,
    meeting,
    internal,
    emptyBundle,
    bundleItem: await itemIn(bundle),
    receivedItem: await itemIn(receivedBundle),
  }
}

/** A month that has ended, with a document in it, and figures of another installation. */
async function furnishFigures(house: TestHouse) {
  const monthMs = 40 * 86_400_000
  house.passTime(-monthMs)
  await aDraft(house, (await aCaseFile(house)).digits)
  house.passTime(monthMs)
  const now = house.platform.clock()
  const [closedMonth = ''] = await closeMonths(house.db, now)
  const { id } = await done(loadPublished(house.db, publishedFigures, undefined, now))
  return {
    closedMonth: closedMonth.slice(0, 7),
    publication: id,
    agency: await idOf(house, 'organization.agency', 'acronym', 'SET/RN'),
  }
}

/** What the pages of the administration show. */
export async function furnishAdministration(house: TestHouse, { central }: Lookers) {
  const here = (path: string) => central.open(admin(path))
  const outOfUse = async (path: string) => {
    const page = await here(`${path}/desativacao`)
    expectOk(await central.send(page, formTo(`${path}/desativacao`)))
  }
  const migrations = await furnishMigrations(house)
  await aDamagedNight(house)
  const ids = {
    formType: await aForm(house, central, 'Ficha de inscrição'),
    checkpoint: await furnishCheckpoints(house, 'COFIC'),
    vehicle: await aVehicle(house, { kind: 'external', acronym: 'DOM', name: 'Diário Oficial do Município' }),
    plan: await aWorkPlan(house, 'Compensação de imposto'),
    agency: await idOf(house, 'organization.agency', 'acronym', 'SET/RN'),
    closedAgency: await idOf(house, 'organization.agency', 'acronym', 'SEPLAG/RJ'),
    unit: await idOf(house, 'organization.unit', 'acronym', 'COFIC'),
    closedUnit: await idOf(house, 'organization.unit', 'acronym', 'GABSEC'),
    user: await idOf(house, 'identity.account', 'login', 'beto'),
    closedUser: await idOf(house, 'identity.account', 'login', 'rita'),
    profile: await idOf(house, 'identity.profile', 'name', 'Colaborador'),
    caseType: await idOf(house, 'classification.case_type', 'name', 'Arrecadação: Pedido de Contribuinte'),
    closedCaseType: await idOf(house, 'classification.case_type', 'name', 'Pessoal: Férias'),
    documentType: await idOf(house, 'classification.document_type', 'name', 'Despacho'),
    numberedType: await idOf(house, 'classification.document_type', 'name', 'Ofício'),
    closedDocumentType: await idOf(house, 'classification.document_type', 'name', 'Portaria'),
    recordClass: await idOf(house, 'classification.record_class', 'code', '010.1'),
    closedRecordClass: await idOf(house, 'classification.record_class', 'code', '010'),
    legalBasis: await idOf(house, 'classification.legal_basis', 'name', 'Informação pessoal'),
    closedLegalBasis: await idOf(house, 'classification.legal_basis', 'name', 'Sigilo fiscal'),
    conferenceKind: await idOf(house, 'classification.conference_kind', 'name', 'Cópia simples'),
    closedConferenceKind: await idOf(
      house,
      'classification.conference_kind',
      'name',
      'Cópia autenticada administrativamente',
    ),
  }
  for (const path of [
    `/orgaos/${ids.closedAgency}`,
    `/unidades/${ids.closedUnit}`,
    `/usuarios/${ids.closedUser}`,
    `/tipos-de-processo/${ids.closedCaseType}`,
    `/tipos-de-documento/${ids.closedDocumentType}`,
    `/classes/${ids.closedRecordClass}`,
    `/hipoteses-legais/${ids.closedLegalBasis}`,
    `/especies-de-conferencia/${ids.closedConferenceKind}`,
  ]) {
    await outOfUse(path)
  }
  const calendar = await here('/feriados')
  expectOk(await central.send(calendar, formTo('/feriados'), { dia: `${now(house)}-11-20`, nome: 'Consciência Negra' }))
  const printing = await central.open(`/em/${at.gs}/impressao`)
  const log = 'data;usuario;impressora;paginas\n2026-11-20 10:00;ana;HP01;4\n2026-11-20 10:00;ana;HP02;muitas'
  const file = { field: 'registro', name: 'impressoras.csv', type: 'text/csv', content: log }
  expectOk(await central.send(printing, 'form[action$="/impressao/registros"]', {}, [file]))
  const [holiday] = await house.db<{ id: string }[]>`select id from organization.holiday order by id limit 1`
  const [grant] = await house.db<{ id: string }[]>`select id from identity.assignment where account_id = ${ids.user}`
  const tried = await tryCsv(
    house,
    central,
    'unidades',
    'orgao;sigla;nome;superior\nSET/RN;NOVA;Unidade nova;GS\nSET/RN;COFIC;Outro nome;GS\nSET/RN;RUIM;Ruim;NADA',
  )
  const contacts = 'Jurídica;Potengi Ltda.;11.222.333/0001-81\nFísica;Fora de Uso;529.982.247-25'
  await importCsv(house, central, 'contatos', `natureza;nome;cpf_ou_cnpj\n${contacts}`)
  const closedContact = await idOf(house, 'people.contact', 'name', 'Fora de Uso')
  const closing = await central.open(`/em/${at.gs}/contatos/${closedContact}/desativacao`)
  expectOk(await central.send(closing, 'form[action$="/desativacao"]'))
  const contact = await idOf(house, 'people.contact', 'name', 'Potengi Ltda.')
  await aHouseOfRequests(house, central)
  await aGrant(house, 'central', { profile: 'CPAD', unit: 'GS' })
  await aRequest(central)
  const request = await idOf(house, 'case_type_requests.request', 'name', 'Cultura: Edital de fomento')
  const kept = await furnishOffices(house, central)
  const found = { ...kept, import: tried.url.split('/').at(-1) ?? '', contact, closedContact, request }
  const [auditRule] = await house.db<{ id: string }[]>`select id from auditing.rule order by id limit 1`
  return {
    ...ids,
    ...migrations,
    ...found,
    auditRule: auditRule?.id ?? '',
    holiday: holiday?.id ?? '',
    grant: grant?.id ?? '',
  }
}

/** Offices with a holder and who stands in, a group, and a mail that was worded anew. */
async function furnishOffices(house: TestHouse, central: Person) {
  const office = await anOffice(central, 'Secretária de Estado da Tributação')
  expectOk(await aHolder(central, office, 'secretaria'))
  const today = todayIn(house.platform.clock())
  expectOk(await aSubstitution(central, office, 'ana', { desde: addDays(today, 1), ate: addDays(today, 30) }))
  const closed = await anOffice(central, 'Cargo extinto')
  await confirmOn(central, closed, 'desativacao')
  const form = await central.open(`/em/${at.gs}/grupos/novo`)
  const group = await central.send(form, 'form[action$="/grupos"][method="post"]', {
    ...{ nome: 'Gabinete e assessorias', alcance: 'agency', descricao: 'Para comunicados' },
    membros: 'GS\nASSES',
  })
  expectOk(group)
  const mail = '/emails/case-sent'
  expectOk(await central.send(await central.open(admin(mail)), formTo(mail), { assunto: 'Chegou o processo @numero@' }))
  const access = await central.open(admin('/acesso-a-contatos'))
  const short = { unidade: 'ASSES', acesso: 'short', motivo: 'Não atende o público' }
  expectOk(await central.send(access, formTo('/acesso-a-contatos'), short))
  const idIn = (path: string) => path.split('/').at(-1)?.replace(/\?.*$/, '') ?? ''
  const [row] = await house.db<{ tenure: string; substitution: string }[]>`
    select tenure_id as tenure, id as substitution from identity.substitution order by id desc limit 1`
  return {
    office: idIn(office),
    closedOffice: idIn(closed),
    group: idIn(group.url),
    tenure: row?.tenure ?? '',
    substitution: row?.substitution ?? '',
  }
}

/** A migration in each state that has a look of its own. */
async function furnishMigrations(house: TestHouse) {
  for (const acronym of ['VELHA', 'NORTE', 'SUL']) await aUnit(house, acronym, ['ana'])
  const unit = 'set-rn-velha' as typeof at.prot
  for (let n = 0; n < 3; n += 1) await aCaseFile(house, { by: 'ana', unit, observation: 'A migrar' })
  const splitMigration = await aMigration(house, { mode: 'split', from: ['ASSES'], to: ['NORTE', 'SUL'] })
  const simulatedMigration = await aMigration(house, { from: ['PROT'], to: ['NORTE'] })
  const administrator = await actorOf(house, 'admin', at.gs)
  await done(simulateMigration(house.db, administrator, simulatedMigration, { agencyId: undefined }, new Date()))
  const doneMigration = await aMigration(house, { from: ['VELHA'], to: ['NORTE'] })
  await orderRun(house, doneMigration)
  await house.workOff()
  return { splitMigration, simulatedMigration, doneMigration }
}

const now = (house: TestHouse) => house.platform.clock().getFullYear()

function expectOk(page: Page): void {
  if (page.status !== 200 || page.errors.length > 0) {
    throw new Error(`${page.status} ${page.url} ${page.errors.join(' ')} ${page.text.slice(0, 400)}`)
  }
}

/** A declaration that waits to be signed in one's own program, and a document that nothing less signs. */
async function furnishCertificate(house: TestHouse, marina: Person, digits: string, draft: string) {
  const first = `/documentos/${draft}/assinatura/certificado`
  const page = await marina.open(`/em/${at.prot}${first}`)
  const step = await marina.send(page, formOf('assinatura/certificado'), { cargo: 'Analista' })
  expectOk(step)
  await registerDocumentType(house.db, { name: 'Escritura', appliesTo: 'authored' })
  await house.db`update classification.document_type set signature_level = 'qualified' where name = 'Escritura'`
  const qualified = await aDraft(house, digits, { type: 'Escritura', text: 'Transfere o imóvel.' })
  const other = await aDraft(house, digits, { text: 'Assinado no gov.br.' })
  const begun = await marina.open(`/em/${at.prot}/documentos/${other}/assinatura/govbr`)
  const going = await marina.send(begun, formOf('assinatura/govbr'), { cargo: 'Analista' })
  expectOk(going)
  const govBrVisit = going.url.slice(going.url.indexOf('/assinatura/'))
  return { declaration: step.url.slice(step.url.indexOf('/documentos/')), qualified, govBrVisit }
}

/** Two documents signed at once: the page that tells the result of each. */
async function signMany(house: TestHouse, marina: Person, digits: string): Promise<Page> {
  const numbers = [await aDraft(house, digits, { text: 'Um.' }), await aDraft(house, digits, { text: 'Outro.' })]
  const query = numbers.map((number) => `documento=${number}`).join('&')
  const page = await marina.open(`/em/${at.prot}/assinatura?${query}`)
  const boxes = [...page.document.querySelectorAll('input[name="documento"]')]
  const chosen = boxes.map((box) => box.getAttribute('value') ?? '')
  const result = await marina.send(page, formOf('assinatura'), {
    documento: chosen,
    senha: password,
  })
  expectOk(result)
  return result
}

async function beginSecondStep(person: Person): Promise<void> {
  const page = await person.open('/minha-conta/duas-etapas')
  expectOk(await person.send(page, 'main form', { senha: password }))
}

/** The address in the message to somebody who forgot the password. */
async function linkForNewPassword(house: TestHouse): Promise<string> {
  const visitor = house.visitor()
  const page = await visitor.open('/esqueci-a-senha')
  expectOk(await visitor.send(page, 'main form', { usuario: 'paulo' }))
  const [message] = await house.db<{ text: string }[]>`select * from mail.message order by id desc limit 1`
  const [, path] = /(\/nova-senha\/[\w-]+)/.exec(JSON.stringify(message)) ?? []
  if (!path) throw new Error(`no link in ${JSON.stringify(message)}`)
  return path
}
