import ButtonBase from "@mui/material/ButtonBase";
import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import type { IntakeFunnel, IntakeStage } from "../api/types";
import { number, percent } from "../ui/formats";
import { useLanguage } from "../ui/useLanguage";

const Steps = styled("ol")(({ theme }) => ({
  listStyle: "none",
  margin: 0,
  padding: 0,
  display: "grid",
  gridAutoFlow: "column",
  gridAutoColumns: "minmax(0, 1fr)",
  gap: 1,
  backgroundColor: theme.vars.palette.hub.line,
  "& > li": { display: "flex", backgroundColor: theme.vars.palette.background.paper },
  [theme.breakpoints.down("md")]: { gridAutoFlow: "row", gridAutoColumns: "auto" },
}));

const Step = styled(ButtonBase, { shouldForwardProp: (name) => name !== "share" })<{ share: number }>(({ theme, share }) => ({
  width: "100%",
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr)",
  alignContent: "start",
  justifyItems: "start",
  gap: theme.spacing(1),
  textAlign: "left",
  padding: theme.spacing(3.5, 4),
  "&:hover": { backgroundColor: theme.vars.palette.action.hover },
  "&:focus-visible": { outlineOffset: -3 },
  "&[aria-pressed=true]": { backgroundColor: theme.vars.palette.action.selected },
  "& .name": { ...theme.typography.body2, color: theme.vars.palette.text.secondary },
  "& .count": { ...theme.typography.figure },
  "& .share": { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
  "& .track": { justifySelf: "stretch", height: 6, borderRadius: 3, overflow: "hidden", backgroundColor: theme.vars.palette.hub.line },
  "& .track::before": {
    content: '""',
    display: "block",
    height: "100%",
    borderRadius: 3,
    width: `${Math.round(share * 1000) / 10}%`,
    backgroundColor: theme.vars.palette.primary.main,
  },
  [theme.breakpoints.down("md")]: {
    gridTemplateColumns: "minmax(0, 1fr) auto",
    alignItems: "baseline",
    padding: theme.spacing(2.5, 4),
    "& .count": { ...theme.typography.body1, fontWeight: 600 },
    "& .track": { gridColumn: "1 / -1", order: 1 },
    "& .share": { gridColumn: "1 / -1", order: 2 },
  },
}));

interface Props {
  stages: IntakeFunnel["stages"];
  chosen: IntakeStage | undefined;
  onChoose: (stage: IntakeStage | undefined) => void;
}

/** How many intakes came how far; each step narrows the list to those that passed it, pressed once more it lets go. */
export function FunnelSteps({ stages, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const all = stages[0]?.count ?? 0;
  return (
    <Steps aria-label={t("intake.funnel")}>
      {stages.map(({ stage, count }, index) => {
        const before = stages[index - 1]?.count;
        return (
          <li key={stage}>
            <Step
              share={all === 0 ? 0 : count / all}
              aria-pressed={stage === chosen}
              onClick={() => onChoose(stage === chosen ? undefined : stage)}
            >
              <span className="name">{t(`intake.stage.${stage}`)}</span>
              <span className="count">{number(count, language)}</span>
              <span className="track" aria-hidden />
              <span className="share">
                {before === undefined
                  ? t("intake.ofAll")
                  : before === 0
                    ? "–"
                    : t("intake.ofBefore", { share: percent(count / before, language) })}
              </span>
            </Step>
          </li>
        );
      })}
    </Steps>
  );
}
