export { operationsCrontab, operationsRoutes, operationsTasks } from './routes.tsx'
