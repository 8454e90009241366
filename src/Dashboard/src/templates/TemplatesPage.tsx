import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import { styled } from "@mui/material/styles";
import { MessageSquareText, RefreshCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink, useParams } from "react-router";
import { useMay } from "../tenancy/currentSession";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { Line } from "../ui/Line";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { Problem } from "../ui/Problem";
import { RowLink } from "../ui/RowLink";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { TemplateDetail } from "./TemplateDetail";
import { categoryText, languageText, statusText, toneOf } from "./templateStatus";
import { useSyncTemplates, useTemplates, useTemplateSync } from "./useTemplates";

const Panes = styled("div", { shouldForwardProp: (name) => name !== "opened" })<{ opened: boolean }>(({ theme, opened }) => ({
  display: "grid",
  alignItems: "start",
  gap: theme.spacing(5),
  gridTemplateColumns: "340px minmax(0, 1fr)",
  [theme.breakpoints.down("md")]: {
    gridTemplateColumns: "minmax(0, 1fr)",
    [opened ? "& > :not(:last-child)" : "& > :last-child"]: { display: "none" },
  },
}));

// Only where the list gives way to the template.
const Back = styled(Link)(({ theme }) => ({ [theme.breakpoints.up("md")]: { display: "none" } })) as typeof Link;

export function TemplatesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { id } = useParams();
  const query = useTemplates();
  const sync = useSyncTemplates();
  const template = query.data?.find((one) => one.id === id);
  return (
    <Page
      title={t("nav.templates")}
      lead={t("templates.lead")}
      above={
        id !== undefined && (
          <Back component={RouterLink} to="/templates" variant="body2">
            {t("templates.back")}
          </Back>
        )
      }
      actions={
        <>
          <LastSync />
          {may("syncTemplates") && (
            <Button startIcon={<RefreshCw size={15} aria-hidden />} loading={sync.isPending} onClick={() => sync.mutate()}>
              {t("act.syncTemplates")}
            </Button>
          )}
        </>
      }
    >
      <Problem error={sync.error} />
      {sync.data && (
        <Alert severity="success" onClose={() => sync.reset()}>
          {t("templates.synced", { found: sync.data.found, changed: sync.data.changed, gone: sync.data.gone })}
        </Alert>
      )}
      {sync.data?.refused.map(({ displayPhoneNumber, message }) => (
        <Alert key={displayPhoneNumber} severity="warning">
          {t("templates.accountRefused", { number: displayPhoneNumber, message })}
        </Alert>
      ))}
      <Panes opened={id !== undefined}>
        <Panel title={t("templates.all")} flush>
          <Fetched query={query}>
            {(templates) =>
              templates.length === 0 ? (
                <Empty sign={MessageSquareText} title={t("templates.emptyTitle")} hint={t("templates.emptyHint")} />
              ) : (
                templates.map((one) => (
                  <RowLink key={one.id} chosen={one.id === id} to={`/templates/${one.id}`}>
                    <Column gap="tight">
                      <Words look="strong">{one.name}</Words>
                      <Line>
                        <Badge tone={toneOf(one.status)}>{statusText(one.status, t)}</Badge>
                        <Words look="small">
                          {categoryText(one.category, t)} · {languageText(one.language, t)}
                        </Words>
                      </Line>
                    </Column>
                  </RowLink>
                ))
              )
            }
          </Fetched>
        </Panel>
        {template === undefined ? (
          <Panel title={t("templates.one")} flush>
            <Empty sign={MessageSquareText} title={t("templates.chooseTitle")} hint={t("templates.chooseHint")} />
          </Panel>
        ) : (
          <TemplateDetail template={template} />
        )}
      </Panes>
    </Page>
  );
}

function LastSync() {
  const { t } = useTranslation();
  const { data } = useTemplateSync();
  if (data === undefined) return null;
  return (
    <Words look="small">
      {data.at ? (
        <>
          {t("templates.lastSync")} <When at={data.at} look="full" />
        </>
      ) : (
        t("templates.never")
      )}
    </Words>
  );
}
