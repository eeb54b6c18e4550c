/** A text that the server has not confirmed. */
export interface KeptDraft {
  readonly key: string
  readonly content: unknown
  readonly baseVersion: unknown
  /** When it was typed, by the clock of this computer, in ISO 8601. */
  readonly at: string
  /** Which open page wrote it, and which of its sendings it would have been. */
  readonly session?: string
  readonly sequence?: number
}

export interface DraftStore {
  /** Answers whether the browser really kept it. */
  readonly keep: (draft: Omit<KeptDraft, 'key'>) => Promise<boolean>
  /** Keeps a text that the person put aside, apart from the one being written. */
  readonly setAside: (draft: Omit<KeptDraft, 'key'>) => Promise<boolean>
  /** Forgets what this page kept, for the server has it. */
  readonly forget: () => Promise<void>
  /** What other visits left here for this document and user, the newest first. */
  readonly left: () => Promise<readonly KeptDraft[]>
  readonly discard: (key: string) => Promise<void>
}

/**
 * Texts on their way, kept in the browser: they survive a closed tab and a lost network. Each visit writes to a place
 * of its own, so that two tabs never write over one another.
 */
export function openDraftStore(documentKey: string, userKey: string): DraftStore {
  const prefix = `${userKey}\n${documentKey}\n`
  const freshKey = () => `${prefix}${crypto.getRandomValues(new Uint32Array(2)).join('-')}`
  const own = freshKey()
  const within = <Value>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<Value>) =>
    database().then((db) => finished(db.transaction(STORE, mode), act))
  const put = (draft: KeptDraft) =>
    within('readwrite', (store) => store.put(draft)).then(
      () => true,
      () => false,
    )
  return {
    keep: (draft) => put({ ...draft, key: own }),
    setAside: (draft) => put({ ...draft, key: freshKey() }),
    forget: () => within('readwrite', (store) => store.delete(own)).then(nothing, nothing),
    left: async () => {
      try {
        const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
        const drafts: KeptDraft[] = await within('readonly', (store) => store.getAll(range))
        return drafts.filter(({ key }) => key !== own).sort((a, b) => (a.at < b.at ? 1 : -1))
      } catch {
        return []
      }
    },
    discard: (key) => within('readwrite', (store) => store.delete(key)).then(nothing, nothing),
  }
}

const STORE = 'drafts'
const nothing = (): void => undefined

let opening: Promise<IDBDatabase> | undefined

function database(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('carimbo-editor', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opening
}

/** Resolves when the transaction is on disk, not when the request was taken. */
function finished<Value>(
  transaction: IDBTransaction,
  act: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const request = act(transaction.objectStore(STORE))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}
