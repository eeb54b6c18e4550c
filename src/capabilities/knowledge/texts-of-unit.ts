import type { Database } from '../../platform/db/index.ts'
import { selectKeptModels } from './groups/groups.queries.ts'
import { type StandardTextRow, selectTexts } from './knowledge.queries.ts'
import { type ReceivedRow, selectReceived } from './received/received.queries.ts'

/** A text as the list of a unit shows it: its own, one of the institution, or a document kept as model. */
export interface TextToShow {
  readonly key: string
  readonly name: string
  readonly path: string
  readonly institutional: boolean
  readonly origin: string
  readonly groupName: string | null
  readonly changedAt: Date
  readonly changedBy: string
  /** What the unit has not looked at yet. */
  readonly news: string | undefined
  /** Where the news is answered. */
  readonly newsPath: string | undefined
  readonly deletionPath: string | undefined
}

/** Everything that a unit may begin documents with, those in groups first, then by name. */
export async function textsOfUnit(db: Database, unitId: string): Promise<TextToShow[]> {
  const [own, received, models] = await Promise.all([
    selectTexts(db, unitId),
    selectReceived(db, unitId),
    selectKeptModels(db, unitId),
  ])
  const kept = models.map(
    ({ number, name, groupName, addedAt, addedBy }): TextToShow => ({
      key: `d${number}`,
      name,
      path: `/documentos/${number}`,
      institutional: false,
      origin: `Documento modelo (${number})`,
      groupName,
      changedAt: addedAt,
      changedBy: addedBy,
      news: undefined,
      newsPath: undefined,
      deletionPath: undefined,
    }),
  )
  const order = new Intl.Collator('pt-BR')
  return [...own.map(ofUnit), ...received.map(ofInstitution), ...kept].sort(
    (a, b) =>
      Number(a.groupName === null) - Number(b.groupName === null) ||
      order.compare(a.groupName ?? '', b.groupName ?? '') ||
      order.compare(a.name, b.name),
  )
}

function ofUnit(text: StandardTextRow): TextToShow {
  const { id, originName, originVersion, copiedVersion } = text
  const isStale = originVersion !== null && originVersion > (copiedVersion ?? 0)
  return {
    ...text,
    key: id,
    path: `/textos-padrao/${id}`,
    institutional: false,
    origin: originName === null ? 'Da unidade' : `Da unidade, cópia de ${originName}, versão ${copiedVersion}`,
    news: isStale ? `Ver a versão ${originVersion} do original` : undefined,
    newsPath: isStale ? `/textos-padrao/${id}/atualizacao` : undefined,
    deletionPath: `/textos-padrao/${id}/exclusao`,
  }
}

function ofInstitution(text: ReceivedRow): TextToShow {
  const { id, kind, version, seenVersion, documentTypeName } = text
  return {
    ...text,
    key: `i${id}`,
    path: `/textos-padrao/institucionais/${id}`,
    institutional: true,
    origin: `${kind === 'model' ? `modelo de ${documentTypeName ?? ''}, ` : ''}versão ${version}`,
    news: seenVersion === null ? 'novo' : seenVersion < version ? `versão ${version}, nova` : undefined,
    newsPath: undefined,
    deletionPath: undefined,
  }
}
