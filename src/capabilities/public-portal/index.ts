export { publicPortalRoutes } from './routes.tsx'
