import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { useMay } from "../tenancy/currentSession";
import type { Act } from "../tenancy/rights";
import { Page } from "../ui/Page";

const Tabs = styled("nav")(({ theme }) => ({
  display: "flex",
  gap: theme.spacing(5),
  overflowX: "auto",
  borderBottom: `1px solid ${theme.vars.palette.hub.line}`,
}));

const Tab = styled(NavLink)(({ theme }) => ({
  ...theme.typography.body2,
  flexShrink: 0,
  padding: theme.spacing(2, 0),
  color: theme.vars.palette.text.secondary,
  textDecoration: "none",
  borderBottom: "2px solid transparent",
  "&:hover": { color: theme.vars.palette.text.primary },
  "&.active": { color: theme.vars.palette.text.primary, fontWeight: 600, borderBottomColor: theme.vars.palette.primary.main },
  "&:focus-visible": { outlineOffset: -2 },
}));

const parts: readonly { to: string; name: "stream" | "questions" | "readings" | "seal"; needs: Act }[] = [
  { to: "/audit", name: "stream", needs: "queryAudit" },
  { to: "/audit/questions", name: "questions", needs: "askAudit" },
  { to: "/audit/readings", name: "readings", needs: "askAudit" },
  { to: "/audit/seal", name: "seal", needs: "verifyAudit" },
];

/** On a phone the tabs are wider than the screen: the one of this page is brought into it. */
function showActive(tabs: HTMLElement | null) {
  const active = tabs?.querySelector<HTMLElement>("[aria-current=page]");
  if (tabs && active) tabs.scrollLeft = active.offsetLeft - tabs.offsetLeft;
}

interface Props {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page of the audit room, with the way to its others. */
export function AuditFrame({ title, lead, actions, children }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Page title={title} lead={lead} actions={actions}>
      <Tabs ref={showActive} aria-label={t("audit.tab.label")}>
        {parts
          .filter(({ needs }) => may(needs))
          .map(({ to, name }) => (
            <Tab key={to} to={to} end={to === "/audit"}>
              {t(`audit.tab.${name}`)}
            </Tab>
          ))}
      </Tabs>
      {children}
    </Page>
  );
}
