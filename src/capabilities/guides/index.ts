export { guidesMover } from './guides-mover.ts'
export { GuidesOfType, type ReleasedGuide } from './guides-of-type.page.tsx'
export { type GuideAct, type GuideRefusal, type GuideRequest, moveGuide, saveGuide } from './keep-guide.ts'
export { guidesRoutes } from './routes.tsx'
