import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import { ConfirmPage, CopyButton, LinkButton, Message, type PageContext } from '../../../ui/index.ts'
import { AdministrationPage, adminHref, administrationCrumbs } from '../../organization/index.ts'
import type { User } from '../users/user.ts'

export type AccessAct = keyof typeof questions

const questions = {
  desativacao: {
    title: (name: string) => `Desativar a conta de ${name}?`,
    consequences: [
      'As sessões da pessoa terminam agora, e ela não entra mais no sistema.',
      'Processos atribuídos a ela continuam atribuídos até que alguém os redistribua.',
      'O que ela fez e assinou continua valendo. A conta pode ser reativada.',
    ],
    label: 'Desativar a conta',
  },
  reativacao: {
    title: (name: string) => `Reativar a conta de ${name}?`,
    consequences: ['A pessoa volta a entrar com a senha que tinha e com as permissões que estiverem em vigor.'],
    label: 'Reativar a conta',
  },
  'nova-senha': {
    title: (name: string) => `Gerar endereço de nova senha para ${name}?`,
    consequences: [
      'Você verá um endereço que vale 24 horas e uma só vez. Entregue-o à pessoa em mãos ou por meio seguro: quem o abrir escolhe a senha.',
      'A senha de agora continua valendo até que ele seja usado; então as sessões abertas terminam.',
      'Um endereço gerado antes e não usado deixa de valer.',
    ],
    label: 'Gerar o endereço',
  },
  'duas-etapas': {
    title: (name: string) => `Desligar a verificação em duas etapas de ${name}?`,
    consequences: [
      'Basta a senha para entrar, até que a pessoa ligue a verificação de novo.',
      'Faça isso só se tiver certeza de que é a própria pessoa quem pede.',
    ],
    label: 'Desligar a verificação',
  },
} as const

interface AccessProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly user: User
  readonly act: AccessAct
  readonly problems: readonly FieldProblem[]
}

/** Asks before the access of a person changes. */
export function AccessPage({ page, formKeys, user, act, problems }: AccessProps) {
  const question = questions[act]
  const name = user.socialName ?? user.name
  const path = `/usuarios/${user.id}`
  return (
    <ConfirmPage
      page={page}
      title={question.title(name)}
      breadcrumb={administrationCrumbs(page, trailTo(user), question.label)}
      consequences={[...question.consequences]}
      action={adminHref(page, `${path}/${act}`)}
      idempotencyKey={formKeys.idempotencyKey}
      confirmLabel={question.label}
      cancelHref={adminHref(page, path)}
      errors={problems.map(({ message }) => ({ message }))}
    />
  )
}

/** Shows a link for a new password, this once. */
export function PasswordLinkPage({ page, user, link }: { page: PageContext; user: User; link: string }) {
  return (
    <AdministrationPage page={page} title="Endereço para nova senha" trail={trailTo(user)} width="text">
      <Message kind="success" title="Entregue este endereço à pessoa">
        <p>
          Ele vale 24 horas e uma só vez, e não aparece de novo. Quem o abrir escolhe a senha do usuário{' '}
          <strong>{user.login}</strong>.
        </p>
      </Message>
      <p>
        <code>{link}</code> <CopyButton text={link} what="o endereço" />
      </p>
      <p>
        <LinkButton href={adminHref(page, `/usuarios/${user.id}`)}>Voltar à pessoa</LinkButton>
      </p>
    </AdministrationPage>
  )
}

/** The way to pages about a person. */
export function trailTo(user: User) {
  return [
    { label: 'Usuários', path: '/usuarios' },
    { label: user.socialName ?? user.name, path: `/usuarios/${user.id}` },
  ]
}
