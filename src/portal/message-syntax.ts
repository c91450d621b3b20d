/** A parsed message: words, `{placeholders}` and `<tags>` around words. */
export type MessageNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'tag'; readonly name: string; readonly inner: readonly MessageNode[] };

const token = /\{(\w+)\}|<(\/?)(\w+)>/g;
const parsed = new Map<string, readonly MessageNode[]>();

/** Reads a message once; messages come from the project's own files, so the memory is bounded by them. */
export function messageNodes(message: string): readonly MessageNode[] {
  const known = parsed.get(message);
  if (known) return known;
  const nodes = parse(message);
  parsed.set(message, nodes);
  return nodes;
}

interface Open {
  readonly name: string;
  readonly nodes: MessageNode[];
}

function parse(message: string): readonly MessageNode[] {
  const root: Open = { name: '', nodes: [] };
  const stack: Open[] = [root];
  let from = 0;
  for (const match of message.matchAll(token)) {
    const top = stack.at(-1) ?? root;
    if (match.index > from) top.nodes.push({ kind: 'text', text: message.slice(from, match.index) });
    from = match.index + match[0].length;
    const [, value, close, tag = ''] = match;
    if (value !== undefined) top.nodes.push({ kind: 'value', name: value });
    else if (close === '') stack.push({ name: tag, nodes: [] });
    else closeTag(stack, tag, message);
  }
  if (stack.length > 1) throw new Error(`message is not closed: ${message}`);
  if (from < message.length) root.nodes.push({ kind: 'text', text: message.slice(from) });
  return root.nodes;
}

function closeTag(stack: Open[], tag: string, message: string): void {
  const open = stack.pop();
  const parent = stack.at(-1);
  if (!open || !parent || open.name !== tag) throw new Error(`message closes <${tag}> wrongly: ${message}`);
  parent.nodes.push({ kind: 'tag', name: tag, inner: open.nodes });
}
