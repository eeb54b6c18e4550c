/** Beside a document: its publication, and what may be done about it. */
export { publicationActs, publicationPanel } from './beside/beside-document.view.tsx'
/** For the desk: in which case files something is on its way to publication, or published. One statement. */
export { publicationMarks } from './beside/desk-marks.ts'
/** Takes a publication in an external gazette a step further (DOE-01). */
export { stepExternal } from './gazette/step-external.ts'
/** The e-mail that brings a matter to a gazette. */
export { gazetteMatterMail } from './matter/mail.ts'
/** Publishes in the bulletin now or on a later day, or puts on the way to an external gazette (DOC-100 to DOC-107). */
export { type PublishRequest, publishDocument } from './publishing/publish-document.ts'
export { publishingRounds } from './publishing-jobs.ts'
export { publishingRoutes } from './routes.tsx'
/** Registers a vehicle of publication: the bulletin of an agency, or an external gazette (DOC-105). */
export { addVehicle } from './vehicles/keep-vehicles.ts'
