/** What this capability offers on the page of a case file. */
export { checkpointActs } from './case-acts.ts'
/** Registers a point of a unit. */
export { addCheckpoint, type CheckpointRefusal } from './keep-checkpoints.ts'
/** How they go to the unit that succeeds another. */
export { checkpointsMover, standingsMover } from './migration/movers.ts'
export { checkpointsRoutes } from './routes.tsx'
/** Puts case files on points of a unit's work, and takes them off. */
export {
  removeCheckpoint,
  type SetCheckpointRefusal,
  type SetCheckpointRequest,
  setCheckpoint,
} from './set-checkpoint.ts'
