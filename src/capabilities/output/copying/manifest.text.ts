import type { Actor } from '../../../platform/actor.ts'
import type { CaseFile } from '../../cases/index.ts'
import type { Document } from '../../documents/index.ts'
import type { Omission } from '../conversion.rules.ts'
import { omissionSentences } from '../omission.text.ts'

export interface ManifestFile {
  readonly name: string
  readonly sha256: string
  readonly sizeBytes: number
  /** Undefined for the history. */
  readonly document:
    | Pick<Document, 'number' | 'typeName' | 'typeNumber' | 'treeName' | 'datedOn' | 'unitAcronym'>
    | undefined
  /** A PDF made from the text; else the original. */
  readonly drawn: boolean
  /** Of a confidential case file: whether it carries the mark of who took it, and why not. */
  readonly mark?: string
}

export interface ManifestOmission {
  readonly document: Pick<Document, 'number' | 'typeName'>
  readonly place: number
  readonly reason: Omission
}

interface Facts {
  readonly caseFile: Pick<CaseFile, 'number' | 'typeName' | 'agencyName'>
  readonly actor: Pick<Actor, 'name' | 'unitAcronym'>
  readonly treeCount: number
  readonly isPartial: boolean
  readonly files: readonly ManifestFile[]
  readonly omitted: readonly ManifestOmission[]
  readonly madeAt: Date
}

/**
 * What is in the ZIP, for people and programs: each file with its digest, and each document that is not there with the
 * reason. Of what may not be read it tells type and number alone.
 */
export function manifestOf({ caseFile, actor, treeCount, isPartial, files, omitted, madeAt }: Facts) {
  return {
    formato: 'carimbo-copia-1',
    processo: caseFile.number,
    tipo: caseFile.typeName,
    orgao: caseFile.agencyName,
    geradoEm: madeAt.toISOString(),
    pedidoPor: `${actor.name} (${actor.unitAcronym})`,
    documentosDoProcesso: treeCount,
    copia: isPartial ? 'parcial' : 'completa',
    arquivos: files.map(({ name, sha256, sizeBytes, document, drawn, mark }) => ({
      nome: name,
      sha256,
      bytes: sizeBytes,
      ...(document ? { ...described(document), origem: drawn ? 'PDF/A gerado do texto' : 'arquivo original' } : {}),
      ...(mark ? { marca: mark } : {}),
    })),
    naoIncluidos: omitted.map(({ document, place, reason }) => ({
      ordem: place,
      documento: document.number,
      tipo: document.typeName,
      motivo: omissionSentences[reason],
    })),
  }
}

function described(document: NonNullable<ManifestFile['document']>) {
  return {
    documento: document.number,
    tipo: [document.typeName, document.typeNumber].filter(Boolean).join(' '),
    ...(document.treeName ? { nomeNaArvore: document.treeName } : {}),
    data: document.datedOn,
    unidade: document.unitAcronym,
  }
}
