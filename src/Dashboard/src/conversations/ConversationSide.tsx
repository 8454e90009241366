import IconButton from "@mui/material/IconButton";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { styled } from "@mui/material/styles";
import { X } from "lucide-react";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import type { Conversation } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { IntakeGlance } from "../intakes/IntakeGlance";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Facts } from "../ui/Facts";
import { FlagBadge } from "../ui/FlagBadge";
import { Line } from "../ui/Line";
import { When } from "../ui/When";
import { WindowClock } from "../ui/WindowClock";
import { Words } from "../ui/Words";
import { ClockBadge } from "./ClockBadge";
import { ClassificationCard } from "./ClassificationCard";
import { ClientNumber } from "./ClientNumber";
import { IdentityDoubt } from "./IdentityDoubt";

const Block = styled("section")(({ theme }) => ({
  display: "flex",
  flexDirection: "column",
  gap: theme.spacing(2.5),
  padding: theme.spacing(4),
  borderBottom: `1px solid ${theme.vars.palette.hub.line}`,
  "&:last-child": { borderBottom: 0 },
}));

const consentTone = { none: "low", asked: "normal", granted: "good", refused: "high", withdrawn: "high" } as const;

function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  const heading = useId();
  return (
    <Block aria-labelledby={heading}>
      <Line spread firm>
        <Typography id={heading} variant="overline" component="h3" color="textSecondary">
          {title}
        </Typography>
        {action}
      </Line>
      {children}
    </Block>
  );
}

/** What the firm knows beside the words themselves. */
export function ConversationSide({ conversation, onClose }: { conversation: Conversation; onClose?: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const { classification, flags } = conversation;
  return (
    <>
      <Part
        title={t("side.client")}
        action={
          onClose && (
            <IconButton aria-label={t("act.close")} onClick={onClose}>
              <X size={16} aria-hidden />
            </IconButton>
          )
        }
      >
        <Facts
          facts={[
            [t("field.name"), conversation.clientName ?? conversation.clientLabel],
            [t("number.field"), may("readContent") && <ClientNumber key={conversation.id} conversation={conversation.id} />],
            [t("field.language"), t(`language.${conversation.language}` as "language.id", { defaultValue: conversation.language })],
            [
              t("side.consent"),
              <Badge key="consent" tone={consentTone[conversation.consent]}>
                {t(`consent.${conversation.consent}`)}
              </Badge>,
            ],
            [t("side.window"), <WindowClock key="window" closesAt={conversation.windowClosesAt} always />],
            [t("standing.assignedTo"), conversation.assignedTo?.name],
            [
              t("standing.field"),
              conversation.standing !== "open" && (
                <Badge key="standing" tone="low">
                  {t(`standing.is.${conversation.standing}`)}
                </Badge>
              ),
            ],
            [t("standing.snoozedUntil"), conversation.snoozedUntil && <When key="until" at={conversation.snoozedUntil} look="full" />],
            [
              t("standing.sending"),
              conversation.blocked && (
                <Badge key="blocked" tone="high">
                  {t("standing.blocked")}
                </Badge>
              ),
            ],
            [t("side.since"), conversation.firstInboundAt && <When key="since" at={conversation.firstInboundAt} look="full" />],
            [
              t("side.matter"),
              conversation.matterId && (
                <Link key="matter" component={RouterLink} to={`/matters/${conversation.matterId}`}>
                  {conversation.matterNumber ?? t("act.open")}
                </Link>
              ),
            ],
          ]}
        />
      </Part>
      {conversation.identityInDoubt && (
        <Part title={t("identity.doubt")}>
          <IdentityDoubt conversation={conversation} />
        </Part>
      )}
      {conversation.clocks.length > 0 && (
        <Part title={t("clock.title")}>
          <Column gap="snug">
            {conversation.clocks.map((clock) => (
              <Line key={`${clock.kind}-${clock.startedAt}`} spread firm>
                <ClockBadge clock={clock} always />
                <Words look="small">
                  <When at={clock.dueAt} />
                </Words>
              </Line>
            ))}
          </Column>
        </Part>
      )}
      {flags.length > 0 && (
        <Part title={t("side.flags")}>
          <Column gap="snug">
            {flags.map((flag) => (
              <Line key={flag.id} spread firm>
                <FlagBadge flag={flag} />
                <Words look="small">
                  <When at={flag.raisedAt} />
                </Words>
              </Line>
            ))}
          </Column>
        </Part>
      )}
      <Part title={t("side.classification")} action={classification && <Badge tone="low">{t("side.suggestionOnly")}</Badge>}>
        {classification ? <ClassificationCard classification={classification} /> : <Words look="muted">{t("side.noClassification")}</Words>}
      </Part>
      <Part title={t("side.intake")}>
        {conversation.intakeId ? <IntakeGlance id={conversation.intakeId} /> : <Words look="muted">{t("side.noIntake")}</Words>}
      </Part>
    </>
  );
}
