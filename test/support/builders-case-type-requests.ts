import { registerCaseType, registerDocumentType } from '../../src/capabilities/classification/index.ts'
import { blocks, doc, section } from '../../src/rich-text/index.ts'
import { aGrant, idOf } from './builders-admin.ts'
import type { TestHouse } from './house.ts'
import type { Page, Person } from './person.ts'
import { at, password } from './world.ts'

/** The types with which requests are made; Carla's COFIC analyses, Ana asks from the cabinet. */
export async function aHouseOfRequests(house: TestHouse, central: Person): Promise<void> {
  const recordClassId = await idOf(house, 'classification.record_class', 'code', '010.1')
  await registerCaseType(house.db, {
    name: 'Gestão da Informação: Gestão Documental',
    allowedLevels: ['public', 'restricted'],
    suggestedLevel: 'public',
    recordClassIds: [recordClassId],
  })
  await registerDocumentType(house.db, {
    name: 'Formulário de Identificação de Processos no SEI',
    appliesTo: 'authored',
    template: doc(section('corpo', 'body', blocks('Preencha o formulário.'))),
  })
  await aGrant(house, 'ana', { profile: 'CPAD', unit: 'GS' })
  await aGrant(house, 'carla', { profile: 'Análise de tipos de processo', unit: 'COFIC' })
  const form = await central.open(`/em/${at.gs}/pedidos-de-tipos/unidade`)
  await central.send(form, 'form[action$="/pedidos-de-tipos/unidade"]', { unidade: 'COFIC' })
}

/** Fills in, signs and sends the form. */
export async function aRequest(person: Person, fields: Record<string, string> = {}): Promise<Page> {
  const form = await person.open(`/em/${at.gs}/pedidos-de-tipos/novo`)
  return person.send(form, 'form[action$="/pedidos-de-tipos"]', {
    nome: 'Cultura: Edital de fomento',
    finalidade: 'Acompanhar editais de fomento à cultura',
    justificativa: 'Nenhum tipo existente trata de **editais** de cultura',
    documentos: 'Edital\nInscrições',
    volume: '40',
    nivel: 'public',
    classes: '010.1',
    unidades: 'GS',
    cargo: 'Assessor',
    senha: password,
    ...fields,
  })
}
