import { expect, it } from "vitest";
import type { DefinitionTree } from "../api/types";
import { box, definitionId, endId, layoutTree, questionId } from "./layoutTree";

const question = (id: string, ...next: DefinitionTree["questions"][number]["next"]): DefinitionTree["questions"][number] => ({
  id,
  type: "text",
  text: { id, en: id },
  data: "plain",
  required: true,
  options: [],
  next,
});

const to = (id: string, when?: string) => ({ kind: "question" as const, to: id, ...(when !== undefined && { when }) });

const tree = {
  key: "k",
  version: 1,
  kind: "router",
  title: { id: "k", en: "k" },
  start: "a",
  questions: [
    question("a", to("b", "a == 1"), to("d")),
    question("b", to("c")),
    question("c", to("a", "c == 1"), { kind: "definition", to: "other", when: "c == 2" }, to("d")),
    question("d", { kind: "end" }),
  ],
  derived: [],
  flags: [],
  outcomes: [],
} satisfies DefinitionTree;

it("puts each question below all that lead to it, though one leads back", () => {
  const { nodes, edges } = layoutTree(tree);
  const y = (id: string) => nodes.find((node) => node.id === id)?.y ?? NaN;
  expect(["a", "b", "c", "d"].map((id) => y(questionId(id)))).toEqual([0, 1, 2, 3].map((layer) => layer * y(questionId("b"))));
  expect(y(endId)).toBeGreaterThan(y(questionId("d")));
  expect(nodes.some(({ id }) => id === definitionId("other"))).toBe(true);
  expect(edges).toHaveLength(7);
});

it("lets no two boxes of a layer overlap and keeps all of them on the sheet", () => {
  const { nodes, width, height } = layoutTree(tree);
  for (const one of nodes) {
    expect(one.x - box.width / 2).toBeGreaterThanOrEqual(0);
    expect(one.x + box.width / 2).toBeLessThanOrEqual(width);
    expect(one.y + box.height).toBeLessThanOrEqual(height);
    for (const other of nodes) {
      if (other !== one && other.y === one.y) expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(box.width);
    }
  }
});

it("draws what an author has only begun: a branch to a question that is not there yet, and one that nothing leads to", () => {
  const begun = { ...tree, questions: [question("a", to("missing")), question("alone", { kind: "end" })] };
  expect(layoutTree(begun).nodes.map(({ id }) => id)).toEqual([questionId("a"), questionId("alone"), questionId("missing"), endId]);
});
