export {
  type ReceivedContentRow,
  selectReceivedOne as findReceived,
  upsertSeen as noteSeen,
} from './received.queries.ts'
