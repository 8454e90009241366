import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import type { Matter } from "../api/types";
import { eventName } from "../audit/eventName";
import { useActorName } from "../tenancy/useActorName";
import { Column } from "../ui/Column";
import { Panel } from "../ui/Panel";
import { When } from "../ui/When";
import { Words } from "../ui/Words";

const List = styled("ol")(({ theme }) => ({
  listStyle: "none",
  margin: 0,
  padding: 0,
  "& li": {
    position: "relative",
    padding: theme.spacing(0, 0, 4, 5),
    borderLeft: `1px solid ${theme.vars.palette.hub.lineStrong}`,
    marginLeft: 4,
  },
  "& li:last-child": { paddingBottom: 0, borderLeftColor: "transparent" },
  "& li::before": {
    content: '""',
    position: "absolute",
    left: -5,
    top: 6,
    width: 9,
    height: 9,
    borderRadius: "50%",
    backgroundColor: theme.vars.palette.background.paper,
    border: `2px solid ${theme.vars.palette.primary.main}`,
  },
}));

export function MatterHistory({ history }: { history: Matter["history"] }) {
  const { t } = useTranslation();
  const actorName = useActorName();
  if (history.length === 0) return null;
  return (
    <Panel title={t("matter.history")}>
      <List>
        {history.map(({ type, at, actor }, index) => (
          <li key={index}>
            <Column gap="none">
              <Words look="strong">{eventName(type, t)}</Words>
              <Words look="small">
                {actorName(actor)} · <When at={at} look="full" />
              </Words>
            </Column>
          </li>
        ))}
      </List>
    </Panel>
  );
}
