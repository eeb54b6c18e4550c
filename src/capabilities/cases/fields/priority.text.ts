/** Who comes first by law (PRO-031), in the order in which forms offer it. */
export const priorities = {
  disability: 'Pessoa com deficiência',
  'age-60': 'Pessoa idosa (60 anos ou mais)',
  'age-80': 'Pessoa idosa (80 anos ou mais)',
  illness: 'Pessoa com doença grave',
  child: 'Criança ou adolescente',
  environment: 'Licença ambiental',
} as const

/** Why a case file comes first. */
export type Priority = keyof typeof priorities

/** Whether the text names a priority, as forms send it. */
export function isPriority(text: string): text is Priority {
  return Object.hasOwn(priorities, text)
}
