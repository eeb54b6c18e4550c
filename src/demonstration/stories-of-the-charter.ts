import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { concludeHolding } from '../capabilities/routing/index.ts'
import type { Platform } from '../platform/platform.ts'
import { projectRoot } from '../platform/project-root.ts'
import { must } from './furnish-registers.ts'
import type { Ids } from './ids.ts'
import { Storyteller } from './storyteller.ts'

interface CharterService {
  readonly colunas: Readonly<Record<string, string>>
  readonly lacunas: readonly string[]
  readonly setor_responsavel: { readonly sigla: string; readonly nome: string }
}

const columnNames: readonly (readonly [key: string, label: string])[] = [
  ['servico', 'Serviço'],
  ['horario', 'Horário de atendimento'],
  ['requisitos', 'Requisitos'],
  ['etapas', 'Etapas'],
  ['prazo', 'Prazo'],
  ['forma_prestacao', 'Forma de prestação'],
  ['meio_comunicacao_usuario', 'Comunicação com o usuário'],
  ['local_formas_acesso', 'Local e formas de acesso'],
  ['procedimento_sistema_indisponivel', 'Se o sistema estiver indisponível'],
]

/** One case file for each service of founding documents 000 and 001, with its sheet as they state it. */
export async function tellCharter(platform: Platform, ids: Ids, beginOf: (place: number) => Date): Promise<number> {
  const text = await readFile(join(projectRoot, 'src', 'demonstration', 'carta-servicos.json'), 'utf8')
  const { servicos } = JSON.parse(text) as { servicos: readonly CharterService[] }
  const carlos = ids.as('carlos.cofic', 'COFIC')
  const joana = ids.as('joana.cofic', 'COFIC')
  for (const [place, service] of servicos.entries()) {
    const story = new Storyteller(platform, ids, beginOf(place))
    const name = firstSentence(service.colunas.servico ?? '')
    const file = await story.open(joana, {
      type: 'Gestão da Informação: Carta de Serviços',
      summary: `Ficha da Carta de Serviços: ${name}`.slice(0, 200),
      interested: [`${service.setor_responsavel.nome} (${service.setor_responsavel.sigla})`],
    })
    const sheet = await story.later(2).write(joana, file, 'Ficha de Serviço', sheetOf(service))
    if (place % 4 === 3) continue
    await story.later(6).sign(carlos, 'Coordenador', sheet)
    if (place % 4 === 0) must(await concludeHolding(platform.db, carlos, file.digits, story.later(20).now))
  }
  return servicos.length
}

function sheetOf(service: CharterService): string {
  const lines = columnNames.map(([key, label]) => `| ${label} | ${cellText(service.colunas[key])} |`)
  const gaps =
    service.lacunas.length > 0 ? '\n\nCampos sem informação na fonte: a preencher pelo setor responsável.' : ''
  return `| Item | Descrição |\n|---|---|\n${lines.join('\n')}${gaps}`
}

function cellText(text: string | undefined): string {
  return text?.replace(/\s+/g, ' ').replaceAll('|', '/').trim() || 'não informado'
}

function firstSentence(text: string): string {
  return text.split(/[.;\n]/)[0]?.trim() ?? ''
}
