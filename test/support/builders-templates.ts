import { registerDocumentType } from '../../src/capabilities/classification/index.ts'
import { idOf } from './builders-admin.ts'
import { aCaseFile, formOf } from './builders-cases.ts'
import { aDraft } from './builders-documents.ts'
import type { TestHouse } from './house.ts'
import type { Page, Person } from './person.ts'
import { at } from './world.ts'

type Fields = Record<string, string>
const work = `/em/${at.prot}`

/** Opens a page and sends one of its forms: the page after it. */
async function sendAt(person: Person, path: string, form: string, fields: Fields = {}): Promise<Page> {
  const page = await person.send(await person.open(path), form, fields)
  if (page.status !== 200 || page.errors.length > 0) throw new Error(`${page.status} ${path} ${page.errors.join(' ')}`)
  return page
}

/** A guide of PROT for a type of case file, in the making. Answers its id. */
export async function aGuide(
  house: TestHouse,
  person: Person,
  fields: { readonly title: string; readonly text: string; readonly type?: string },
): Promise<string> {
  const type = fields.type ?? 'Arrecadação: Pedido de Contribuinte'
  const form = 'form[action$="/base-de-conhecimento"][method="post"]'
  const page = await sendAt(person, `${work}/base-de-conhecimento/novo`, form, {
    titulo: fields.title,
    texto: fields.text,
    tipos: await idOf(house, 'classification.case_type', 'name', type),
  })
  return /base-de-conhecimento\/(\d+)/.exec(page.url)?.[1] ?? ''
}

/** One of the acts on a guide, as its page offers them. */
export async function actOnGuide(person: Person, id: string, ato: string, from = '/elaboracao'): Promise<Page> {
  const path = `${work}/base-de-conhecimento/${id}`
  return person.send(await person.open(path + from), `form[action="${path}/situacao"]`, { ato })
}

/** What the pages of texts, models, forms and guides show. */
export async function furnishTemplates(
  house: TestHouse,
  { marina, central }: { readonly marina: Person; readonly central: Person },
  digits: string,
) {
  const texts = `/em/${at.gs}/textos-institucionais`
  const text = { nome: 'Resposta ao cidadão', texto: 'Informo o recebimento.', alcance: 'instalacao' }
  await sendAt(central, `${texts}/novo`, formOf('textos-institucionais'), text)
  const distributedText = await idOf(house, 'knowledge.institutional_text', 'name', text.nome)
  const copy = await sendAt(marina, `${work}/textos-padrao/institucionais/${distributedText}`, 'form[action$="/copia"]')
  const path = `${texts}/${distributedText}`
  await sendAt(central, path, `form[action="${path}"]`, { ...text, texto: 'Informo o recebimento e o prazo.' })
  const groups = `${work}/textos-padrao/grupos`
  await sendAt(marina, groups, `form[action="${groups}"]`, { nome: 'Diários' })
  const theirs = await aCaseFile(house, { by: 'admin', unit: at.gs })
  const centralDocument = await aDraft(house, theirs.digits, { by: 'admin', unit: at.gs, text: 'Modelo.' })
  const formType = await aForm(house, central, 'Pedido de diárias')
  const filled = await sendAt(
    marina,
    `${work}/processos/${digits}/documentos/novo?tipo=${formType}`,
    'form[action$="/formularios"]',
    { campo_destino: 'Mossoró' },
  )
  const guide = await aGuide(house, marina, { title: 'Restituição passo a passo', text: '# Receber\n\n1. Conferir.' })
  await actOnGuide(marina, guide, 'liberar')
  await actOnGuide(marina, guide, 'nova-versao', '')
  return {
    distributedText,
    staleCopy: /textos-padrao\/(\d+)/.exec(copy.url)?.[1] ?? '',
    textGroup: await idOf(house, 'knowledge.favourite_group', 'name', 'Diários'),
    centralDocument,
    formType,
    filledForm: /documentos\/(\d+)/.exec(filled.url)?.[1] ?? '',
    guide,
  }
}

/** A form with a field of nearly every kind, published once and being arranged anew. Answers the id of its type. */
export async function aForm(house: TestHouse, central: Person, name: string): Promise<string> {
  const type = await registerDocumentType(house.db, { name, appliesTo: 'form' })
  if (!type.done) throw new Error('the type of the form was not registered')
  const form = `/em/${at.gs}/administracao/tipos-de-documento/${type.value.id}/formulario`
  const add = (kind: string, fields: Fields) =>
    sendAt(central, `${form}/campos/novo?especie=${kind}`, `form[action="${form}/campos"]`, fields)
  await add('information', { rotulo: 'Antes de preencher', texto: 'Peça com dez dias de antecedência.' })
  await add('short-text', { rotulo: 'Destino', obrigatorio: 'sim' })
  await add('money', { rotulo: 'Valor' })
  await add('date', { rotulo: 'Ida' })
  await add('list', { rotulo: 'Meio', opcoes: 'Ônibus\nAvião' })
  await add('options', { rotulo: 'Motivo', opcoes: 'Curso\nReunião' })
  await add('flag', { rotulo: 'Volta no mesmo dia' })
  await add('long-text', { rotulo: 'Justificativa' })
  await sendAt(central, form, `form[action="${form}/publicacao"]`)
  await add('masked-text', { rotulo: 'CEP do destino', mascara: '99999-999' })
  return type.value.id
}
