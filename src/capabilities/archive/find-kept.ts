export {
  type KeptRow,
  selectCandidates as findCandidates,
  selectKept as findKept,
  selectKeptHere as findKeptHere,
} from './kept.queries.ts'
export { selectCapacities as findCapacities } from './write-term.queries.ts'
