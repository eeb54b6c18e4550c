export {
  type GroupRow,
  removeGroup as deleteGroup,
  selectGroupOfText as groupOfText,
  selectGroups as groupsOf,
  selectKeptModel as keptModelOf,
} from './groups.queries.ts'
