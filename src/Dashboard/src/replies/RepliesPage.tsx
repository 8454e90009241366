import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import { CheckCheck, FileCheck2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { openShortcuts } from "../shell/ShortcutHelp";
import { useMay } from "../tenancy/currentSession";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { Key } from "../ui/Key";
import { Line } from "../ui/Line";
import { Column } from "../ui/Column";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { Words } from "../ui/Words";
import { BatchApproval } from "./BatchApproval";
import { ReplyQueue } from "./ReplyQueue";
import { ReplyReview } from "./ReplyReview";
import { mayBatch, useReplies } from "./useReplies";
import { useKeys } from "../ui/useKeys";
import type { Reply } from "../api/types";

const Panes = styled("div")(({ theme }) => ({
  display: "grid",
  alignItems: "start",
  gap: theme.spacing(5),
  gridTemplateColumns: "320px minmax(0, 1fr)",
  [theme.breakpoints.down("md")]: { gridTemplateColumns: "minmax(0, 1fr)" },
}));

const KeyHint = styled("div")(({ theme }) => ({ [theme.breakpoints.down("md")]: { display: "none" } }));

const keys = [
  { act: "move", of: ["j", "k"] },
  { act: "approve", of: ["a"] },
  { act: "edit", of: ["e"] },
  { act: "reject", of: ["r"] },
  { act: "select", of: ["x"] },
] as const;

export function RepliesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const query = useReplies();
  return (
    <Page
      title={t("nav.replies")}
      lead={t("reply.lead")}
      actions={
        may("decideReply") && (
          <KeyHint>
            <Line gap="normal">
              {keys.map(({ act, of }) => (
                <Line key={act} gap="tight" firm>
                  {of.map((key) => (
                    <Key key={key}>{key}</Key>
                  ))}
                  <Words look="small">{t(`reply.key.${act}`)}</Words>
                </Line>
              ))}
            </Line>
          </KeyHint>
        )
      }
    >
      <Fetched query={query}>{(items) => <Queue replies={items} />}</Fetched>
    </Page>
  );
}

function Queue({ replies }: { replies: readonly Reply[] }) {
  const { t } = useTranslation();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [batch, setBatch] = useState<readonly Reply[]>();
  // What a colleague decided or a client overtook meanwhile is not part of it any more.
  const chosen = replies.filter((one) => selected.has(one.id) && mayBatch(one));
  const wanted = replies.findIndex(({ id }) => id === search.get("reply"));
  const index = wanted === -1 ? 0 : wanted;
  const reply = replies[index];
  // At once: the next key must already meet the reply it was meant for.
  const choose = (next: Reply | undefined) => next && setSearch({ reply: next.id }, { replace: true, flushSync: true });
  const select = ({ id }: Reply) =>
    setSelected(selected.has(id) ? new Set([...selected].filter((one) => one !== id)) : new Set([...selected, id]));
  const approveChosen = () => setBatch(chosen);
  const dialog = batch && <BatchApproval replies={batch} onClose={() => setBatch(undefined)} onDecided={() => setSelected(new Set())} />;
  useKeys({
    j: () => choose(replies[index + 1]),
    k: () => choose(replies[index - 1]),
    x: () => reply && may("decideReply") && mayBatch(reply) && select(reply),
    "?": openShortcuts,
  });
  if (reply === undefined) {
    return (
      <>
        <Panel title={t("reply.queue")} flush>
          <Empty sign={FileCheck2} title={t("reply.emptyTitle")} hint={t("reply.emptyHint")} />
        </Panel>
        {dialog}
      </>
    );
  }
  return (
    <Panes>
      <Column gap="snug">
        <ReplyQueue
          replies={replies}
          chosen={reply.id}
          onChoose={choose}
          selected={selected}
          {...(may("decideReply") && { onSelect: select })}
        />
        {chosen.length > 0 && (
          <Button variant="contained" startIcon={<CheckCheck size={15} aria-hidden />} onClick={approveChosen}>
            {t("reply.batchApprove", { count: chosen.length })}
          </Button>
        )}
      </Column>
      <ReplyReview
        key={reply.id}
        reply={reply}
        onDecided={() => choose(replies[index + 1] ?? replies[index - 1])}
        onApproveKey={chosen.length > 0 ? approveChosen : undefined}
      />
      {dialog}
    </Panes>
  );
}
