import { statSync } from 'node:fs'
import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Those that would keep one worker busy for long after the other has nothing left to do. */
const longest = [
  'src/islands/document-editor/document-editor.test.ts',
  'src/safekeeping/safekeeping.test.ts',
  'src/safekeeping/tables/tables.test.ts',
  'src/islands/shell/shell.test.ts',
  'src/capabilities/register-import/administrators-day.test.ts',
  'src/ui/gallery.test.ts',
  'src/islands/document-editor/accessibility.test.ts',
  'src/islands/document-editor/writing.test.ts',
  'test/journeys/accessibility.test.ts',
  'test/journeys/accessibility-administration.test.ts',
  'test/access/surfaces.test.ts',
  'test/faults/failover.test.ts',
  'test/faults/kills.test.ts',
  'test/faults/full-disk.test.ts',
  'test/journeys/session-ends.test.ts',
  'test/journeys/statements.test.ts',
]

/**
 * The same order in every run, whatever earlier ones left behind: tests beside the code, then stories; in each, first the
 * longest known, then the largest files.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const root = this.ctx.config.root
    const keyed = files.map((file) => {
      const path = relative(root, file.moduleId).replaceAll('\\', '/')
      const place = longest.indexOf(path)
      const rank = place < 0 ? longest.length : place
      return { file, path, project: file.project.name === 'stories' ? 1 : 0, rank, size: statSync(file.moduleId).size }
    })
    keyed.sort((a, b) => a.project - b.project || a.rank - b.rank || b.size - a.size || (a.path < b.path ? -1 : 1))
    return keyed.map(({ file }) => file)
  }
}
