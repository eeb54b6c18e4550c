export { mountDictation } from './dictation/mount-dictation.ts'
