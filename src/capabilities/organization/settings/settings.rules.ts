/** How one parameter of the installation is asked for and what it means. */
export type SettingRule = {
  /** Name in the database and in the form. */
  readonly name: string
  readonly label: string
  /** What changes when it changes, in words for the administrator. */
  readonly effect: string
  /** What must be confirmed on a page of its own, because it changes who reads what. */
  readonly weighs?: string
} & (
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly options: readonly { readonly value: number; readonly label: string }[] }
  | { readonly kind: 'mask' }
  | { readonly kind: 'limits' }
)

/** Every parameter that rules of the program ask for (EST-048). What is not here cannot be set. */
export const settingRules: readonly SettingRule[] = [
  {
    name: 'informed-number',
    kind: 'choice',
    label: 'Número informado',
    effect:
      'Quem abre um processo pode informar o número que ele já tem, de outro sistema ou em papel. Sem isso, todo número é dado pelo sistema.',
    options: [
      { value: 0, label: 'Ninguém informa' },
      { value: 1, label: 'Só unidades de protocolo' },
      { value: 2, label: 'Todas as unidades' },
    ],
  },
  {
    name: 'informed-mask',
    kind: 'mask',
    label: 'Máscara do número informado',
    effect:
      'O número informado precisa ter esta forma e, se ela tiver dígito verificador, conferir com ele. Vazia, qualquer forma serve.',
  },
  {
    name: 'per-document-internal',
    kind: 'flag',
    label: 'Nível de acesso por documento',
    effect:
      'Desligado, um documento restrito torna restrito o processo inteiro para quem trabalha fora das unidades por onde ele passou. Ligado, cada documento tem só o seu nível, e os públicos continuam abertos.',
    weighs:
      'Muda no mesmo instante quem lê documentos de processos que têm partes restritas ou sigilosas, em todos os órgãos.',
  },
  {
    name: 'public-search',
    kind: 'flag',
    label: 'Consulta pública',
    effect:
      'Ligada, qualquer pessoa pesquisa na internet os processos públicos e lê os seus documentos públicos, sem entrar no sistema.',
    weighs: 'Abre ou fecha, no mesmo instante, a consulta de processos a quem não trabalha aqui.',
  },
  {
    name: 'certificate-any-cpf',
    kind: 'flag',
    label: 'Certificado digital sem conferência do CPF',
    effect:
      'Desligado, quem assina com certificado da ICP-Brasil precisa ter no cadastro o mesmo CPF que está no certificado. Ligado, vale o certificado de qualquer pessoa.',
  },
  {
    name: 'documents.file-limits',
    kind: 'limits',
    label: 'Tamanho dos arquivos por extensão',
    effect:
      'Um por linha: a extensão e o limite em MB, como “pdf 200”. Zero proíbe a extensão. As que não estão aqui seguem o limite do programa.',
  },
]
