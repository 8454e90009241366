import Alert from "@mui/material/Alert";
import { styled } from "@mui/material/styles";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Finding, Judgement } from "../api/types";
import { useActorName } from "../tenancy/useActorName";
import { Column } from "../ui/Column";
import { number } from "../ui/formats";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { Panel } from "../ui/Panel";
import { Row } from "../ui/Row";
import { useLanguage } from "../ui/useLanguage";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { duration } from "./duration";
import { shortId } from "./shortId";
import { streamName } from "./streamName";

const Figures = styled("dl")(({ theme }) => ({
  display: "flex",
  flexWrap: "wrap",
  gap: theme.spacing(3, 8),
  margin: 0,
  "& dt": { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
  "& dd": { ...theme.typography.h2, margin: 0, fontVariantNumeric: "tabular-nums" },
}));

/** What the server computed over all events of the question: the verdict, its figures and the places it rests on. */
export function JudgementView({ judgement }: { judgement: Judgement }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { holds, figures, findings } = judgement;
  return (
    <>
      <Panel title={t("question.answer")}>
        <Column gap="loose">
          {typeof holds === "boolean" && (
            <Alert severity={holds ? "success" : "error"} icon={holds ? <ShieldCheck size={18} /> : <ShieldAlert size={18} />}>
              {holds ? t("question.holds") : t("question.fails")}
            </Alert>
          )}
          <Figures>
            {figures.map(({ name, value }) => (
              <div key={name}>
                <dt>{t(`question.figure.${name}` as "question.figure.others", { defaultValue: name.replaceAll("_", " ") })}</dt>
                <dd>{name.endsWith("_seconds") ? duration(value, language) : number(value, language)}</dd>
              </div>
            ))}
          </Figures>
        </Column>
      </Panel>
      {findings.length > 0 && (
        <Panel title={t("question.findings")} flush>
          {findings.map((finding, index) => (
            <FindingRow key={index} finding={finding} />
          ))}
          {judgement.moreFindings && (
            <Row>
              <Words look="muted">{t("question.moreFindings")}</Words>
            </Row>
          )}
        </Panel>
      )}
    </>
  );
}

/** A role or a flag by its name; a version or a key as it is. */
function becauseInWords(code: string, t: TFunction): string {
  return t([`entity.value.${code}`, `flags.${code}`], { defaultValue: code });
}

function FindingRow({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const actorName = useActorName();
  const { code, streamId, streamType, sequence, at, actor, reason, because, count, seconds } = finding;
  return (
    <Row>
      <Grow>
        <Column gap="none">
          <Line>
            <Words look="strong">
              {t(`question.finding.${code}` as "question.finding.reader", { defaultValue: code.replaceAll("_", " ") })}
              {actor ? `: ${actorName(actor)}` : ""}
            </Words>
            {because.length > 0 && <Words look="muted">{because.map((one) => becauseInWords(one, t)).join(" · ")}</Words>}
          </Line>
          <Words look="small">
            {typeof count === "number" && `${t("readings.times", { count })}, ${t("readings.last")} `}
            {at && <When at={at} look="exact" />}
            {typeof seconds === "number" && ` · ${duration(seconds, language)}`}
          </Words>
          {reason && <Words look="small">“{reason}”</Words>}
        </Column>
      </Grow>
      {streamId && (
        <Link to={`/audit/streams/${streamId}`}>
          <Words look="small">
            {streamName(streamType ?? "", t)} {shortId(streamId)} {typeof sequence === "number" && `· #${sequence}`}
          </Words>
        </Link>
      )}
    </Row>
  );
}
