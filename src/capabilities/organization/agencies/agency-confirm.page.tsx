import type { FormKeys } from '../../../platform/form-keys.ts'
import { ConfirmPage, LinkButton, type PageContext } from '../../../ui/index.ts'
import { adminHref, administrationCrumbs } from '../administration/administration.page.tsx'
import type { Agency } from './agency.ts'

interface AgencyConfirmProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly agency: Agency
}

/** Asks before an agency goes out of use, or comes back. */
export function AgencyConfirmPage({ page, formKeys, agency }: AgencyConfirmProps) {
  const path = `/orgaos/${agency.id}`
  const verb = agency.active ? 'Desativar' : 'Reativar'
  const trail = [
    { label: 'Órgãos', path: '/orgaos' },
    { label: `Órgão ${agency.acronym}`, path },
  ]
  return (
    <ConfirmPage
      page={page}
      title={`${verb} o órgão ${agency.acronym}?`}
      breadcrumb={administrationCrumbs(page, trail, verb)}
      consequences={agency.active ? off : ['As unidades do órgão voltam a receber processos a partir de agora.']}
      action={adminHref(page, `${path}/${noun(agency)}`)}
      idempotencyKey={formKeys.idempotencyKey}
      confirmLabel={verb}
      cancelHref={adminHref(page, path)}
    />
  )
}

/** The ways from an agency to its history, and out of use or back. */
export function AgencyLinks({ page, agency, mayClose }: Omit<AgencyConfirmProps, 'formKeys'> & { mayClose: boolean }) {
  const path = `/orgaos/${agency.id}`
  return (
    <>
      <LinkButton href={adminHref(page, `${path}/alteracoes`)} icon="history">
        Histórico
      </LinkButton>
      {mayClose ? (
        <LinkButton href={adminHref(page, `${path}/${noun(agency)}`)} icon={agency.active ? 'cancel' : 'reopen'}>
          {agency.active ? 'Desativar' : 'Reativar'}
        </LinkButton>
      ) : null}
    </>
  )
}

const off = [
  'Ninguém mais envia processos às unidades deste órgão.',
  'O que elas têm continua com elas, e quem trabalha nelas continua a trabalhar.',
  'O órgão continua no histórico e nas estatísticas, e pode ser reativado.',
]

function noun({ active }: Agency): 'desativacao' | 'reativacao' {
  return active ? 'desativacao' : 'reativacao'
}
