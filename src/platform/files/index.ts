export type { ByteRange, FileCondition, FileRefusal, FileStore, StoredFile } from './file-store.ts'
export { openFolderFileStore } from './folder-file-store.ts'
export { prefixesOf, seventhOf } from './sevenths.ts'
