import type { Readable } from 'node:stream'
import type { Outcome } from '../outcome.ts'

/** What is kept of a stored file: the SHA-256 of its content in lower-case hexadecimal, which is also its name, and its size. */
export type StoredFile = { readonly sha256: string; readonly sizeBytes: number }

/** Part of a file, both ends included and counted from zero, as in the HTTP `Range` header. No `last` means to the end. */
export type ByteRange = { readonly first: number; readonly last?: number }

/** Why a file was not stored. Nothing of it stays behind. */
export type FileRefusal = 'too-large' | 'disk-full'

/** State of a stored file as read from the disk: `changed` means that its bytes no longer give its name. */
export type FileCondition = 'intact' | 'missing' | 'changed'

/**
 * Where the content of uploaded and generated files lives. Files are named by the hash of their content, are never
 * altered, and the same content given twice is one file; names, kinds and who may see them are other people's matter.
 */
export interface FileStore {
  /**
   * Stores what the source gives, piece by piece, without ever holding it whole in memory. When it answers `done`, the
   * file survives a power cut. A source that fails (a person who closes the browser) fails this call with its own error.
   * On a refusal the rest of the source is not read: it is destroyed.
   */
  put(
    source: AsyncIterable<Uint8Array>,
    options: { readonly limitBytes: number },
  ): Promise<Outcome<StoredFile, FileRefusal>>
  /**
   * Opens a file for reading, or `undefined` when it is not here or the range lies outside of it. A file read whole is
   * checked against its name on the way: when it was changed, the stream fails before its last piece, so that no one
   * receives as complete what is not the original.
   */
  open(sha256: string, range?: ByteRange): Promise<Readable | undefined>
  /** Size of a file, or `undefined` when it is not here. */
  stat(sha256: string): Promise<{ readonly sizeBytes: number } | undefined>
  /** Reads the whole file again and compares it with its name. */
  verify(sha256: string): Promise<FileCondition>
  /** Names of the files that begin with these two figures; given a moment, only of those last stored before it. */
  names(prefix: string, storedBefore?: Date): Promise<readonly string[]>
  /**
   * Takes a file out of sight, unless somebody stored the same content since the given moment, and found it there: then it is in its
   * place again when this ends. Answers whether it was taken. Two looks are needed, as somebody may store it between them.
   */
  setAsideIfStoredBefore(sha256: string, moment: Date): Promise<boolean>
  /**
   * Takes a file out of sight: no reading finds it any more. Answers whether it was there. Only for what was lawfully
   * eliminated; `bringBack` undoes it, `removeAside` makes it final. The same content stored again meanwhile is a new file.
   */
  setAside(sha256: string): Promise<boolean>
  bringBack(sha256: string): Promise<void>
  removeAside(sha256: string): Promise<void>
  /** Deletes uploads that stopped before the given moment and never finished; answers how many. */
  sweepTemporary(olderThan: Date): Promise<number>
}
