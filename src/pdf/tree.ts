import type { TreeNode } from '../page/page.ts';

/** A node as pdf.js gives it: an element, or a leaf with the id of marked content or an annotation. */
interface StructNode {
  readonly role?: string | undefined;
  readonly type?: string | undefined;
  readonly id?: string | undefined;
  readonly children?: readonly StructNode[] | undefined;
  readonly colSpan?: number | undefined;
  readonly rowSpan?: number | undefined;
}

/** Null when the tree has nothing on this page, as in a file that is not tagged. Leaves that are no content (links, form fields) are left out. */
export function toTree(root: StructNode | null | undefined): TreeNode | null {
  return root?.children?.length ? toNode(root) : null;
}

function toNode(node: StructNode): TreeNode {
  const children: (TreeNode | { contentId: string })[] = [];
  for (const child of node.children ?? []) {
    if (child.type === 'content' && child.id !== undefined) children.push({ contentId: child.id });
    else if (child.role !== undefined) children.push(toNode(child));
  }
  return {
    role: node.role ?? '',
    columnSpan: span(node.colSpan),
    rowSpan: span(node.rowSpan),
    children,
  };
}

function span(count: number | undefined): number {
  return count !== undefined && Number.isInteger(count) && count > 0 ? count : 1;
}
