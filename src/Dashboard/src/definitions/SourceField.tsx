import { styled } from "@mui/material/styles";
import { useEffect, useImperativeHandle, useRef, type Ref } from "react";
import { useTranslation } from "react-i18next";

export interface SourceHandle {
  go: (line: number) => void;
}

const lineHeight = 20;

const Frame = styled("div")(({ theme }) => ({
  ...theme.typography.code,
  lineHeight: `${lineHeight}px`,
  display: "grid",
  gridTemplateColumns: "auto minmax(0, 1fr)",
  height: "68vh",
  overflow: "hidden",
}));

const Numbers = styled("ol")(({ theme }) => ({
  listStyle: "none",
  margin: 0,
  padding: theme.spacing(2, 2, 2, 3),
  textAlign: "right",
  userSelect: "none",
  overflow: "hidden",
  color: theme.vars.palette.text.secondary,
  backgroundColor: theme.vars.palette.hub.sunken,
  borderRight: `1px solid ${theme.vars.palette.hub.line}`,
  "& .faulty": { color: theme.vars.palette.tone.critical.fg, fontWeight: 700 },
}));

const Text = styled("textarea")(({ theme }) => ({
  ...theme.typography.code,
  lineHeight: `${lineHeight}px`,
  width: "100%",
  height: "100%",
  margin: 0,
  border: 0,
  padding: theme.spacing(2, 3),
  resize: "none",
  whiteSpace: "pre",
  overflow: "auto",
  color: theme.vars.palette.text.primary,
  backgroundColor: theme.vars.palette.background.paper,
  "&:focus-visible": { outline: `2px solid ${theme.vars.palette.hub.focus}`, outlineOffset: -2 },
}));

interface Props {
  ref: Ref<SourceHandle>;
  source: string;
  onWrite: (source: string) => void;
  /** Lines with a fault. */
  faulty: ReadonlySet<number>;
  line: number | undefined;
}

/** The author's YAML with its line numbers. */
export function SourceField({ ref, source, onWrite, faulty, line }: Props) {
  const { t } = useTranslation();
  const text = useRef<HTMLTextAreaElement>(null);
  const numbers = useRef<HTMLOListElement>(null);
  const lines = source.split("\n");

  function go(target: number) {
    const area = text.current;
    if (area === null) return;
    const all = area.value.split("\n");
    const start = all.slice(0, target - 1).join("\n").length + (target > 1 ? 1 : 0);
    area.focus();
    area.setSelectionRange(start, start + (all[target - 1]?.length ?? 0));
    area.scrollTop = Math.max(0, (target - 5) * lineHeight);
  }

  useImperativeHandle(ref, () => ({ go }));
  useEffect(() => {
    if (line !== undefined) go(line);
  }, [line]);

  return (
    <Frame>
      <Numbers ref={numbers} aria-hidden>
        {lines.map((_, index) => (
          <li key={index} className={faulty.has(index + 1) ? "faulty" : undefined}>
            {index + 1}
          </li>
        ))}
      </Numbers>
      <Text
        ref={text}
        aria-label={t("questionTree.source")}
        value={source}
        spellCheck={false}
        onChange={(event) => onWrite(event.target.value)}
        onScroll={(event) => {
          if (numbers.current) numbers.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </Frame>
  );
}
