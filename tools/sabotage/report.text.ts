import { commandOf, type Sabotage } from './sabotage.ts'
import { type Told, type Verdict, verdictOn, wordsOf } from './verdict.ts'

export interface Tried {
  readonly sabotage: Sabotage
  readonly told: Told
  readonly seconds: number
}

export interface Campaign {
  readonly commit: string
  readonly on: Date
  /** What machine, in words: processors and how busy they were. */
  readonly machine: string
  readonly tried: readonly Tried[]
}

const verdicts: Readonly<Record<Verdict, string>> = {
  found: 'achada',
  missed: '**não achada**',
  'left-out': 'deixada de fora',
  otherwise: '**outra falha**',
}

/** One line for each, said while they run. */
export function tellTried({ sabotage, told, seconds }: Tried): string {
  const verdict = verdicts[verdictOn(sabotage, told)].replaceAll('*', '')
  return `${verdict.padEnd(12)} ${sabotage.id} (${seconds.toFixed(0)} s): ${firstWords(wordsOf(sabotage, told))}`
}

export function tellSum(tried: readonly Tried[]): string {
  const found = tried.filter(({ sabotage, told }) => verdictOn(sabotage, told) === 'found').length
  const left = tried.filter(({ sabotage, told }) => verdictOn(sabotage, told) !== 'found')
  const names = left.map(({ sabotage }) => sabotage.id).join(', ')
  return `${found} de ${tried.length} sabotagens achadas pela prova que as guarda${names ? `; as outras: ${names}` : ''}.`
}

/**
 * The page that the command writes. What was not tried this time stays as the page before told it, each row with the commit
 * and the moment of its own; what is no longer in the catalogue goes.
 */
export function tellPage(campaign: Campaign, ids: readonly string[], before: string): string {
  const rows = new Map([
    ...rowsOf(before),
    ...campaign.tried.map((one) => [one.sabotage.id, row(campaign, one)] as const),
  ])
  const told = ids.flatMap((id) => rows.get(id) ?? [])
  const found = told.filter((line) => line.includes(`| ${verdicts.found}: `)).length
  return `# Sabotagens

Esta página é escrita por \`bin/sabotage\`; não se edita à mão. Numa cópia do programa, cada defeito abaixo foi posto de propósito, um de cada
vez, e a prova que diz guardá-lo foi executada. Conta como achado só o que a prova reprovou **com as suas próprias palavras**: um erro de
compilação, um arquivo que falta ou o fim do tempo não contam.

O catálogo está em \`tools/sabotage/catalogue\`. \`bin/sabotage --list\` o mostra; \`--healthy\` executa as provas sem defeito nenhum, e todas têm de
passar; \`--only id,id\` põe só estes e renova as suas linhas. Sem opções, o comando faz primeiro o que faz \`--healthy\` e depois põe todos.
\`npm test\` confere que cada texto trocado ainda está no seu arquivo, uma só vez, e que cada prova nomeada existe.

${found} de ${ids.length} sabotagens do catálogo achadas pela prova que as guarda. Os segundos dependem da máquina e do outro trabalho que ela tinha.

| sabotagem | alvo | o que se mudou | prova | s | o que a prova disse | quando |
| --- | --- | --- | --- | ---: | --- | --- |
${told.join('\n')}
`
}

function row({ commit, on, machine }: Campaign, { sabotage, told, seconds }: Tried): string {
  const { id, harm, guards, change, proof } = sabotage
  const day = new Intl.DateTimeFormat('pt-BR', { timeZone: 'America/Sao_Paulo' }).format(on)
  const cells = [
    `\`${id}\`: ${harm}`,
    guards.join(', '),
    `\`${change.file}\``,
    `\`${commandOf(proof)}\``,
    seconds.toFixed(0),
    `${verdicts[verdictOn(sabotage, told)]}: ${firstWords(wordsOf(sabotage, told))}`,
    `${day}, commit ${commit}, ${machine}`,
  ]
  return `| ${cells.map(cell).join(' | ')} |`
}

/** The rows of a page, by the name that each begins with. */
function rowsOf(page: string): (readonly [string, string])[] {
  return [...page.matchAll(/^\| `([a-z0-9-]+)`: .*$/gm)].map(([line, id = '']) => [id, line] as const)
}

const most = 240

/** Enough to know it again, without colours and without the folders of the machine. */
function firstWords(words: string): string {
  const flat = words
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal
    .replaceAll(/\u001b\[[\d;]*m/g, '')
    .replaceAll(/\/(tmp|dev|home|root|var|private|Users|work)\/\S*/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return flat.length > most ? `${flat.slice(0, most)}…` : flat
}

/** A cell of a table may hold neither its border nor markup. */
function cell(words: string): string {
  return words.replaceAll('|', '\\|').replaceAll(/<(?=\/?\w)/g, '&lt;')
}
