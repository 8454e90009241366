import IconButton from "@mui/material/IconButton";
import { styled } from "@mui/material/styles";
import { ZoomIn, ZoomOut } from "lucide-react";
import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { DefinitionTree, DefinitionUse } from "../api/types";
import { Line } from "../ui/Line";
import { useLanguage } from "../ui/useLanguage";
import { useFlagName } from "../ui/useFlagName";
import { Words } from "../ui/Words";
import { inLines } from "./inLines";
import { box, layoutTree, questionId, type TreeEdge, type TreeNode } from "./layoutTree";
import { useCondition } from "./useCondition";

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
  "& g[role=button]:focus-visible > rect:first-of-type, & g[aria-pressed=true] > rect:first-of-type": {
    stroke: theme.vars.palette.primary.main,
    strokeWidth: 2.5,
  },
  "& .used": { fill: theme.vars.palette.primary.main, stroke: "none" },
  "& .left": { fill: theme.vars.palette.tone.critical.fg, stroke: "none" },
  "& .unused": { fill: theme.vars.palette.hub.line, stroke: "none" },
}));

/** What stands in a node: HTML, since SVG breaks no lines. */
const Label = styled("div")(({ theme }) => ({
  ...theme.typography.caption,
  lineHeight: 1.35,
  height: "100%",
  boxSizing: "border-box",
  padding: theme.spacing(2, 3, 2.5),
  display: "flex",
  flexDirection: "column",
  overflow: "hidden",
  color: theme.vars.palette.text.primary,
  "&.bare": { alignItems: "center", justifyContent: "center", textAlign: "center" },
  "& .name": { fontWeight: 600, overflowWrap: "anywhere", paddingRight: theme.spacing(3) },
  "&.bare .name": { padding: 0 },
  "& .asks": { flex: 1, minHeight: 0, display: "-webkit-box", WebkitBoxOrient: "vertical", WebkitLineClamp: 4, overflow: "hidden" },
  "& .muted": { color: theme.vars.palette.text.secondary, whiteSpace: "nowrap", overflow: "hidden", textOverflow: "ellipsis" },
  "& .lost": { color: theme.vars.palette.tone.critical.fg },
}));

const Tools = styled("div")(({ theme }) => ({
  display: "flex",
  alignItems: "center",
  justifyContent: "space-between",
  gap: theme.spacing(3),
  padding: theme.spacing(1, 2, 1, 4),
  borderBottom: `1px solid ${theme.vars.palette.hub.line}`,
}));

const zooms = [0.4, 0.55, 0.7, 0.85, 1, 1.25, 1.5] as const;
const whenLength = 34;
const whenLines = 2;
const whenHeight = 15;

interface Props {
  tree: DefinitionTree;
  /** Of the version that is drawn; none of a draft. */
  use: DefinitionUse | undefined;
  chosen: string | undefined;
  onChoose: (question: string) => void;
}

/** The tree as a map: questions from the first down to the ends, each with how many came there and left. Arrow keys walk along it. */
export function TreeMap({ tree, use, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const drawing = useMemo(() => layoutTree(tree), [tree]);
  const [zoom, setZoom] = useState<number>(drawing.width > 1400 ? 2 : 3);
  const svg = useRef<SVGSVGElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const inWords = useCondition(tree);
  const scale = zooms[zoom] ?? 1;
  const start = drawing.nodes.find(({ id }) => id === questionId(tree.start));

  // A wide tree opens where its first question stands, not at its left edge.
  useLayoutEffect(() => {
    if (scroll.current && start) scroll.current.scrollLeft = start.x * scale - scroll.current.clientWidth / 2;
  }, [start, scale]);

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
    <>
      <Tools>
        <Words look="small">{use && use.sessions > 0 ? t("questionTree.usedHere", { count: use.sessions }) : ""}</Words>
        <Line gap="tight" firm>
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
      </Tools>
      <Scroll ref={scroll}>
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
            <Edge key={index} edge={edge} says={edge.when && inWords(edge.when, questionOf(edge.from))} />
          ))}
          {drawing.nodes.map((node) => (
            <Node
              key={node.id}
              node={node}
              tree={tree}
              use={use}
              chosen={node.kind === "question" && node.of === chosen}
              onKey={walk}
              onChoose={onChoose}
            />
          ))}
        </svg>
      </Scroll>
    </>
  );
}

const questionOf = (node: string) => node.slice(node.indexOf(":") + 1);

function Edge({ edge, says }: { edge: TreeEdge; says: string | undefined }) {
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
      {edge.when !== undefined && says !== undefined && start !== undefined && next !== undefined && (
        <text className="when" textAnchor="middle" y={start[1] * 0.35 + next[1] * 0.65 - 2}>
          <title>{edge.when}</title>
          {inLines(says, whenLength, whenLines).map((line, index) => (
            <tspan key={index} x={start[0] * 0.35 + next[0] * 0.65} dy={index === 0 ? 0 : whenHeight}>
              {line}
            </tspan>
          ))}
        </text>
      )}
    </g>
  );
}

interface NodeProps {
  node: TreeNode;
  tree: DefinitionTree;
  use: DefinitionUse | undefined;
  chosen: boolean;
  onKey: (event: KeyboardEvent<SVGGElement>, node: TreeNode) => void;
  onChoose: (question: string) => void;
}

function Node({ node, tree, use, chosen, onKey, onChoose }: NodeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const flagName = useFlagName();
  const question = tree.questions.find(({ id }) => node.kind === "question" && id === node.of);
  const flags = tree.flags.filter(({ reads }) => node.kind === "question" && reads.includes(node.of));
  const used =
    use && use.sessions > 0 ? use.questions.find((counted) => node.kind === "question" && counted.question === node.of) : undefined;
  const title =
    node.kind === "end" ? t("questionTree.end") : node.kind === "definition" ? t("questionTree.goto", { key: node.of }) : node.of;
  const below =
    node.kind === "end"
      ? [...new Set(tree.outcomes.map(({ result }) => result))].join(", ")
      : question
        ? `${t(`questionTree.type.${question.type}`)}${question.required ? "" : ` · ${t("questionTree.optional")}`}`
        : node.kind === "question"
          ? t("questionTree.missing")
          : "";
  const counts = used &&
    used.asked > 0 && [
      t("questionTree.answeredOf", { answered: used.answered, asked: used.asked }),
      ...(used.left > 0 ? [t("questionTree.leftHere", { count: used.left })] : []),
    ];
  const left = node.x - box.width / 2;
  return (
    <g
      role="button"
      tabIndex={0}
      data-node={node.id}
      className={node.kind}
      aria-pressed={chosen}
      aria-label={[title, question?.text[language], below, ...(counts || [])].filter(Boolean).join(". ")}
      onClick={() => node.kind === "question" && onChoose(node.of)}
      onKeyDown={(event) => onKey(event, node)}
    >
      <rect x={left} y={node.y} width={box.width} height={box.height} rx={node.kind === "question" ? 8 : 24} />
      <foreignObject x={left} y={node.y} width={box.width} height={box.height} aria-hidden>
        <Label className={question ? "" : "bare"}>
          <span className="name">{title}</span>
          {question && (
            <span className="asks" title={question.text[language]}>
              {question.text[language]}
            </span>
          )}
          {below !== "" && <span className="muted">{below}</span>}
          {counts && (
            <span className="muted">
              {counts[0]}
              {counts[1] !== undefined && <span className="lost"> · {counts[1]}</span>}
            </span>
          )}
        </Label>
      </foreignObject>
      {used && <Share used={used} sessions={use?.sessions ?? 1} left={left} y={node.y + box.height - 6} />}
      {flags.length > 0 && (
        <circle className="flag" cx={left + box.width - 14} cy={node.y + 14} r={5}>
          <title>{flags.map(({ id }) => flagName(id)).join(", ")}</title>
        </circle>
      )}
    </g>
  );
}

interface ShareProps {
  used: DefinitionUse["questions"][number];
  sessions: number;
  left: number;
  y: number;
}

/** Of all sessions: how many came here, and of those how many left. */
function Share({ used, sessions, left, y }: ShareProps) {
  const width = box.width - 24;
  const came = (used.asked / sessions) * width;
  const lost = (used.left / sessions) * width;
  return (
    <>
      <rect className="unused" x={left + 12} y={y} width={width} height={3} rx={1.5} />
      <rect className="used" x={left + 12} y={y} width={came} height={3} rx={1.5} />
      {lost > 0 && <rect className="left" x={left + 12 + came - lost} y={y} width={lost} height={3} rx={1.5} />}
    </>
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
