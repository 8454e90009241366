import { useTranslation } from "react-i18next";
import type { Definition } from "../api/types";
import { useActorName } from "../tenancy/useActorName";
import { Column } from "../ui/Column";
import { Grow } from "../ui/Grow";
import { Panel } from "../ui/Panel";
import { Row } from "../ui/Row";
import { When } from "../ui/When";
import { Words } from "../ui/Words";

/** Every published version, who published it, and how many sessions still run on it. */
export function VersionsPanel({ definition }: { definition: Definition }) {
  const { t } = useTranslation();
  const nameOf = useActorName();
  return (
    <Panel title={t("questionTree.published")} flush>
      {definition.versions.length === 0 && (
        <Row>
          <Words look="muted">{t("questionTree.neverPublished")}</Words>
        </Row>
      )}
      {[...definition.versions].reverse().map((version) => (
        <Row key={version.version}>
          <Grow>
            <Column gap="none">
              <Words look="strong">
                v{version.version} ·{" "}
                {t("questionTree.running", { count: definition.running.find((use) => use.version === version.version)?.sessions ?? 0 })}
              </Words>
              <Words look="small">
                {nameOf(version.by)} · <When at={version.at} look="full" />
              </Words>
              <Words look="small">SHA-256 {version.hash.slice(0, 16)}…</Words>
            </Column>
          </Grow>
        </Row>
      ))}
    </Panel>
  );
}
