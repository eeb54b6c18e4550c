import type { Reply } from './server.ts'

export type SavingState =
  | { readonly kind: 'saved'; readonly at: Date | undefined; readonly as: Kept }
  | { readonly kind: 'saving' }
  /** `kept`: whether the text is safe in this browser meanwhile. */
  | { readonly kind: 'unreachable' | 'signed-out' | 'locked'; readonly kept: boolean }
  | { readonly kind: 'conflict'; readonly kept: boolean; readonly theirs: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly kept: boolean; readonly message: string }

/** What the server has of the text: a draft of this person's alone, or a version with its number, where that is known. */
export type Kept =
  /** `after`: the version that this page saved before, and that the draft leaves as it is. */
  | { readonly kind: 'draft'; readonly after?: string | undefined }
  | { readonly kind: 'version'; readonly number: string | undefined }

export interface SavingParts {
  readonly read: () => unknown
  /** Where the server stood when the text was loaded; whatever it is, it is handed back to the server as it came. */
  readonly version: unknown
  readonly savedAt: Date | undefined
  readonly savedAs: Kept
  readonly putDraft: (body: object) => Promise<Reply>
  /** Whether a text of the server's is this very one. */
  readonly isSame: (theirs: unknown, mine: unknown) => boolean
  readonly postVersion: (body: object) => Promise<Reply>
  readonly renewToken: () => Promise<boolean>
  readonly keep: (draft: {
    content: unknown
    baseVersion: unknown
    at: string
    session: string
    sequence: number
  }) => Promise<boolean>
  readonly forget: () => Promise<void>
  readonly tell: (state: SavingState) => void
}

export interface Saving {
  readonly changed: () => void
  /** Sends what is not sent yet; answers whether the server has everything. */
  readonly flush: () => Promise<boolean>
  /** The page may be going: keeps and sends without waiting for anything. */
  readonly leave: (isFinal: boolean) => void
  /** Makes a version of the text. */
  readonly saveVersion: () => Promise<Reply>
  /** After a conflict: their version is known, mine goes over it. */
  readonly keepMine: () => Promise<boolean>
  /** The text now shown came from the server at that version. */
  readonly restart: (version: unknown, savedAt: Date | undefined, savedAs: Kept) => void
  readonly state: () => SavingState
  readonly hasUnsent: () => boolean
}

/** Silence after which a text is sent, and the longest that typing without a pause may put it off. */
const QUIET_MS = 1_500
const LONGEST_MS = 4_000
/** How long the next key may wait to be kept, at most; and how many times what keeping the text before it took. */
const LONGEST_KEEP_MS = 250
const KEEP_PACE = 1
const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000]

/**
 * Sends the text by itself: soon after the last key, again and again when it fails, and never over somebody else's
 * text. Whatever the server has not confirmed is in the browser's own store too.
 */
export function startSaving(parts: SavingParts): Saving {
  const session = crypto.getRandomValues(new Uint32Array(2)).join('-')
  let { version } = parts
  let state: SavingState = { kind: 'saved', at: parts.savedAt, as: parts.savedAs }
  let [revision, sent, failures] = [0, 0, 0]
  let renewals = 0
  let unsentSince: number | undefined
  let sendTimer: ReturnType<typeof setTimeout> | undefined
  let keepTimer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let underWay = 0
  let keepIn = 0
  let unanswered: unknown[] = []
  let store: Promise<unknown> = Promise.resolve()
  let kept = true
  let lastVersion: string | undefined

  const tell = (next: SavingState) => {
    state = next
    parts.tell(next)
  }
  const isStopped = () => state.kind === 'conflict' || state.kind === 'locked'

  // One after the other: a text must not be kept again after it was forgotten.
  const keepNow = () => {
    clearTimeout(keepTimer)
    keepTimer = undefined
    if (revision === sent) return store
    const at = new Date().toISOString()
    const began = performance.now()
    const draft = { content: parts.read(), baseVersion: version, at, session, sequence: revision }
    store = store
      .then(() => parts.keep(draft))
      .then((done) => {
        // Each key is kept at once; only where the text is so long that this takes time, a few wait for one another.
        keepIn = Math.min(LONGEST_KEEP_MS, KEEP_PACE * (performance.now() - began))
        if (done === kept) return
        kept = done
        if ('kept' in state) tell({ ...state, kept })
      })
    return store
  }

  const sendIn = (delay: number) => {
    clearTimeout(sendTimer)
    sendTimer = setTimeout(() => void send(), delay)
  }

  const settle = async (reply: Reply, sending: number, as: Kept['kind']): Promise<void> => {
    if (reply.kind === 'ok') {
      failures = 0
      renewals = 0
      unanswered = []
      sent = Math.max(sent, sending)
      version = reply.body.version ?? version
      if (sent === revision) {
        unsentSince = undefined
        store = store.then(() => (sent === revision ? parts.forget() : undefined))
        const isDraft = as === 'draft' && reply.body.sameAsVersion !== true
        if (as === 'version') lastVersion = numberIn(reply.body) ?? lastVersion
        const savedAs: Kept = isDraft
          ? { kind: 'draft', after: lastVersion }
          : { kind: 'version', number: numberIn(reply.body) }
        tell({ kind: 'saved', at: dateOf(reply.body.savedAt) ?? new Date(), as: savedAs })
      } else sendIn(QUIET_MS)
      return
    }
    if (reply.kind === 'conflict' && unanswered.some((mine) => parts.isSame(reply.body.content, mine))) {
      // The text there is ours: it arrived and only the answer was lost.
      version = reply.body.version ?? version
      return sendIn(0)
    }
    await keepNow()
    const delay = RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] ?? 0
    if (reply.kind === 'conflict') tell({ kind: 'conflict', kept, theirs: reply.body })
    else if (reply.kind === 'locked') tell({ kind: 'locked', kept })
    else if (reply.kind === 'refused') tell({ kind: 'refused', kept, message: reply.message })
    else if (reply.kind === 'stale-token' && renewals++ < 3 && (await parts.renewToken())) sendIn(0)
    else {
      tell({ kind: reply.kind === 'unreachable' ? 'unreachable' : 'signed-out', kept })
      sendIn(delay)
    }
  }

  const send = async (isFinal = false): Promise<void> => {
    clearTimeout(sendTimer)
    if (sent === revision || isStopped()) return
    if (running && (!isFinal || underWay === revision)) return running
    const sending = revision
    underWay = sending
    if (state.kind === 'saved') tell({ kind: 'saving' })
    const content = parts.read()
    unanswered = [...unanswered.slice(-4), content]
    const request = parts
      .putDraft({ content, baseVersion: version, session, sequence: sending })
      .then((reply) => settle(reply, sending, 'draft'))
      .finally(() => {
        running = undefined
      })
    running = request
    return request
  }

  const flush = async (): Promise<boolean> => {
    await keepNow()
    if (running) await running
    await send()
    return sent === revision
  }

  return {
    changed: () => {
      revision += 1
      unsentSince ??= Date.now()
      keepTimer ??= setTimeout(keepNow, keepIn)
      if (isStopped()) return
      if (state.kind === 'saved') tell({ kind: 'saving' })
      // While the server cannot be reached the next try is already planned; typing must not put it off.
      if (failures === 0 || state.kind === 'refused')
        sendIn(Math.max(0, Math.min(QUIET_MS, unsentSince + LONGEST_MS - Date.now())))
    },
    flush,
    leave: (isFinal) => {
      void keepNow()
      void send(isFinal)
    },
    saveVersion: async () => {
      await keepNow()
      if (running) await running
      clearTimeout(sendTimer)
      const sending = revision
      const body = () => {
        const content = parts.read()
        unanswered = [...unanswered.slice(-4), content]
        return { content, baseVersion: version, session, sequence: sending }
      }
      let reply = await parts.postVersion(body())
      if (reply.kind === 'stale-token' && (await parts.renewToken())) reply = await parts.postVersion(body())
      await settle(reply, sending, 'version')
      return reply
    },
    keepMine: async () => {
      if (state.kind === 'conflict') version = state.theirs.version ?? version
      revision += 1
      tell({ kind: 'saving' })
      return flush()
    },
    restart: (newVersion, savedAt, savedAs) => {
      version = newVersion
      sent = revision
      failures = 0
      unsentSince = undefined
      tell({ kind: 'saved', at: savedAt, as: savedAs })
    },
    state: () => state,
    hasUnsent: () => sent !== revision,
  }
}

/** A date out of the answer of a server. */
export function dateOf(value: unknown): Date | undefined {
  const date = typeof value === 'string' || typeof value === 'number' ? new Date(value) : undefined
  return date && !Number.isNaN(date.getTime()) ? date : undefined
}

/** The number of a version in the answer of a server. */
export function numberIn({ number }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof number === 'number' || typeof number === 'string' ? String(number) : undefined
}
