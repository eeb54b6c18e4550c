import type { MigrationState, Mode } from './migration.ts'
import type { ObstacleKind } from './obstacles.rules.ts'

export const modeNames: Readonly<Record<Mode, string>> = {
  rename: 'Renomeação',
  succession: 'Sucessão',
  merge: 'Fusão',
  split: 'Cisão',
}

export const stateNames: Readonly<Record<MigrationState, string>> = {
  draft: 'Rascunho',
  simulated: 'Simulada',
  approved: 'Aprovada',
  running: 'Em execução',
  done: 'Concluída',
  failed: 'Interrompida',
}

/** An obstacle in plain Portuguese, with what to do about it. */
export function explainObstacle(obstacle: ObstacleKind): string {
  switch (obstacle.kind) {
    case 'already-succeeded':
      return `A unidade ${obstacle.unit} já foi sucedida por outra e não participa de nova migração.`
    case 'in-another-migration':
      return `A unidade ${obstacle.unit} está em outra migração em execução. Espere que termine.`
    case 'successor-out-of-use':
      return `A unidade ${obstacle.unit} está desativada. Reative-a antes.`
    case 'successor-out-of-hierarchy':
      return `A unidade ${obstacle.unit} está fora da hierarquia: ninguém entraria nela. Dê-lhe uma posição antes.`
    case 'nobody-in-successor':
      return `Ninguém tem permissão na unidade ${obstacle.unit}: os processos ficariam sem quem os abrisse. Conceda permissões antes.`
    case 'acronym-taken':
      return `O órgão já tem outra unidade com a sigla ${obstacle.acronym}.`
    case 'no-rules':
      return 'A cisão ainda não tem regra que diga que processos vão para cada unidade.'
    case 'successor-without-address':
      return `A unidade ${obstacle.unit} está sem endereço: não poderá elaborar documentos até que seja preenchido.`
    case 'successor-takes-nothing':
      return `A unidade ${obstacle.unit} não está disponível para envio: recebe a migração, mas não novos processos.`
    case 'people-without-place':
      return `Sem permissão na nova unidade, só poderão consultar a antiga: ${listed(obstacle.names)}.`
    case 'assignments-cleared':
      return `${obstacle.count === 1 ? 'Um processo ficará' : `${obstacle.count} processos ficarão`} sem atribuição, porque a pessoa não tem permissão na nova unidade: ${listed(obstacle.names)}.`
    case 'being-written':
      return `Há textos abertos no editor por ${listed(obstacle.names)}. A execução espera até que sejam fechados.`
  }
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 20).join(', ')
  return names.length > 20 ? `${shown} e mais ${names.length - 20}` : shown
}

export type StepRefusal =
  | 'not-a-draft'
  | 'not-simulated'
  | 'not-approved'
  | 'same-person'
  | 'not-superior'
  | 'has-obstacles'
  | 'under-way'

/** Why a migration does not take the next step, in plain Portuguese. */
export function explainStep(refusal: StepRefusal): string {
  switch (refusal) {
    case 'not-a-draft':
      return 'Só um rascunho pode ser mudado. Devolva a migração a rascunho antes.'
    case 'not-simulated':
      return 'A migração ainda não foi simulada, ou já passou dessa etapa. Confira a situação dela.'
    case 'not-approved':
      return 'A migração não está aprovada, ou já passou dessa etapa. Confira a situação dela.'
    case 'same-person':
      return 'Quem propôs a migração não a aprova. Peça a outra pessoa da unidade superior.'
    case 'not-superior':
      return 'Só a unidade superior às que serão migradas aprova. Entre nessa unidade e tente de novo.'
    case 'has-obstacles':
      return 'Há impedimentos. Resolva-os e simule de novo.'
    case 'under-way':
      return 'A execução já começou: não se volta atrás.'
  }
}

/** Why somebody does not approve a migration here and now, and who may; undefined where they may. */
export function awaitedApproval(
  by: { readonly isProposer: boolean; readonly unitId: string },
  superiors: readonly { readonly id: string; readonly acronym: string; readonly people: readonly string[] }[],
): readonly string[] | undefined {
  const isAbove = superiors.some(({ id }) => id === by.unitId)
  if (isAbove && !by.isProposer) return undefined
  const places = superiors
    .filter(({ people }) => people.length > 0)
    .map(({ acronym, people }) => `${acronym} (${people.join(', ')})`)
  return [
    by.isProposer
      ? 'Você propôs esta migração: outra pessoa precisa aprová-la.'
      : 'A unidade em que você está não é superior às que serão migradas: daqui não se aprova.',
    places.length > 0
      ? `Pode aprovar quem administra uma unidade superior, entrando por ela: ${places.join('; ')}.`
      : 'Hoje ninguém mais administra uma unidade superior a elas. Peça a quem administra a instalação que conceda essa permissão.',
  ]
}

export const problems = {
  items: 'Alguns itens não foram migrados. O relatório diz quais e por quê. Resolva e retome a execução.',
  acronym: 'A nova sigla foi tomada por outra unidade do órgão depois da aprovação.',
  units: 'As unidades mudaram depois da aprovação, e há impedimentos novos. Veja o que mudou e retome a execução.',
} as const

/** What became of an item whose plan and result differ (EST-097). */
export const differences = {
  gone: 'Já não estava na unidade quando a migração foi executada.',
  came: 'Chegou à unidade depois da simulação.',
  changed: 'Mudou depois da simulação.',
  failed: 'Não foi migrado por um erro inesperado. Nada dele mudou; retome a execução.',
} as const
