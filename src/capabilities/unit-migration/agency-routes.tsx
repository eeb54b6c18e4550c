import { type InnerOptions, type InnerVisit, notFound, type Router } from '../../platform/http/index.ts'
import { reachOfVisit } from '../organization/index.ts'

type Handler = Parameters<Router['page']>[2]

/** Addresses that are not there for who administrates a part of an agency alone (EST-026): units are its own matter. */
export function ofAgencies(router: Router): Router {
  const guarded = (options: InnerOptions, handler: Handler) => async (visit: InnerVisit) => {
    const reach = options.permission && (await reachOfVisit(visit, options.permission))
    return reach && reach.unitIds === undefined ? handler(visit) : notFound
  }
  return {
    ...router,
    page: (path, options, handler) => router.page(path, options, guarded(options, handler)),
    act: (path, options, handler) => router.act(path, options, guarded(options, handler)),
  }
}
