/** What a version brings, in the words of who uses it. */
export interface Release {
  readonly version: string
  /** The day on which it came out. */
  readonly date: string
  /** What it is about in a few words, for the notice. */
  readonly summary: string
  readonly items: readonly { readonly title: string; readonly text: string }[]
}

/** The news of each version, the newest first. Whoever makes a release writes here what people will notice, and nothing else. */
export const releases: readonly Release[] = [
  {
    version: '0.1.0',
    date: '2026-11-23',
    summary: 'substituição de titulares, grupos de unidades e de e-mails e textos dos e-mails do sistema',
    items: [
      {
        title: 'Substituição de titulares',
        text: 'Nos dias do ato, quem substitui trabalha na unidade do titular e assina como “em exercício”. Fora deles, não. A administração designa em “Cargos e titulares”; quem substitui vê em “Minha conta”.',
      },
      {
        title: 'Grupos',
        text: 'Reúna em “Grupos” as unidades, os contatos ou os e-mails que você sempre usa e escolha todos de uma vez ao enviar um processo, montar um bloco, gerar uma circular ou escrever um e-mail.',
      },
      {
        title: 'E-mails do sistema',
        text: 'A administração muda o texto e o remetente das mensagens que o sistema escreve sozinho, vê como ficam e pode desligar algumas.',
      },
      {
        title: 'Dados de contatos por unidade',
        text: 'Cada unidade vê dos contatos o que precisa: tudo, o CPF com parte escondida, ou só nome e município.',
      },
    ],
  },
]
