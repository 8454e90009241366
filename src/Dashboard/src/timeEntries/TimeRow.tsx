import { useTranslation } from "react-i18next";
import type { TimeEntry } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { End } from "../ui/End";
import { plainDate } from "../ui/formats";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { Minutes } from "../ui/Minutes";
import { Money } from "../ui/Money";
import { RowLink } from "../ui/RowLink";
import { useLanguage } from "../ui/useLanguage";
import { Words } from "../ui/Words";
import { toneOfTime } from "./timeStates";

export function TimeRow({ entry, withState = false }: { entry: TimeEntry; withState?: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <RowLink to={`/time?state=${entry.state}&matter=${entry.matterId}`}>
      <Line firm gap="loose">
        <Grow>
          <Column gap="tight">
            <Words look="strong" cut>
              {entry.narrative ?? entry.matterTitle ?? entry.matterNumber}
            </Words>
            <Line gap="snug">
              {withState && <Badge tone={toneOfTime[entry.state]}>{t(`time.state.${entry.state}`)}</Badge>}
              <Words look="small">
                {plainDate(entry.workDate, language)}
                {!withState && ` · ${entry.matterNumber}`} · {entry.staffName}
              </Words>
            </Line>
          </Column>
        </Grow>
        <End>
          <Words look="strong">
            <Minutes minutes={entry.minutes} />
          </Words>
          <Words look="small">
            <Money amount={entry.amount} />
          </Words>
        </End>
      </Line>
    </RowLink>
  );
}
