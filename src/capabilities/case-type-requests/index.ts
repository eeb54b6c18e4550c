export { caseTypeRequestsRoutes } from './routes.tsx'
