import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldChange } from "../api/types";
import { Words } from "../ui/Words";
import { fieldName } from "./fieldName";
import { Folded } from "./Folded";
import { isTechnical } from "./isTechnical";
import { useValueInWords } from "./useValueInWords";

const few = 8;

const List = styled("dl")(({ theme }) => ({
  display: "grid",
  gridTemplateColumns: "fit-content(38%) minmax(0, 1fr)",
  gap: theme.spacing(0.5, 4),
  margin: 0,
  ...theme.typography.caption,
  "& dt": { color: theme.vars.palette.text.secondary, overflowWrap: "anywhere" },
  "& dd": { margin: 0, overflowWrap: "anywhere" },
  "& del": { color: theme.vars.palette.text.secondary, textDecorationColor: theme.vars.palette.hub.lineStrong },
  "& ins": { textDecoration: "none", fontWeight: 550 },
}));

const Pair = styled("div")({ display: "contents" });

/** The difference that one event made, field by field: before, after. */
export function Changes({ changes }: { changes: readonly FieldChange[] }) {
  const { t } = useTranslation();
  const inWords = useValueInWords();
  const [all, setAll] = useState(false);
  const made = changes.filter(({ field }) => field !== "updatedAt"); // that is the event's own moment
  const technical = made.filter(({ field, before, after }) => isTechnical(field, after ?? before));
  const told = made.filter((change) => !technical.includes(change));
  if (made.length === 0) return <Words look="small">{t("entity.unchanged")}</Words>;
  const shown = all ? told : told.slice(0, few);
  const list = (listed: typeof made) => (
    <List>
      {listed.map(({ field, before, after }) => (
        <Pair key={field}>
          <dt title={field}>{fieldName(field, t)}</dt>
          <dd>
            {before !== null && before !== undefined && (
              <>
                <del>{inWords(before, field)}</del> →{" "}
              </>
            )}
            <ins>{inWords(after, field)}</ins>
          </dd>
        </Pair>
      ))}
    </List>
  );
  return (
    <>
      {list(shown)}
      {shown.length < told.length && (
        <div>
          <Button size="small" variant="text" onClick={() => setAll(true)}>
            {t("entity.moreChanges", { count: told.length - shown.length })}
          </Button>
        </div>
      )}
      {technical.length > 0 && (
        <Folded>
          <summary>{t("entity.technical", { count: technical.length })}</summary>
          {list(technical)}
        </Folded>
      )}
    </>
  );
}
