import { GitFork } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { DefinitionRow } from "./DefinitionRow";
import { useDefinitions } from "./useDefinitions";

export function DefinitionsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("nav.definitions")} lead={t("questionTree.lead")}>
      <Panel title={t("questionTree.all")} flush>
        <Fetched query={useDefinitions()}>
          {(items) =>
            items.length === 0 ? (
              <Empty sign={GitFork} title={t("questionTree.emptyTitle")} hint={t("questionTree.emptyHint")} />
            ) : (
              items.map((item) => <DefinitionRow key={item.key} definition={item} />)
            )
          }
        </Fetched>
      </Panel>
    </Page>
  );
}
