import { dropDraftNotice } from './draft-notice.ts'
import type { Frame } from './frame.ts'
import { dateOf, numberIn, type Saving } from './saving.ts'
import { sayVersion, sayWhen } from './say.ts'
import type { Settings } from './settings.ts'

export interface Versions {
  /** The text differs from its last version from now on. */
  readonly changed: () => void
  /** What is on the sheet is the last version again: it was saved, or what was typed was undone. */
  readonly unchanged: () => void
  /** Makes a version of the text; answers whether the last version is what is on the sheet. */
  readonly save: () => Promise<boolean>
  /** Makes a version and goes on to its signing. */
  readonly sign: () => Promise<void>
}

interface VersionsParts {
  readonly settings: Settings
  readonly saving: Saving
  readonly frame: Frame
  readonly mayWrite: () => boolean
  readonly settle: () => Promise<void>
}

/** Drafts save themselves; a version is made by a person, and is what gets signed. */
export function keepVersions(
  { settings, saving, frame, mayWrite, settle }: VersionsParts,
  draftAtOpening: boolean,
): Versions {
  let differs = draftAtOpening
  const save = async (): Promise<boolean> => {
    if (!mayWrite() || settings.versionUrl === undefined) return true
    if (!differs && !saving.hasUnsent()) {
      frame.tell('Não há mudanças desde a última versão.')
      return true
    }
    differs = false
    const reply = await saving.saveVersion()
    if (reply.kind === 'ok') {
      // Where sending the text is the end of it, its answer says where to go on.
      const { goTo } = reply.body
      if (typeof goTo === 'string' && goTo.startsWith('/') && !goTo.startsWith('//')) location.assign(goTo)
      frame.tell(`${sayVersion(numberIn(reply.body))} ${sayWhen(dateOf(reply.body.savedAt) ?? new Date())}.`)
      return true
    }
    differs = true
    if (reply.kind === 'conflict') await settle()
    else if (reply.kind !== 'refused') frame.tell('A versão não foi salva agora. O texto continua guardado.')
    return false
  }
  return {
    changed: () => {
      differs = true
    },
    unchanged: () => {
      differs = false
      // What the page said of a draft at its opening is no longer so.
      dropDraftNotice()
    },
    save,
    sign: async () => {
      if (settings.signUrl !== undefined && (await save())) location.assign(settings.signUrl)
    },
  }
}
