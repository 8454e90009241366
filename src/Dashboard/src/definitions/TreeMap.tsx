import IconButton from "@mui/material/IconButton";
import { styled } from "@mui/material/styles";
import { ZoomIn, ZoomOut } from "lucide-react";
import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { DefinitionTree } from "../api/types";
import { Line } from "../ui/Line";
import { useLanguage } from "../ui/useLanguage";
import { cut } from "./cut";
import { box, layoutTree, type TreeEdge, type TreeNode } from "./layoutTree";

const Scroll = styled("div")(({ theme }) => ({
  overflow: "auto",
  maxHeight: "72vh",
  padding: theme.spacing(5),
  backgroundColor: theme.vars.palette.hub.sunken,
  "& svg": { display: "block", margin: "0 auto" },
  "& text": { ...theme.typography.caption, fill: theme.vars.palette.text.primary },
  "& .muted": { fill: theme.vars.palette.text.secondary },
  "& .when": { fill: theme.vars.palette.text.secondary, paintOrder: "stroke", stroke: theme.vars.palette.hub.sunken, strokeWidth: 5 },
  "& path": { fill: "none", stroke: theme.vars.palette.hub.lineStrong, strokeWidth: 1.4 },
  "& marker path": { fill: theme.vars.palette.hub.lineStrong, stroke: "none" },
  "& rect": { fill: theme.vars.palette.background.paper, stroke: theme.vars.palette.hub.lineStrong },
  "& .definition rect": { fill: theme.vars.palette.tone.accent.bg, stroke: theme.vars.palette.tone.accent.line },
  "& .end rect": { fill: theme.vars.palette.tone.good.bg, stroke: theme.vars.palette.tone.good.line },
  "& .flag": { fill: theme.vars.palette.tone.critical.fg, stroke: "none" },
  "& g[role=button]": { cursor: "pointer", outline: "none" },
  "& g[role=button]:focus-visible rect, & g[aria-pressed=true] rect": { stroke: theme.vars.palette.primary.main, strokeWidth: 2.5 },
  "& .strong": { fontWeight: 600 },
}));

const Bar = styled("div")(({ theme }) => ({ position: "absolute", right: theme.spacing(3), top: theme.spacing(3), zIndex: 1 }));
const Frame = styled("div")({ position: "relative" });

const zooms = [0.4, 0.55, 0.7, 0.85, 1, 1.25, 1.5] as const;
const whenLength = 30;

interface Props {
  tree: DefinitionTree;
  chosen: string | undefined;
  onChoose: (question: string) => void;
}

/** The tree as a map: questions from the first down to the ends. Arrow keys walk along it. */
export function TreeMap({ tree, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const drawing = useMemo(() => layoutTree(tree), [tree]);
  const [zoom, setZoom] = useState<number>(drawing.width > 1400 ? 2 : 3);
  const svg = useRef<SVGSVGElement>(null);
  const scale = zooms[zoom] ?? 1;

  function walk(event: KeyboardEvent<SVGGElement>, node: TreeNode) {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (node.kind === "question") onChoose(node.of);
      return;
    }
    const next = neighbour(drawing.nodes, drawing.edges, node, event.key);
    if (next === undefined) return;
    event.preventDefault();
    svg.current?.querySelector<SVGGElement>(`[data-node="${CSS.escape(next.id)}"]`)?.focus();
  }

  return (
    <Frame>
      <Bar>
        <Line gap="tight">
          <IconButton size="small" aria-label={t("questionTree.zoomOut")} disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
            <ZoomOut size={16} aria-hidden />
          </IconButton>
          <IconButton
            size="small"
            aria-label={t("questionTree.zoomIn")}
            disabled={zoom === zooms.length - 1}
            onClick={() => setZoom(zoom + 1)}
          >
            <ZoomIn size={16} aria-hidden />
          </IconButton>
        </Line>
      </Bar>
      <Scroll>
        <svg
          ref={svg}
          role="group"
          aria-label={t("questionTree.map")}
          width={(drawing.width + 4) * scale}
          height={(drawing.height + 4) * scale}
          viewBox={`-2 -2 ${drawing.width + 4} ${drawing.height + 4}`}
        >
          <defs>
            <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse">
              <path d="M0,0 L8,4 L0,8 z" />
            </marker>
          </defs>
          {drawing.edges.map((edge, index) => (
            <Edge key={index} edge={edge} />
          ))}
          {drawing.nodes.map((node) => (
            <Node
              key={node.id}
              node={node}
              tree={tree}
              chosen={node.kind === "question" && node.of === chosen}
              onKey={walk}
              onChoose={onChoose}
            />
          ))}
        </svg>
      </Scroll>
    </Frame>
  );
}

function Edge({ edge }: { edge: TreeEdge }) {
  const path = edge.points
    .map(([x, y], index) => {
      const before = edge.points[index - 1];
      if (before === undefined) return `M${x},${y}`;
      const middle = (before[1] + y) / 2;
      return `C${before[0]},${middle} ${x},${middle} ${x},${y}`;
    })
    .join(" ");
  const [start, next] = edge.points;
  return (
    <g>
      <path d={path} markerEnd="url(#arrow)" />
      {edge.when !== undefined && start !== undefined && next !== undefined && (
        <text className="when" textAnchor="middle" x={start[0] * 0.35 + next[0] * 0.65} y={start[1] * 0.35 + next[1] * 0.65 + 4}>
          <title>{edge.when}</title>
          {cut(edge.when, whenLength)}
        </text>
      )}
    </g>
  );
}

interface NodeProps {
  node: TreeNode;
  tree: DefinitionTree;
  chosen: boolean;
  onKey: (event: KeyboardEvent<SVGGElement>, node: TreeNode) => void;
  onChoose: (question: string) => void;
}

function Node({ node, tree, chosen, onKey, onChoose }: NodeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const question = tree.questions.find(({ id }) => node.kind === "question" && id === node.of);
  const flags = tree.flags.filter(({ reads }) => node.kind === "question" && reads.includes(node.of));
  const title =
    node.kind === "end" ? t("questionTree.end") : node.kind === "definition" ? t("questionTree.goto", { key: node.of }) : node.of;
  const below =
    node.kind === "end"
      ? cut([...new Set(tree.outcomes.map(({ result }) => result))].join(", "), 28)
      : question
        ? t(`questionTree.type.${question.type}`)
        : node.kind === "question"
          ? t("questionTree.missing")
          : "";
  const left = node.x - box.width / 2;
  return (
    <g
      role="button"
      tabIndex={0}
      data-node={node.id}
      className={node.kind}
      aria-pressed={chosen}
      aria-label={`${title}. ${question ? `${question.text[language]} ${below}` : below}`}
      onClick={() => node.kind === "question" && onChoose(node.of)}
      onKeyDown={(event) => onKey(event, node)}
    >
      <rect x={left} y={node.y} width={box.width} height={box.height} rx={node.kind === "end" ? box.height / 2 : 8} />
      <text className="strong" x={left + 12} y={node.y + 19}>
        {cut(title, 24)}
      </text>
      {question && (
        <text x={left + 12} y={node.y + 36}>
          {cut(question.text[language], 28)}
        </text>
      )}
      <text className="muted" x={left + 12} y={node.y + (question ? 53 : 40)}>
        {below}
        {question && !question.required && ` · ${t("questionTree.optional")}`}
      </text>
      {flags.length > 0 && (
        <circle className="flag" cx={left + box.width - 14} cy={node.y + 14} r={5}>
          <title>{flags.map(({ id }) => id).join(", ")}</title>
        </circle>
      )}
    </g>
  );
}

function neighbour(nodes: readonly TreeNode[], edges: readonly TreeEdge[], node: TreeNode, key: string): TreeNode | undefined {
  const find = (id: string | undefined) => nodes.find((other) => other.id === id);
  if (key === "ArrowDown") return find(edges.find(({ from }) => from === node.id)?.to);
  if (key === "ArrowUp") return find(edges.find(({ to }) => to === node.id)?.from);
  const row = nodes.filter(({ y }) => y === node.y).sort((one, other) => one.x - other.x);
  if (key === "ArrowRight") return row[row.indexOf(node) + 1];
  if (key === "ArrowLeft") return row[row.indexOf(node) - 1];
  return undefined;
}
