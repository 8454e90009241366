import { styled } from "@mui/material/styles";
import { FileCheck2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { openShortcuts } from "../shell/ShortcutHelp";
import { useMay } from "../tenancy/currentSession";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { Key } from "../ui/Key";
import { Line } from "../ui/Line";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { Words } from "../ui/Words";
import { ReplyQueue } from "./ReplyQueue";
import { ReplyReview } from "./ReplyReview";
import { useReplies } from "./useReplies";
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
            <Line gap="snug">
              {(["j", "k", "a", "e", "r"] as const).map((key) => (
                <Key key={key}>{key}</Key>
              ))}
              <Words look="small">{t("reply.keys")}</Words>
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
  const [search, setSearch] = useSearchParams();
  const wanted = replies.findIndex(({ id }) => id === search.get("reply"));
  const index = wanted === -1 ? 0 : wanted;
  const reply = replies[index];
  // At once: the next key must already meet the reply it was meant for.
  const choose = (next: Reply | undefined) => next && setSearch({ reply: next.id }, { replace: true, flushSync: true });
  useKeys({
    j: () => choose(replies[index + 1]),
    k: () => choose(replies[index - 1]),
    "?": openShortcuts,
  });
  if (reply === undefined) {
    return (
      <Panel title={t("reply.queue")} flush>
        <Empty sign={FileCheck2} title={t("reply.emptyTitle")} hint={t("reply.emptyHint")} />
      </Panel>
    );
  }
  return (
    <Panes>
      <ReplyQueue replies={replies} chosen={reply.id} onChoose={choose} />
      <ReplyReview key={reply.id} reply={reply} onDecided={() => choose(replies[index + 1] ?? replies[index - 1])} />
    </Panes>
  );
}
