import { DescriptionList } from '../../../ui/index.ts'

const topics: readonly { readonly term: string; readonly description: string }[] = [
  {
    term: 'Base de conhecimento',
    description:
      'Procedimentos por tipo de processo, escritos pela unidade que os conhece. Os liberados aparecem na página do processo e no menu Base de conhecimento; a Minha base mostra os da sua unidade, também em elaboração.',
  },
  {
    term: 'Textos padrão e documentos modelo',
    description:
      'Para o que se escreve sempre igual. Os institucionais chegam prontos à unidade, que pode copiá-los e adaptar a cópia. Padrões próprios de um órgão se resolvem assim, sem criar tipos de documento.',
  },
  {
    term: 'Formulários',
    description: 'Documentos feitos de campos: preencha, confira o texto que se forma e assine como qualquer outro.',
  },
  {
    term: 'Blocos de assinatura',
    description:
      'Levam documentos à assinatura de outras unidades sem enviar o processo. Inclua as minutas, disponibilize o bloco, acompanhe as assinaturas e recolha-o.',
  },
  {
    term: 'Blocos de reunião',
    description: 'Abrem processos à leitura de outras unidades enquanto uma decisão é discutida, até a devolução.',
  },
  {
    term: 'Pontos de controle',
    description: 'Mostram em que passo do trabalho da unidade cada processo está, em tabela e em gráficos.',
  },
  {
    term: 'Boas práticas',
    description:
      'Um assunto, um processo. Escolha o tipo certo, escreva uma especificação que outra pessoa entenda, restrinja só o que a lei manda, assine antes de enviar, conclua na unidade o que terminou e use o retorno programado em vez de lembretes.',
  },
  {
    term: 'O que não fazer aqui',
    description:
      'O sistema não substitui o e-mail: agendar reuniões, trocar informações, tirar dúvidas de trabalho, divulgar boletins e campanhas internas continuam fora dos processos.',
  },
]

/** What people who teach others must be able to show (FLX-034), and what the system is not for (FLX-035). */
export function TopicsToTeach() {
  return (
    <section aria-labelledby="temas">
      <h2 id="temas">Para aprender e ensinar</h2>
      <DescriptionList items={topics} />
    </section>
  )
}
