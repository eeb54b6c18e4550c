import type { ComponentChildren } from 'preact'
import { LevelTag, LinkButton, Message, type PageContext, Shell, Stack, Tag } from '../../../ui/index.ts'
import type { CaseRefusal } from '../case-actions.rules.ts'
import { explainCaseRefusal } from '../case-actions.text.ts'
import type { CaseFile } from '../case-file.ts'

/** What every page about one case file needs. */
export interface CasePageProps {
  readonly page: PageContext
  readonly deskHref: string
  /** Address of the case file itself; pages about it begin with it. */
  readonly caseHref: string
  readonly caseFile: CaseFile
}

interface CaseFrameProps extends CasePageProps {
  readonly title: string
  readonly hasErrors?: boolean
  readonly width?: 'text' | 'wide'
  readonly children: ComponentChildren
}

/** A page about one case file: the way back to it, its type and level. */
export function CaseFrame({ page, deskHref, caseHref, caseFile, title, ...rest }: CaseFrameProps) {
  return (
    <Shell
      page={page}
      title={`${title} – ${caseFile.number}`}
      heading={title}
      width={rest.width ?? 'text'}
      hasErrors={rest.hasErrors}
      breadcrumb={caseCrumbs({ deskHref, caseHref, caseFile }, title)}
      lead={<CaseLead caseFile={caseFile} />}
    >
      {rest.children}
    </Shell>
  )
}

export function caseCrumbs({ deskHref, caseHref, caseFile }: Omit<CasePageProps, 'page'>, title: string) {
  return [{ label: 'Mesa', href: deskHref }, { label: `Processo ${caseFile.number}`, href: caseHref }, { label: title }]
}

/** Why the act cannot be done now, all at once; nothing where it can. */
export function WhyNot({ refusals, caseHref }: { refusals: readonly CaseRefusal[]; caseHref: string }) {
  if (refusals.length === 0) return null
  return (
    <Stack>
      <Message kind="warning" title="Isto não pode ser feito agora">
        <ul>
          {refusals.map((refusal) => (
            <li key={refusal.kind}>{explainCaseRefusal(refusal)}</li>
          ))}
        </ul>
      </Message>
      <p>
        <LinkButton href={caseHref}>Voltar ao processo</LinkButton>
      </p>
    </Stack>
  )
}

function CaseLead({ caseFile }: { caseFile: CaseFile }) {
  const state = stateWords[caseFile.state]
  return (
    <>
      <strong>{caseFile.number}</strong> – {caseFile.typeName} <LevelTag level={caseFile.effectiveLevel} />{' '}
      {state ? <Tag tone="warning">{state}</Tag> : null}
    </>
  )
}

const stateWords = {
  normal: '',
  suspended: 'Sobrestado',
  annexed: 'Anexado',
  blocked: 'Bloqueado',
  archived: 'Arquivado',
} as const
