import type { VNode } from 'preact'
import type { InnerVisit } from '../../../platform/http/index.ts'
import { type Action, Card, Link } from '../../../ui/index.ts'
import type { CaseFile } from '../../cases/index.ts'

/** That a case file is archived, on its page, without a statement of its own; undefined where it is not. */
export async function archivePanel(visit: InnerVisit, caseFile: CaseFile): Promise<VNode | undefined> {
  if (caseFile.state !== 'archived') return undefined
  const mayLook = (['archive.file', 'archive.appraise', 'archive.hold', 'archive.preside'] as const).some((one) =>
    visit.actor.permissions.has(one),
  )
  return (
    <Card title="Processo arquivado" icon="archive" id="processo-arquivado">
      <p>Ele só pode ser consultado. Para voltar a tramitar, precisa ser desarquivado pela unidade que o guarda.</p>
      {mayLook ? (
        <p>
          <Link href={visit.href(`/processos/${caseFile.digits}/arquivo`)}>Ver o prazo de guarda ou desarquivar</Link>
        </p>
      ) : null}
    </Card>
  )
}

/** Archiving, among the acts of a case file that lies on no desk. */
export function archiveActs(visit: InnerVisit, caseFile: CaseFile): Action[] {
  const may = visit.actor.permissions.has('archive.file')
  const confidential = [caseFile.level, caseFile.effectiveLevel].includes('confidential')
  if (!may || confidential || caseFile.state !== 'normal' || caseFile.openUnits > 0 || !caseFile.passedHere) return []
  return [{ label: 'Arquivar', icon: 'archive', href: visit.href(`/arquivo/arquivamento?processo=${caseFile.digits}`) }]
}
