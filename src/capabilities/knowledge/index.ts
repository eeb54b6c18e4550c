export {
  beginningsFor,
  type DistributedText,
  findDistributedText,
  findStandardText,
  type StandardText,
  standardTextsOf,
  standardTextsWithContent,
} from './find-standard-text.ts'
export { groupsOf, keptModelOf } from './groups/find-groups.ts'
export { dropModel, keepModel, saveGroup } from './groups/keep-groups.ts'
export { distribute, type InstitutionalRefusal, redistribute } from './institutional/distribute.ts'
export { modelsKeptBy } from './institutional/find-kept.ts'
export { readNameAndNote } from './institutional/institutional.form.ts'
export { explainInstitutional } from './institutional/institutional.text.ts'
export { type Keeper, keeperOf } from './institutional/keeper.ts'
export { offerScopes, readScope, type Scope, type ScopeOffer } from './institutional/offer-scopes.ts'
export { ScopeFields } from './institutional/scope-fields.page.tsx'
export { institutionalMovers } from './institutional-movers.ts'
export { knowledgeRoutes } from './routes.tsx'
export { standardTextsMover } from './standard-texts-mover.ts'
export { addStandardText, type StandardTextRefusal, type StandardTextRequest } from './write-standard-text.ts'
