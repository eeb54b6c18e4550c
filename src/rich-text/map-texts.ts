import type { Inline, RichText } from './content.ts'
import { parseContent } from './validate.ts'

interface TreeNode {
  readonly type: string
  readonly content?: readonly TreeNode[]
}

/** Rewrites the runs of every paragraph and heading of a text, however deep they stand. */
export function mapTexts(content: RichText, change: (inline: Inline) => readonly Inline[]): RichText {
  const visit = (node: TreeNode): TreeNode => {
    if (node.content === undefined) return node
    const holdsText = node.type === 'paragraph' || node.type === 'heading'
    return {
      ...node,
      content: holdsText ? (node.content as readonly Inline[]).flatMap(change) : node.content.map(visit),
    }
  }
  const changed = parseContent(visit(content as unknown as TreeNode))
  if (!changed.ok) throw new Error(`Rewriting broke the text: ${JSON.stringify(changed.problem)}`)
  return changed.content
}
