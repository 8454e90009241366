import IconButton from "@mui/material/IconButton";
import Slider from "@mui/material/Slider";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Column } from "../ui/Column";
import { DateField } from "../ui/DateField";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { Words } from "../ui/Words";

interface Props {
  /** How many events the entity has. */
  steps: number;
  /** How many of them the shown state holds. */
  shown: number;
  /** The chosen day, or empty. */
  day: string;
  onVersion: (version: number) => void;
  onDay: (day: string) => void;
}

/** Walks an entity through time: step by step, by hand over all of them, or to the end of a day. */
export function UntilFields({ steps, shown, day, onVersion, onDay }: Props) {
  const { t } = useTranslation();
  // While it is dragged only the number moves; the state is asked for once.
  const [dragged, setDragged] = useState<number>();
  const at = dragged ?? shown;
  const inWords = (step: number) => t("entity.step", { step, count: steps });
  return (
    <Column gap="snug">
      {steps > 1 && (
        <>
          <Words look="small" role="status">
            {inWords(at)}
          </Words>
          <Line firm gap="normal">
            <IconButton size="small" aria-label={t("entity.previous")} disabled={shown <= 1} onClick={() => onVersion(shown - 1)}>
              <ChevronLeft size={16} aria-hidden />
            </IconButton>
            <Grow>
              <Slider
                size="small"
                sx={{ display: "block" }}
                min={1}
                max={steps}
                value={Math.max(at, 1)}
                aria-label={t("entity.stepSlider")}
                getAriaValueText={inWords}
                onChange={(_, step) => setDragged(step)}
                onChangeCommitted={(_, step) => {
                  setDragged(undefined);
                  onVersion(step);
                }}
              />
            </Grow>
            <IconButton size="small" aria-label={t("entity.next")} disabled={shown >= steps} onClick={() => onVersion(shown + 1)}>
              <ChevronRight size={16} aria-hidden />
            </IconButton>
          </Line>
        </>
      )}
      <DateField clearable label={t("entity.asOf")} value={day} onChange={onDay} />
    </Column>
  );
}
