import type { CaseFacts, OtherCaseFacts } from './case-actions.rules.ts'
import type { CaseFile } from './case-file.ts'

/** What the matrix of actions and states asks of a case file that has passed the gate. */
export function factsToAct(
  caseFile: CaseFile,
  actorUnitId: string,
  other?: { readonly caseFile: CaseFile; readonly relatedByThisUnit?: boolean },
): CaseFacts {
  const open = caseFile.holding !== undefined
  return {
    openHere: open || (caseFile.state === 'suspended' && caseFile.suspensionUnitId === actorUnitId),
    openElsewhere: caseFile.openUnits > (open ? 1 : 0),
    tramitedHere: caseFile.passedHere,
    unitIsGenerator: caseFile.unitId === actorUnitId,
    suspension: caseFile.suspensionUnitId ? { byThisUnit: caseFile.suspensionUnitId === actorUnitId } : undefined,
    annexedTo: caseFile.annexedToNumber ?? undefined,
    archived: caseFile.state === 'archived',
    blocked: caseFile.state === 'blocked',
    confidential: caseFile.effectiveLevel === 'confidential',
    hasCredential: caseFile.hasCredential,
    passwordConfirmed: caseFile.access.passwordConfirmed,
    hasDocuments: caseFile.hasDocuments,
    hasAnnexes: caseFile.hasAnnexes,
    other: other && otherFacts(other),
  }
}

function otherFacts(other: { readonly caseFile: CaseFile; readonly relatedByThisUnit?: boolean }): OtherCaseFacts {
  return {
    confidential: other.caseFile.effectiveLevel === 'confidential',
    hasCredential: other.caseFile.hasCredential,
    openHere: other.caseFile.holding !== undefined,
    relatedByThisUnit: other.relatedByThisUnit ?? false,
  }
}
