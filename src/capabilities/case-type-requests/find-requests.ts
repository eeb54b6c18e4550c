/** What the pages of requests read, and the one thing that is arranged. */
export {
  type RequestRow,
  type Sees,
  selectArrangement,
  selectRequest,
  selectRequests,
  upsertAnalysingUnit,
} from './requests.queries.ts'
