/**
 * Texts with the statistics of Portuguese: one word in two is one of the small words, and the others follow Zipf's law over
 * some thousands of stems of the language of offices. The same seed gives the same texts.
 */
export interface Language {
  /** A paragraph of some 700 characters. */
  paragraph(): string
  /** Words by how often they stand in texts, the most frequent first. */
  readonly words: readonly string[]
  /** A number from 0 to 1. */
  random(): number
}

const small =
  'de a o que e do da em um para com não uma os no se na por mais as dos como ao das à seu sua ou nos já pelo pela até isso entre depois sem mesmo aos também quando nas esse esta'.split(
    ' ',
  )
const stems =
  'tribut administr process document requer solicit inform contribu restitu parcel arrecad fiscaliz autoriz licit contrat pag emprenh orçament conveni public portar decret regul norm instru analis parec decid recurs audi intim notific cadastr inscr registr protocol arquiv tramit envi receb distribu design nome exoner aposent licenç feri gratific remuner salari benef pension perici medic saud educ escol profess alun matricul certific diplom obr engenh constru reform imovel terren lote edific veicul transport combust manuten equip material almoxarif estoqu compr fornec pregão proposta garant seguro mult juro prescri execu cobran divid debit credit compens declar apur lanç notif impugn defes julg relat voto acord sentenç mandad oficio memorand circul despach encaminh junt anex apens desarquiv elimin guard tempor classific sigil restrit cidad municip estad feder govern secretar gabinet assessor coorden gerenc diretor chef servid func cargo quadro vag concurs nomeaç posse exercic estagi avali desempenh discipl sindicanc inquerit denunc ouvid transpar acess dado proteç pesso ambient licenciament florest agua resid sanea energia eletric ilumin'.split(
    ' ',
  )
const endings = 'ação ado ador amento ante ar ável eiro ência ica ico idade ista ivo ões oso ura ário'.split(' ')

export function openLanguage(seed: number): Language {
  const random = generator(seed)
  const words = shuffled(
    stems.flatMap((stem) => endings.map((ending) => stem + ending)),
    random,
  )
  // Zipf: the n-th word is as frequent as 1/n.
  const pick = () => words[Math.min(words.length - 1, Math.floor(words.length ** random()) - 1)] ?? 'processo'
  const sentence = () => {
    const parts = Array.from({ length: 8 + Math.floor(random() * 12) }, () =>
      random() < 0.45 ? (small[Math.floor(random() ** 2 * small.length)] ?? 'de') : pick(),
    )
    const text = parts.join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${random() < 0.1 ? `, nº ${Math.floor(random() * 99_999)}` : ''}.`
  }
  const paragraph = () => {
    let text = sentence()
    while (text.length < 640) text += ` ${sentence()}`
    return text
  }
  return { paragraph, words, random }
}

/** Mulberry32: small, even enough, and the same everywhere. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function shuffled(words: readonly string[], random: () => number): string[] {
  return words
    .map((word) => [random(), word] as const)
    .sort(([one], [other]) => one - other)
    .map(([, word]) => word)
}
