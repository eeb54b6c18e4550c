import type { Actor, Permission } from '../../platform/actor.ts'
import type { CaseAction } from '../cases/index.ts'
import type { Document } from './document.ts'
import { refusalsOfAct } from './document-facts.ts'
import type { DocumentAction } from './pen.rules.ts'

/** What a person may do with a document now, in the words of its action bar. */
export type DocumentAct =
  | 'edit'
  | 'replace-file'
  | 'sign'
  | 'certify'
  | 'change-data'
  | 'read-versions'
  | 'delete'
  | 'cancel'
  | 'move'
  | 'grant-signing'

const asked: { readonly [act in DocumentAct]?: readonly [DocumentAction, CaseAction, Permission] } = {
  edit: ['edit-content', 'include-document', 'documents.write'],
  'replace-file': ['edit-content', 'include-document', 'documents.write'],
  sign: ['sign', 'sign-draft', 'signatures.sign'],
  'change-data': ['edit-metadata', 'change', 'documents.write'],
  delete: ['delete', 'change', 'documents.write'],
  cancel: ['cancel', 'change', 'documents.cancel'],
  move: ['move', 'change', 'documents.write'],
}

/** The acts that profile, case file and document allow. What each asks besides (a password, a reason) its page asks. */
export function possibleActs(document: Document, actor: Actor): ReadonlySet<DocumentAct> {
  const acts = new Set<DocumentAct>()
  for (const [act, [action, caseAction, permission]] of Object.entries(asked) as [
    DocumentAct,
    readonly [DocumentAction, CaseAction, Permission],
  ][]) {
    if (!fits(act, document) || !actor.permissions.has(permission)) continue
    if (refusalsOfAct(action, caseAction, document, actor.unitId).length === 0) acts.add(act)
  }
  const isOpenToUs = document.isOurs && document.readRefusals.length === 0
  if (isOpenToUs && document.kind === 'authored' && actor.permissions.has('documents.write')) acts.add('read-versions')
  if (isOpenToUs && document.file?.certifiable && actor.permissions.has('documents.certify')) acts.add('certify')
  const isConfidential = document.caseFile.effectiveLevel === 'confidential'
  if (isOpenToUs && isConfidential && document.kind === 'authored' && actor.permissions.has('cases.credentials')) {
    acts.add('grant-signing')
  }
  return acts
}

/** Authored documents are edited and signed; files are replaced and, as scanned copies, certified. */
function fits(act: DocumentAct, { kind, state }: Document): boolean {
  if (state !== 'active') return false
  if (act === 'edit' || act === 'sign') return kind === 'authored'
  return act === 'replace-file' || act === 'move' ? kind === 'uploaded' : true
}
