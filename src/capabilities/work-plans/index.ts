/** Registers plans, and says which case types take one by default. */
export { addItem, addPlan, addStep, takeByDefault } from './administration/keep-plans.ts'
export type { PlanTold } from './following/association.queries.ts'
/** Says how the items of a plan stand on a case file. */
export { includeInItem, setItemState } from './following/change-item.ts'
/** What this capability shows and offers on the page of a case file. */
export { workPlanActs, workPlanPanel } from './following/plan-panel.view.tsx'
/** Puts a plan on a case file. */
export { setPlan } from './following/set-plan.ts'
export { workPlansRoutes } from './routes.tsx'
