export { type Charset, charsetOf } from './plain-text.ts'
export { runTool, type ToolRun } from './run-tool.ts'
export { type ExtractedText, type ExtractionLimits, openTextExtractor, type TextExtractor } from './text-extractor.ts'
export type { ExtractionTools } from './tools.ts'
