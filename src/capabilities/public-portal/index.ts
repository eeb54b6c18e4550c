/** Shows the CPFs of a text only in part. */
export { maskCpfs } from './mask-cpfs.rules.ts'
export { publicPortalRoutes } from './routes.tsx'
