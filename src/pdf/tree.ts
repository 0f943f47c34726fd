import type { TreeNode } from '../page/page.ts';

/** A node as pdf.js gives it: an element, or a leaf with the id of marked content or an annotation. */
interface StructNode {
  readonly role?: string | undefined;
  readonly type?: string | undefined;
  readonly id?: string | undefined;
  readonly children?: readonly StructNode[] | undefined;
  readonly colSpan?: number | undefined;
  readonly rowSpan?: number | undefined;
  readonly structId?: string | undefined;
  readonly headers?: readonly string[] | undefined;
}

/**
 * Null when the tree has nothing on this page, as in a file that is not tagged. Leaves that are no
 * content (links, form fields) are left out, and so is what stands on other pages: pdf.js gives every
 * page of a long table all its rows.
 * @param pageId with which the ids of the page's content begin
 */
export function toTree(root: StructNode | null | undefined, pageId: string): TreeNode | null {
  return root?.children?.length ? toNode(root, `${pageId}_`) : null;
}

function toNode(node: StructNode, ids: string): TreeNode {
  const children: (TreeNode | { contentId: string })[] = [];
  for (const child of node.children ?? []) {
    if (child.type === 'content' && child.id !== undefined) {
      if (child.id.startsWith(ids)) children.push({ contentId: child.id });
    } else if (child.role !== undefined) children.push(toNode(child, ids));
  }
  return {
    role: node.role ?? '',
    columnSpan: span(node.colSpan),
    rowSpan: span(node.rowSpan),
    ...(node.structId === undefined ? {} : { id: node.structId }),
    ...(node.headers === undefined ? {} : { headers: node.headers }),
    children: node.role === 'TR' && !children.some(hasContent) ? [] : children,
  };
}

function hasContent(node: TreeNode['children'][number]): boolean {
  return 'contentId' in node || node.children.some(hasContent);
}

function span(count: number | undefined): number {
  return count !== undefined && Number.isInteger(count) && count > 0 ? count : 1;
}
