import type { DefinitionTree } from "../api/types";

export interface TreeNode {
  id: string;
  kind: "question" | "definition" | "end";
  /** Question id or definition key. */
  of: string;
  x: number;
  y: number;
}

export interface TreeEdge {
  from: string;
  to: string;
  when: string | undefined;
  points: readonly (readonly [number, number])[];
}

export interface TreeDrawing {
  nodes: readonly TreeNode[];
  edges: readonly TreeEdge[];
  width: number;
  height: number;
}

export const box = { width: 236, height: 128 };
const gap = { x: 26, y: 64 };
const passage = 18;
const sweeps = 8;

interface Link {
  from: string;
  to: string;
  when: string | undefined;
}

export const endId = "END";
export const questionId = (id: string) => `question:${id}`;
export const definitionId = (key: string) => `goto:${key}`;

/**
 * Lays a question tree out from top to bottom: a node stands below everything that leads to it (but for what leads back), in each layer near
 * what it hangs together with, and a branch over several layers gets a place of its own in each, so that it crosses no node.
 */
export function layoutTree(tree: DefinitionTree): TreeDrawing {
  const links = linksOf(tree);
  const ids = [...new Set([...tree.questions.map(({ id }) => questionId(id)), ...links.map(({ to }) => to)])];
  const known = new Set(ids);
  const out = new Map(ids.map((id) => [id, links.filter((link) => link.from === id && known.has(link.to))]));
  const { order, back } = walk([questionId(tree.start), ...ids], out);
  const layer = new Map<string, number>();
  for (const id of order) {
    const at = layer.get(id) ?? 0;
    layer.set(id, at);
    for (const link of out.get(id) ?? []) if (!back.has(link)) layer.set(link.to, Math.max(layer.get(link.to) ?? 0, at + 1));
  }
  if (known.has(endId)) layer.set(endId, Math.max(...layer.values(), 0));

  const layers: string[][] = Array.from({ length: Math.max(...layer.values(), 0) + 1 }, () => []);
  for (const id of order) layers[layer.get(id) ?? 0]?.push(id);
  const chains = new Map<Link, string[]>();
  const above = new Map<string, string[]>();
  const below = new Map<string, string[]>();
  const join = (from: string, to: string) => {
    below.set(from, [...(below.get(from) ?? []), to]);
    above.set(to, [...(above.get(to) ?? []), from]);
  };
  for (const link of [...out.values()].flat()) {
    const [from, to] = back.has(link) ? [link.to, link.from] : [link.from, link.to];
    const chain = [from];
    for (let at = (layer.get(from) ?? 0) + 1; at < (layer.get(to) ?? 0); at += 1) {
      const id = `pass:${chains.size}:${at}`;
      layers[at]?.push(id);
      chain.push(id);
    }
    chain.push(to);
    for (let at = 1; at < chain.length; at += 1) join(chain[at - 1] ?? from, chain[at] ?? to);
    chains.set(link, back.has(link) ? chain.reverse() : chain);
  }

  const x = place(layers, above, below);
  const left = Math.min(0, ...[...x].map(([id, at]) => at - widthOf(id) / 2));
  const at = (id: string) => (x.get(id) ?? 0) - left;
  const layerOf = new Map(layers.flatMap((row, index) => row.map((id) => [id, index] as const)));
  const top = (id: string) => (layerOf.get(id) ?? 0) * (box.height + gap.y);
  const nodes = ids.map((id) => ({
    id,
    kind: id === endId ? ("end" as const) : id.startsWith("goto:") ? ("definition" as const) : ("question" as const),
    of: id.slice(id.indexOf(":") + 1),
    x: at(id),
    y: top(id),
  }));
  const edges = [...chains].map(([link, chain]) => ({
    ...link,
    points: chain.flatMap((id, index) => {
      const upwards = back.has(link);
      if (index === 0) return [[at(id), upwards ? top(id) : top(id) + box.height] as const];
      if (index === chain.length - 1) return [[at(id), upwards ? top(id) + box.height : top(id)] as const];
      const ends = [[at(id), top(id)] as const, [at(id), top(id) + box.height] as const];
      return upwards ? ends.reverse() : ends;
    }),
  }));
  return {
    nodes,
    edges,
    width: Math.max(
      box.width,
      ...nodes.map((node) => node.x + box.width / 2),
      ...edges.flatMap(({ points }) => points.map(([px]) => px + passage)),
    ),
    height: layers.length * (box.height + gap.y) - gap.y,
  };
}

function linksOf(tree: DefinitionTree): Link[] {
  return tree.questions.flatMap(({ id, next }) =>
    next.map((branch) => ({
      from: questionId(id),
      to: branch.kind === "end" ? endId : branch.kind === "definition" ? definitionId(branch.to ?? "") : questionId(branch.to ?? ""),
      when: branch.when ?? undefined,
    })),
  );
}

/** Everything in an order in which only the links that lead back point backwards. */
function walk(starts: readonly string[], out: ReadonlyMap<string, readonly Link[]>) {
  const state = new Map<string, "open" | "done">();
  const back = new Set<Link>();
  const order: string[] = [];
  const visit = (id: string) => {
    state.set(id, "open");
    for (const link of [...(out.get(id) ?? [])].reverse()) {
      if (state.get(link.to) === "open") back.add(link);
      else if (!state.has(link.to)) visit(link.to);
    }
    state.set(id, "done");
    order.unshift(id);
  };
  for (const id of [...starts].reverse()) if (out.has(id) && id === starts[0] && !state.has(id)) visit(id);
  for (const id of starts) if (out.has(id) && !state.has(id)) visit(id);
  return { order, back };
}

const widthOf = (id: string) => (id.startsWith("pass:") ? passage : box.width);

function place(layers: string[][], above: ReadonlyMap<string, string[]>, below: ReadonlyMap<string, string[]>): Map<string, number> {
  const x = new Map<string, number>();
  const mean = (ids: readonly string[] | undefined, otherwise: number) =>
    ids === undefined || ids.length === 0 ? otherwise : ids.reduce((sum, id) => sum + (x.get(id) ?? 0), 0) / ids.length;
  for (const row of layers) spread(row, (_, index) => index * (box.width + gap.x), x);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const downwards = sweep % 2 === 0;
    for (const row of downwards ? layers : [...layers].reverse()) {
      const wish = new Map(row.map((id) => [id, mean((downwards ? above : below).get(id), x.get(id) ?? 0)]));
      row.sort((one, other) => (wish.get(one) ?? 0) - (wish.get(other) ?? 0));
      spread(row, (id) => wish.get(id) ?? 0, x);
    }
  }
  return x;
}

/** As near to where each wants to be as its neighbours allow, the row as a whole neither left nor right of it. */
function spread(row: readonly string[], wish: (id: string, index: number) => number, x: Map<string, number>): void {
  let edge = -Infinity;
  let drift = 0;
  const wishes = row.map(wish);
  row.forEach((id, index) => {
    const at = Math.max(wishes[index] ?? 0, edge + widthOf(id) / 2);
    drift += at - (wishes[index] ?? 0);
    x.set(id, at);
    edge = at + widthOf(id) / 2 + gap.x;
  });
  for (const id of row) x.set(id, (x.get(id) ?? 0) - drift / Math.max(1, row.length));
}
