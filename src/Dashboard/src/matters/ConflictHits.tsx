import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import type { ConflictHit } from "../api/types";

const List = styled("ul")(({ theme }) => ({ ...theme.typography.body2, margin: 0, paddingLeft: theme.spacing(5) }));

/** A hit shows where the name stands, never what is said there. */
export function ConflictHits({ hits }: { hits: readonly ConflictHit[] }) {
  const { t } = useTranslation();
  return (
    hits.length > 0 && (
      <List>
        {hits.map(({ matterNumber, side, responsible }) => (
          <li key={`${matterNumber}:${side}`}>
            <strong>{matterNumber}</strong> · {t(`party.${side}` as "party.client", { defaultValue: side })}
            {responsible && ` · ${responsible}`}
          </li>
        ))}
      </List>
    )
  );
}
