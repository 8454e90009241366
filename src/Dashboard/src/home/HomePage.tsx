import Link from "@mui/material/Link";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import { ConversationRow } from "../conversations/ConversationRow";
import { pressing } from "../conversations/clocks";
import { useConversations } from "../conversations/useConversations";
import { IntakeRow } from "../intakes/IntakeRow";
import { awaitsDecision } from "../intakes/intakeStates";
import { useIntakes } from "../intakes/useIntakes";
import { ReplyRow } from "../replies/ReplyRow";
import { useReplies } from "../replies/useReplies";
import { useCurrentSession } from "../tenancy/currentSession";
import { TimeRow } from "../timeEntries/TimeRow";
import { useTimeEntries } from "../timeEntries/useTimeEntries";
import { Column } from "../ui/Column";
import { weekday } from "../ui/formats";
import { Page } from "../ui/Page";
import { serviceWindow } from "../ui/serviceWindow";
import { useLanguage } from "../ui/useLanguage";
import { useNow } from "../ui/useNow";
import { Calm } from "./Calm";
import { Figures } from "./Figures";
import { QueuePanel } from "./QueuePanel";
import { Columns } from "./Columns";

const most = 5;

/** What waits for me now, most pressing first. */
export function HomePage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const session = useCurrentSession();
  const conversations = useConversations({ standing: "open" });
  const replies = useReplies();
  const intakes = useIntakes();
  const time = useTimeEntries({ state: "suggested" });

  const critical = conversations.data?.filter(({ urgency }) => urgency === "critical");
  const closing = conversations.data?.filter(({ windowClosesAt }) => serviceWindow(windowClosesAt, now).state === "closing");
  const owed = conversations.data && pressing(conversations.data, now);
  const waiting = intakes.data?.filter(awaitsDecision);

  const all = (to: string) => (
    <Link component={RouterLink} to={to} variant="body2">
      {t("act.all")}
    </Link>
  );
  return (
    <Page
      title={t("nav.home")}
      heading={t("home.greeting", { name: session.name.replace(/,.*$/, "") })}
      lead={`${weekday(new Date(now), language)} · ${session.firmName}`}
    >
      <Figures
        figures={[
          { name: t("home.critical"), value: critical?.length, to: "/inbox?filter=critical", tone: "critical" },
          { name: t("home.toApprove"), value: replies.data?.length, to: "/replies" },
          { name: t("home.clocks"), value: owed?.length, to: "/inbox?filter=owed", tone: "high" },
          { name: t("home.closing"), value: closing?.length, to: "/inbox?filter=closing", tone: "high" },
          { name: t("home.intakes"), value: waiting?.length, to: "/intakes?state=submitted" },
          { name: t("home.time"), value: time.data?.length, to: "/time" },
        ]}
      />
      <Columns>
        <Column gap="loose">
          <QueuePanel
            title={t("home.critical")}
            query={conversations}
            items={critical}
            most={most}
            action={all("/inbox?filter=critical")}
            empty={<Calm title={t("home.noCritical")} hint={t("home.noCriticalHint")} />}
          >
            {(item) => <ConversationRow key={item.id} conversation={item} chosen={false} search="" />}
          </QueuePanel>
          <QueuePanel
            title={t("home.clocks")}
            query={conversations}
            items={owed}
            most={most}
            action={all("/inbox?filter=owed")}
            empty={<Calm title={t("home.noClocks")} hint={t("home.noClocksHint")} />}
          >
            {(item) => <ConversationRow key={item.id} conversation={item} chosen={false} search="" />}
          </QueuePanel>
          <QueuePanel
            title={t("home.closing")}
            query={conversations}
            items={closing}
            most={most}
            action={all("/inbox?filter=closing")}
            empty={<Calm title={t("home.noClosing")} hint={t("home.noClosingHint")} />}
          >
            {(item) => <ConversationRow key={item.id} conversation={item} chosen={false} search="" />}
          </QueuePanel>
          <QueuePanel
            title={t("home.intakes")}
            query={intakes}
            items={waiting}
            most={most}
            action={all("/intakes")}
            empty={<Calm title={t("home.noIntakes")} hint={t("home.noIntakesHint")} />}
          >
            {(item) => <IntakeRow key={item.id} intake={item} />}
          </QueuePanel>
        </Column>
        <Column gap="loose">
          <QueuePanel
            title={t("home.toApprove")}
            query={replies}
            items={replies.data}
            most={most}
            action={all("/replies")}
            empty={<Calm title={t("reply.emptyTitle")} hint={t("reply.emptyHint")} />}
          >
            {(item) => <ReplyRow key={item.id} reply={item} />}
          </QueuePanel>
          <QueuePanel
            title={t("home.time")}
            query={time}
            items={time.data}
            most={most}
            action={all("/time")}
            empty={<Calm title={t("home.noTime")} hint={t("time.emptyHint")} />}
          >
            {(item) => <TimeRow key={item.id} entry={item} />}
          </QueuePanel>
        </Column>
      </Columns>
    </Page>
  );
}
