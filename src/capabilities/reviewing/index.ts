/** The signs beside the numbers on the desk, in one statement. */
export { type ReviewMark, reviewMarks } from './desk-marks.ts'
/** How a review stands, and the way to it, on the page of a document. */
export { reviewActs, reviewPanel } from './panel.view.tsx'
/** Asks a person to review a draft, and the answer. */
export { answerReview } from './requests/answer-review.ts'
export { askReview } from './requests/ask-review.ts'
/** What has to be known before signing. */
export { reviewWarnings } from './review-state.ts'
export { closeReviews, reviewStatesOf, reviewsToAnswer } from './reviews-of.ts'
export { reviewingRoutes } from './routes.tsx'
/** What is said about passages of a draft. */
export { writeThread } from './threads/write-thread.ts'
