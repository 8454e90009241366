import useMediaQuery from "@mui/material/useMediaQuery";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Definition } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { HeadField } from "../ui/HeadField";
import { Panel } from "../ui/Panel";
import { Split } from "../ui/Split";
import { QuestionPanel } from "./QuestionPanel";
import { TreeList } from "./TreeList";
import { TreeMap } from "./TreeMap";
import { VersionChoice } from "./VersionChoice";
import { VersionsPanel } from "./VersionsPanel";
import { useCheckedDefinition, useDefinitionUse, useDefinitionVersion } from "./useDefinitions";

interface Props {
  definition: Definition;
  onEdit: (line: number) => void;
}

export function TreePanel({ definition, onEdit }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const isNarrow = useMediaQuery("(max-width: 899px)");
  const [version, setVersion] = useState(definition.version ?? undefined);
  const [chosen, setChosen] = useState<string>();
  const published = useDefinitionVersion(definition.key, version);
  const draft = useCheckedDefinition(definition.key, definition.source, version === undefined && may("writeDefinition"));
  const use = useDefinitionUse(definition.key, version);
  const tree = version === undefined ? draft.query.data?.tree : published.data?.tree;
  const question = tree?.questions.find(({ id }) => id === chosen);
  return (
    <Split>
      <Panel
        title={t("questionTree.map")}
        action={
          <HeadField>
            <VersionChoice
              definition={definition}
              label={t("questionTree.version")}
              value={version}
              onChange={setVersion}
              withDraft={may("writeDefinition")}
            />
          </HeadField>
        }
        flush
      >
        {version === undefined ? (
          <Fetched query={draft.query}>{() => drawn()}</Fetched>
        ) : (
          <Fetched query={published}>{() => drawn()}</Fetched>
        )}
      </Panel>
      <Column gap="loose">
        {tree && question && (
          <QuestionPanel
            tree={tree}
            question={question}
            {...(version === undefined && question.line && { onEdit: () => onEdit(question.line ?? 1) })}
          />
        )}
        <VersionsPanel definition={definition} />
      </Column>
    </Split>
  );

  function drawn() {
    if (!tree || tree.questions.length === 0) return <Empty title={t("questionTree.unreadable")} hint={t("questionTree.unreadableHint")} />;
    const Drawing = isNarrow ? TreeList : TreeMap;
    return <Drawing key={version} tree={tree} use={version === undefined ? undefined : use.data} chosen={chosen} onChoose={setChosen} />;
  }
}
