/** A tree that is fetched whole and then shown: the lists of the server are short enough to be asked for once. */
import { EventEmitter, type TreeDataProvider, TreeItem, TreeItemCollapsibleState } from 'vscode'

export interface Node extends TreeItem {
  readonly children?: readonly Node[]
}

export class Tree implements TreeDataProvider<Node> {
  private readonly changed = new EventEmitter<undefined>()
  private roots: Promise<readonly Node[]> | undefined
  readonly onDidChangeTreeData = this.changed.event

  constructor(private readonly load: () => Promise<readonly Node[]>) {}

  refresh(): void {
    this.roots = undefined
    this.changed.fire(undefined)
  }

  getTreeItem(node: Node): TreeItem {
    return node
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node !== undefined) return [...(node.children ?? [])]
    this.roots ??= this.load()
    return [...(await this.roots)]
  }
}

/** A node whose look is given by `rest`; it can be opened where it has children. */
export function node(label: string, rest: Partial<Node> = {}, open = false): Node {
  const children = rest.children ?? []
  const { None, Expanded, Collapsed } = TreeItemCollapsibleState
  return Object.assign(new TreeItem(label, children.length === 0 ? None : open ? Expanded : Collapsed), rest)
}

/** Items under their group's name, groups in the order in which they first appear. */
export function groupBy<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(nameOf(item))
    if (group === undefined) groups.set(nameOf(item), [item])
    else group.push(item)
  }
  return groups
}
