import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RichText, section } from '../../src/rich-text/index.ts'
import { aPerson, signInAs } from '../support/builders-admin.ts'
import { aCaseFile } from '../support/builders-cases.ts'
import { aDraft, textOf } from '../support/builders-documents.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { at } from '../support/world.ts'
import { type Caller, callerOf, type Fields } from './caller.ts'
import { aHiddenCase, type HiddenCase } from './hidden-case.ts'
import { addressOf, parametersOf, type RouteKey, routesOf } from './routes.ts'
import { surfaces } from './surfaces.ts'
import { absentLike, compareTwins, countingIn, type Twins } from './twins.ts'
import { waiting } from './waiting.ts'

let house: TestHouse
let hidden: HiddenCase
let own: { digits: string; number: string; text: RichText }
let people: readonly { who: string; unit: string; caller: Caller }[]

beforeAll(async () => {
  house = await openTestHouse()
  hidden = await aHiddenCase(house)
  const { digits } = await aCaseFile(house, { by: 'ana', unit: at.asses })
  const number = await aDraft(house, digits, { by: 'ana', unit: at.asses, text: 'Texto de Ana.' })
  own = { digits, number, text: (await textOf(house, number)).content }
  const grant = { profile: 'Administrador', unit: 'GABSEC', administers: 'agency' } as const
  await aPerson(house, { login: 'local', agency: 'SEPLAG/RJ', grants: [grant, { profile: 'Básico', unit: 'GABSEC' }] })
  const visitor = house.visitor()
  await visitor.open('/')
  people = [
    { who: 'Ana, of another unit', unit: at.asses, caller: callerOf(house.app, await house.signIn('ana')) },
    { who: 'Paulo, a colleague', unit: at.prot, caller: callerOf(house.app, await house.signIn('paulo')) },
    {
      who: 'an administrator of another agency',
      unit: at.rj,
      caller: callerOf(house.app, await signInAs(house, 'local')),
    },
    { who: 'a visitor', unit: at.prot, caller: callerOf(house.app, visitor) },
  ]
})
afterAll(() => house.close())

describe('T-30 what is not there and what is not for you', () => {
  it('cannot be told apart on any address that names something', async () => {
    const twins = routesOf(house.app)
      .filter((route) => !waiting.has(route))
      .flatMap(twinsOf)
    expect(twins.length).toBeGreaterThan(300)
    await expectAlike(twins)
  }, 120_000)

  it('cannot be told apart where it is named in a form, or in a question', async () => {
    await expectAlike(inForms())
  }, 60_000)
})

async function expectAlike(twins: readonly Twins[]): Promise<void> {
  const differences: string[] = []
  const times: [number, number][] = []
  for (const one of twins) {
    const compared = await compareTwins(one, countingIn(house))
    differences.push(...compared.differences)
    times.push([...compared.milliseconds])
  }
  const median = (place: 0 | 1) => times.map((pair) => pair[place]).sort((a, b) => a - b)[times.length >> 1] ?? 0
  console.info(
    `access: ${twins.length} pairs; hidden ${median(0).toFixed(1)} ms, not there ${median(1).toFixed(1)} ms at the median`,
  )
  expect(differences).toEqual([])
}

/** A route with parameters, asked by each of these people; parts of what is one's own are asked for besides. */
function twinsOf(route: RouteKey): Twins[] {
  const parameters = parametersOf(route)
  const [first, ...inside] = parameters
  // A secret link is its own proof; what is common to all agencies is hidden from nobody who administers one.
  if (!first || first === 'token' || /\/contatos\//.test(route)) return []
  if (/\/administracao\/(?!orgaos|unidades|usuarios)/.test(route)) return []
  const present = thingsOf(route)
  // The texts, labels and bundles of a unit are all its people's.
  const ofUnit = /:unidade\/(textos-padrao|marcadores)\/:id|\/blocos\/:numero/.test(route)
  const strangers = people.filter(({ unit }) => !(ofUnit && unit === at.prot))
  return strangers.flatMap(({ who, unit, caller }): Twins[] => {
    const all: Twins = {
      ...{ name: route, who, caller },
      things: [pairOf(present[first] ?? '')],
      ask: (asker, [thing = '']) => ask(route, asker, { ...present, [first]: thing, unidade: unit }),
    }
    const isAnas = unit === at.asses && (first === 'numero' || route.includes('/exportacoes'))
    if (!isAnas) return [all]
    // The first version of one's own text is one's own, in whatever format.
    const parts = inside
      .filter((name) => name !== 'versao' && name !== 'formato')
      .map((name) => ({
        ...{ name: `${route} of one's own`, who, caller },
        things: [pairOf(present[name] ?? '')],
        ask: (asker: Caller, [thing = '']: readonly string[]) =>
          ask(route, asker, { ...present, numero: ownOf(route), [name]: thing, unidade: unit }),
      }))
    return [all, ...parts]
  })
}

const pairOf = (thing: string) => [thing, absentLike(thing)] as const
const ownOf = (route: RouteKey) => (route.includes('/documentos/:numero') ? own.number : own.digits)

/** What there is in the world that none of these people may know of. */
function thingsOf(route: RouteKey): Readonly<Record<string, string>> {
  const { digits, signed, copyId, credentialId, image, crc, agencyThings } = hidden
  const isOfCase = /\/(processos|consulta)\/:numero/.test(route)
  const { keptThings, bundle, deleted } = hidden
  const place = /:unidade\/(?:processos\/:numero\/|revisao\/)?([\w-]+)\/:id/.exec(route)?.[1] ?? ''
  const ofOthers = route.includes('/textos-padrao') ? hidden.standardTextId : (keptThings[place] ?? copyId)
  const number = route.includes('/lixeira/') ? deleted : signed
  const kind = /\/administracao\/([\w-]+)\/:id/.exec(route)?.[1]
  return {
    numero: isOfCase ? digits : route.includes('/blocos/') ? bundle.number : number,
    id: kind ? (agencyThings[kind] ?? '1') : ofOthers,
    item: bundle.item,
    ...{
      versao: '1',
      formato: 'txt',
      credencial: credentialId,
      sha256: image,
      codigo: signed,
      crc: wrongOf(crc),
      permissao: '1',
      anexo: '1',
      atividade: '1',
      pagina: '1',
    },
  }
}

function ask(route: RouteKey, caller: Caller, things: Readonly<Record<string, string>>) {
  const surface = surfaces[route]
  const url = addressOf(route, things)
  if (route.startsWith('GET ')) return caller.get(`${url}${surface && 'query' in surface ? (surface.query ?? '') : ''}`)
  if (surface && 'json' in surface) return caller.send(route.startsWith('PUT') ? 'PUT' : 'POST', url, surface.json)
  const fields = surface && 'fields' in surface ? surface.fields : undefined
  if (surface && 'file' in surface && surface.file) {
    return caller.upload(url, { ...surface.file, content: Buffer.from(surface.file.content) }, fields)
  }
  return caller.post(url, fields)
}

/** Where the identifier is not in the path: lists of numbers, the other of an act between two, models, images. */
function inForms(): Twins[] {
  const { digits, number, signed, shown, image, waitingId, crc } = hidden
  const [ana] = people
  if (!ana) throw new Error('nobody is there')
  const here = `/em/${ana.unit}`
  const mine = `${here}/processos/${own.digits}`
  const get = (path: string, thing: string): Twins =>
    twin(`GET ${path}`, thing, (caller, one) => caller.get(path + encodeURIComponent(one)))
  const post = (path: string, thing: string, fields: (one: string) => Fields): Twins =>
    twin(`POST ${path}`, thing, (caller, one) => caller.post(path, fields(one)))
  const twin = (
    name: string,
    thing: string,
    asked: (caller: Caller, one: string) => ReturnType<Caller['get']>,
  ): Twins => ({
    ...{ name, who: ana.who, caller: ana.caller },
    things: [[thing, absentIn(thing)]],
    ask: (caller, [one = '']) => asked(caller, one),
  })
  return [
    ...asked.map((path) => get(`${here}/${path}?processo=`, digits)),
    get(`${here}/assinatura?documento=`, signed),
    ...[digits, number, `Processo nº ${number}`, signed].map((one) => get(`${here}/pesquisa?q=`, one)),
    ...[signed].map((one) => get(`${here}/pesquisa?ordem=data&sei=`, one)),
    get(`${here}/pesquisa/planilha?q=`, number),
    get(`${here}/mesa?filtro=`, digits),
    get(`${mine}/anexacao?principal=`, number),
    ...[number, signed].map((one) => get('/consulta?q=', one)),
    post(`${here}/envio`, digits, (processo) => ({ processo, destinos: '1' })),
    post(`${here}/atribuicao`, digits, (processo) => ({ processo, pessoa: '1' })),
    post(`${here}/conclusao`, digits, (processo) => ({ processo })),
    post(`${here}/sobrestados/remocao`, digits, (processo) => ({ processo })),
    post(`${here}/assinatura`, shown, (documento) => ({ documento, cargo: 'Analista', senha: 'uma senha de teste' })),
    post(`${here}/assinatura/govbr`, shown, (documento) => ({ documento, cargo: 'Analista' })),
    post(`${mine}/relacionados`, number, (outro) => ({ outro })),
    post(`${mine}/relacionados/remocao`, number, (outro) => ({ outro })),
    post(`${mine}/anexacao`, number, (principal) => ({ principal })),
    post(`${mine}/sobrestamento`, number, (vinculado) => ({ vinculado, motivo: 'À espera do outro.' })),
    post(`${mine}/documentos`, signed, (documento_modelo) => ({
      ...{ tipo: hidden.documentTypeId, texto_inicial: 'documento', documento_modelo, nivel: 'publico' },
      data: '2026-01-02',
    })),
    post(`${mine}/documentos/externo`, waitingId, (recebido) => ({ recebido, tipo: '1', nivel: 'publico' })),
    twin('GET /autenticidade?crc=', signed, (caller, codigo) =>
      caller.get(`/autenticidade?codigo=${codigo}&crc=${wrongOf(crc)}`),
    ),
    twin('POST versao with an image', image, (caller, sha256) =>
      caller.send('POST', `${here}/documentos/${own.number}/versao`, withImage(sha256)),
    ),
  ]
}

/** The pages that take `?processo=`. */
const asked = [
  ...['envio', 'atribuicao', 'conclusao', 'assinatura', 'anotacao', 'marcacao', 'acompanhamento', 'favorito'],
  ...['ponto-de-controle', 'mesa/nao-lidos', 'prazos/novo', 'prazos/lote', 'ciencia', 'blocos/inclusao', 'blocos/novo'],
  ...['sigilosos/transferencia', 'prazos', 'acompanhamentos', 'favoritos'],
]

const wrongOf = (crc: string) => crc.replace(/./g, (sign) => (sign === 'A' ? 'B' : 'A'))

/** The same writing with other digits: punctuation and words stay. */
function absentIn(thing: string): string {
  const [number = '', ...rest] = thing.split('.')
  // A text to be signed is named by number, version and digest: only the document is another.
  if (rest.length === 2 && /^\d{7}$/.test(number)) return [absentLike(number), ...rest].join('.')
  return /^[0-9a-f]{64}$/.test(thing) ? absentLike(thing) : thing.replace(/\d/g, '9')
}

function withImage(sha256: string) {
  const image = {
    type: 'image',
    attrs: { src: `/arquivos/${sha256}`, alt: 'Mapa', width: 50, align: 'center' },
  } as const
  const content = own.text.content.map((one) => (one.attrs.key === 'corpo' ? section('corpo', 'body', [image]) : one))
  return { content: { type: 'doc', content }, baseVersion: 2 }
}
