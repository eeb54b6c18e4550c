import type { Act } from './acts/act.ts'
import { openCase, writeDocument } from './acts/open-case.ts'
import { desk, document, longCase, searchOne, searchThree, searchTwo, smallCase } from './acts/read-pages.ts'
import { sendCase } from './acts/send-case.ts'
import { uploadFile, writeAndUpload } from './acts/upload.ts'
import { afterRoutings } from './trials/after-routings.ts'
import { figuresOfUnits } from './trials/figures-of-units.ts'
import { foundSoon } from './trials/found-soon.ts'
import { hundredSignatures } from './trials/hundred-signatures.ts'
import { largeFile } from './trials/large-file.ts'
import { month } from './trials/month.ts'
import { morning } from './trials/morning.ts'
import { overload } from './trials/overload.ts'
import { peak } from './trials/peak.ts'
import { storage } from './trials/storage.ts'
import type { Trial } from './trials/trial.ts'
import { twoProcesses } from './trials/two-processes.ts'

/** What is done again and again at 1, 8 and 32 connections, beside the bare limit of each. */
export const acts: readonly Act[] = [
  desk,
  smallCase,
  longCase,
  document,
  searchOne,
  searchTwo,
  searchThree,
  openCase,
  writeDocument,
  uploadFile,
  writeAndUpload,
  sendCase,
]

/** What has a way of its own to be measured. Those that leave the most behind come last. */
export const trials: readonly Trial[] = [
  figuresOfUnits,
  twoProcesses,
  morning,
  hundredSignatures,
  foundSoon,
  largeFile,
  storage,
  peak,
  overload,
  month,
  afterRoutings,
]

export const names: readonly string[] = [...acts, ...trials].map(({ name }) => name)
