export { type ActRefusal, explainActRefusal } from './act-refusal.text.ts'
export { beginCoSigning, endCoSigning } from './co-signing/co-signing.ts'
export {
  type Document,
  type DocumentFile,
  type DocumentPublication,
  documentLabel,
  isAtHand,
  labelForHistory,
  type ReviewState,
} from './document.ts'
export { factsOf, refusalsOfAct } from './document-facts.ts'
export { DocumentStyle } from './document-style.page.tsx'
export { documentsRounds, documentsTasks } from './documents-jobs.ts'
export { type DraftTyped, readDraft } from './drafting/draft-document.form.ts'
export { InitialTextFields } from './drafting/draft-document.page.tsx'
export type { DraftRefusal } from './drafting/draft-document.rules.ts'
export { explainDraft } from './drafting/draft-document.text.ts'
export { type DraftRequest, draftDocument } from './drafting/draft-document.ts'
export type { InitialText } from './drafting/initial-text.ts'
export { offerBeginnings, typesToWrite } from './drafting/offer-draft.ts'
export { startingLevel } from './drafting/routes.tsx'
export { duplicateActs } from './duplicating/document-routes.tsx'
export { type EditorTyped, readEditor, sectionField, textOfTyped } from './editing/editor.form.ts'
export { readDraftMessage, readVersionMessage } from './editing/exchange.form.ts'
export { explainSave, type SaveRefusal } from './editing/save-refusal.text.ts'
export { type Saved, type SaveRequest, saveVersion } from './editing/save-version.ts'
export { type Eliminated, eliminationsTold } from './eliminating/eliminations.queries.ts'
export { eraseContents } from './eliminating/erase-contents.ts'
export { documentsOf, findDocument, findDocuments, type TreePart, treePartOf } from './find-document.ts'
export { textOfForm } from './forms/form-text.ts'
export { type Answers, readAnswers } from './forms/read-answers.ts'
export { cancelDocument, deleteDocument } from './keeping/remove-document.ts'
export { checkLevel, type LevelOffer, offerLevels } from './level/check-level.ts'
export { type LevelRequest, type LevelTyped, readLevel } from './level/level.form.ts'
export type { LevelRefusal } from './level/level.rules.ts'
export { explainLevel } from './level/level.text.ts'
export { LevelFields } from './level/level-fields.page.tsx'
export { explainUnmarked, markWords } from './marking/mark.text.ts'
export { isMarkedReading, markedPdf, type Unmarked, writeMarkedPdf } from './marking/mark-pdf.ts'
export { draftsMover } from './migration/drafts-mover.ts'
export { signatureCredentialsMover } from './migration/signature-credentials-mover.ts'
export { caseMissing, documentMissing } from './missing-routes.tsx'
export { mayBeDistributed, mayBeModel } from './models/may-be-model.ts'
export { becomeCircularBase } from './pen/circular-base.ts'
export { lockDocuments, lockPosted } from './pen/lock-documents.ts'
export { markSigned, prepareForSigning, type TextToSign } from './pen/mark-signed.ts'
export { noteOpened } from './pen/note-opened.ts'
export {
  consequenceOf,
  type DocumentAction,
  type DocumentRefusal,
  type LockCause,
  type Pen,
  refusalsFor,
} from './pen.rules.ts'
export { describeLockCause, explainDocumentRefusal } from './pen.text.ts'
export { type DocumentAct, possibleActs } from './possible-acts.ts'
export {
  beginPublication,
  endPublication,
  publishFrom,
} from './publication/publication-of-document.ts'
export { type ContentToRead, contentToRead } from './reading/content-to-read.ts'
export {
  DocumentReading,
  type DocumentReadingProps,
  DocumentSheet,
  FileView,
} from './reading/document-reading.page.tsx'
export { type FileToRead, fileToRead } from './reading/file-to-read.ts'
export { ReaderNotices } from './reading/reader-notices.view.tsx'
export { explainReading } from './reading/reading.text.ts'
export { serveFile } from './reading/serve-file.ts'
export { penToShow, treeOf } from './reading/tree-of.ts'
/** How the words of a scan came to be known, for its page. */
export { wordsOfScan } from './reading/words-of-scan.queries.ts'
export { redactActs, redactionsPanel } from './redacting/redactions.view.tsx'
export { beginReviewReading, endReviewReading } from './reviewing/review-readers.ts'
export { type TextToReview, textToReview } from './reviewing/text-to-review.ts'
export { documentsRoutes } from './routes.tsx'
export { documentRecords } from './sealed-records.queries.ts'
/** Makes the certificate of secrecy of a case file, or of a document of it. */
export { certifySecrecy } from './secrecy/certify-secrecy.ts'
export { secrecyActOfCase, secrecyActOfDocument } from './secrecy/secrecy-acts.ts'
export { reserveNumber } from './uploading/include-email.queries.ts'
export { type EmailToInclude, includeEmail } from './uploading/include-email.ts'
export { WaitingFiles } from './uploading/include-files.page.tsx'
export type { IncludeRefusal } from './uploading/include-files.rules.ts'
export { explainInclude } from './uploading/include-files.text.ts'
export { type IncludeRequest, includeFiles } from './uploading/include-files.ts'
export { waitingFiles } from './uploading/offer-upload.ts'
export { largestFileBytes } from './uploading/permitted-kinds.ts'
export { type ReceivedFile, receiveFiles } from './uploading/receive-files.ts'
export { type TakenFile, takeReceived } from './uploading/take-received.ts'
export { namedFilesBelow, type StoredFilesVerified, verifyStoredFiles } from './verify-stored-files.ts'
