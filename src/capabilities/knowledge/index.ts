export {
  findStandardText,
  type StandardText,
  standardTextsOf,
  standardTextsWithContent,
} from './find-standard-text.ts'
export { knowledgeRoutes } from './routes.tsx'
export { standardTextsMover } from './standard-texts-mover.ts'
export { addStandardText, type StandardTextRefusal, type StandardTextRequest } from './write-standard-text.ts'
