export {
  type InstitutionalContentRow,
  selectKept as keptBy,
  selectKeptModels as modelsKeptBy,
  selectKeptOne as findKept,
} from './institutional.queries.ts'
