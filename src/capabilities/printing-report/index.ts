/** What was printed, from the logs of print servers, joined with the documents of the system. */
export { importLog } from './import-log.ts'
export { noteMadePdf } from './made-pdf.ts'
export { printingReportRoutes } from './routes.tsx'
