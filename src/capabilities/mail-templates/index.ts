export { mailTemplatesRoutes } from './routes.tsx'
