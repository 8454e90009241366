import Link from "@mui/material/Link";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink, useParams, useSearchParams } from "react-router";
import type { Definition } from "../api/types";
import { NotFoundPage } from "../shell/NotFoundPage";
import { useMay } from "../tenancy/currentSession";
import { Badge } from "../ui/Badge";
import { Chips } from "../ui/Chips";
import { FetchedPage } from "../ui/FetchedPage";
import { Line } from "../ui/Line";
import { Page } from "../ui/Page";
import { useLanguage } from "../ui/useLanguage";
import { DifferencePanel } from "./DifferencePanel";
import { DryRunPanel } from "./DryRunPanel";
import { EditPanel } from "./EditPanel";
import { TreePanel } from "./TreePanel";
import { UsePanel } from "./UsePanel";
import { useDefinition } from "./useDefinitions";
import { toneOfDefinition } from "./toneOfDefinition";

const views = ["tree", "edit", "try", "difference", "use"] as const;
type View = (typeof views)[number];

export function DefinitionPage() {
  const { key = "" } = useParams();
  const { t } = useTranslation();
  return (
    <FetchedPage query={useDefinition(key)} title={t("nav.definitions")} gone={<NotFoundPage />}>
      {(definition) => <Opened key={definition.key} definition={definition} />}
    </FetchedPage>
  );
}

function Opened({ definition }: { definition: Definition }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [written, setWritten] = useState<string>();
  const view: View = views.find((name) => name === search.get("view")) ?? "tree";
  const shown = views.filter((name) => may("writeDefinition") || (name !== "edit" && name !== "try"));
  const source = written ?? definition.source;
  const go = (changes: Readonly<Record<string, string>>) => setSearch({ ...Object.fromEntries(search), ...changes }, { replace: true });
  return (
    <Page
      title={definition.title?.[language] ?? definition.key}
      above={
        <Link component={RouterLink} to="/definitions" variant="body2">
          {t("nav.definitions")}
        </Link>
      }
      lead={`${definition.key}${definition.kind ? ` · ${t(`questionTree.kind.${definition.kind}`)}` : ""}`}
      actions={
        <Line>
          {definition.hasDraft && definition.state !== "draft" && <Badge tone="high">{t("questionTree.hasDraft")}</Badge>}
          <Badge tone={toneOfDefinition[definition.state]}>
            {t(`questionTree.state.${definition.state}`)}
            {definition.version && ` v${definition.version}`}
          </Badge>
        </Line>
      }
    >
      <Chips
        label={t("questionTree.views")}
        value={view}
        onChange={(value) => go({ view: value })}
        options={shown.map((value) => ({ value, label: t(`questionTree.view.${value}`) }))}
      />
      {view === "tree" && <TreePanel definition={definition} onEdit={(line) => go({ view: "edit", line: String(line) })} />}
      {view === "edit" && (
        <EditPanel definition={definition} source={source} onWrite={setWritten} line={Number(search.get("line")) || undefined} />
      )}
      {view === "try" && <DryRunPanel definitionKey={definition.key} source={source} isUnsaved={source !== definition.source} />}
      {view === "difference" && <DifferencePanel definition={definition} />}
      {view === "use" && <UsePanel definition={definition} />}
    </Page>
  );
}
