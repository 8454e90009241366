import Button from "@mui/material/Button";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Definition, DefinitionFault } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { Column } from "../ui/Column";
import { Facts } from "../ui/Facts";
import { Line } from "../ui/Line";
import { Panel } from "../ui/Panel";
import { Problem } from "../ui/Problem";
import { Split } from "../ui/Split";
import { Words } from "../ui/Words";
import { FaultList } from "./FaultList";
import { SourceField, type SourceHandle } from "./SourceField";
import { useCheckedDefinition, useDefinitionActs } from "./useDefinitions";

interface Props {
  definition: Definition;
  source: string;
  onWrite: (source: string | undefined) => void;
  /** Where the author came to look. */
  line: number | undefined;
}

/** The source beside what keeps it from being published; saving keeps a draft, publishing is a lawyer's. */
export function EditPanel({ definition, source, onWrite, line }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const { query, isCurrent } = useCheckedDefinition(definition.key, source, true);
  const { save, publish } = useDefinitionActs(definition.key);
  const field = useRef<SourceHandle>(null);
  const [published, setPublished] = useState<number>();
  const isSaved = source === definition.source;
  const faults: readonly DefinitionFault[] = query.data?.faults ?? [];
  const isPublished = definition.versions.some(({ hash }) => hash === definition.hash);
  const hindrance = !may("publishDefinition")
    ? t("questionTree.lawyerPublishes")
    : !isSaved
      ? t("questionTree.saveFirst")
      : isPublished
        ? t("questionTree.alreadyPublished")
        : !isCurrent
          ? t("questionTree.checking")
          : faults.length > 0
            ? t("questionTree.faultsFirst")
            : undefined;

  return (
    <Split>
      <Panel
        title={t("questionTree.source")}
        action={
          <Line>
            {!isSaved && (
              <Button variant="text" onClick={() => onWrite(undefined)}>
                {t("questionTree.discard")}
              </Button>
            )}
            <Button
              variant="outlined"
              disabled={isSaved}
              loading={save.isPending}
              onClick={() => save.mutate(source, { onSuccess: () => onWrite(undefined) })}
            >
              {t("act.saveDraft")}
            </Button>
          </Line>
        }
        flush
      >
        <SourceField
          ref={field}
          source={source}
          onWrite={onWrite}
          faulty={new Set(faults.flatMap(({ line: at }) => (at ? [at] : [])))}
          line={line}
        />
      </Panel>
      <Column gap="loose">
        <Panel title={isCurrent ? t("questionTree.faults", { count: faults.length }) : t("questionTree.checking")} flush>
          <FaultList faults={faults} onGo={(at) => field.current?.go(at)} />
          <Problem error={query.error ?? save.error} />
        </Panel>
        <Panel title={t("questionTree.publishing")}>
          <Column>
            <Facts
              facts={[
                [t("questionTree.version"), query.data?.tree && `v${query.data.tree.version}`],
                ["SHA-256", query.data && `${query.data.hash.slice(0, 24)}…`],
                [
                  t("questionTree.stayOn"),
                  definition.running
                    .map(({ version, sessions }) => `v${version}: ${t("questionTree.running", { count: sessions })}`)
                    .join(", "),
                ],
              ]}
            />
            <Button
              variant="contained"
              disabled={hindrance !== undefined}
              loading={publish.isPending}
              onClick={() => publish.mutate(definition.hash, { onSuccess: ({ version }) => setPublished(version ?? undefined) })}
            >
              {t("act.publish")}
            </Button>
            {hindrance !== undefined && <Words look="small">{hindrance}</Words>}
            {published !== undefined && (
              <Words look="strong" role="status">
                {t("questionTree.nowPublished", { version: published })}
              </Words>
            )}
            <Problem error={publish.error} />
          </Column>
        </Panel>
      </Column>
    </Split>
  );
}
