import { styled } from "@mui/material/styles";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Definition, DefinitionChange } from "../api/types";
import { Difference } from "../replies/Difference";
import type { ToneName } from "../theme/palette";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { Panel } from "../ui/Panel";
import { Row } from "../ui/Row";
import { Words } from "../ui/Words";
import { VersionChoice } from "./VersionChoice";
import { useDefinitionDifference } from "./useDefinitions";

const tone: Readonly<Record<DefinitionChange["kind"], ToneName>> = { added: "good", removed: "critical", changed: "accent" };

const Choice = styled("div")(({ theme }) => ({
  display: "flex",
  gap: theme.spacing(2),
  padding: theme.spacing(1.5, 0),
  "& > div": { minWidth: 130 },
}));

export function DifferencePanel({ definition }: { definition: Definition }) {
  const { t } = useTranslation();
  const versions = definition.versions.map(({ version }) => version);
  const newest = versions.at(-1);
  const [from, setFrom] = useState(definition.hasDraft ? newest : versions.at(-2));
  const [to, setTo] = useState(definition.hasDraft ? undefined : newest);
  if (from === undefined) return <Empty title={t("questionTree.nothingToCompare")} hint={t("questionTree.nothingToCompareHint")} />;
  return (
    <Panel
      title={t("questionTree.view.difference")}
      action={
        <Choice>
          <VersionChoice
            definition={definition}
            label={t("questionTree.from")}
            value={from}
            onChange={(version) => version && setFrom(version)}
          />
          <VersionChoice definition={definition} label={t("questionTree.to")} value={to} onChange={setTo} withDraft />
        </Choice>
      }
      flush
    >
      <Changes definitionKey={definition.key} from={from} to={to} />
    </Panel>
  );
}

function Changes({ definitionKey, from, to }: { definitionKey: string; from: number; to: number | undefined }) {
  const { t } = useTranslation();
  return (
    <Fetched query={useDefinitionDifference(definitionKey, from, to)}>
      {({ changes }) =>
        changes.length === 0 ? (
          <Empty title={t("questionTree.same")} hint={t("questionTree.sameHint")} />
        ) : (
          changes.map((change) => (
            <Row key={`${change.part}:${change.id}`}>
              <Grow>
                <Column gap="snug">
                  <Line gap="tight">
                    <Badge tone={tone[change.kind]}>{t(`questionTree.change.${change.kind}`)}</Badge>
                    <Words look="strong">{t(`questionTree.part.${change.part}`, { id: change.id })}</Words>
                  </Line>
                  {change.aspects.map(({ aspect, before, after }) => (
                    <Column key={aspect} gap="none">
                      <Words look="small">{t(`questionTree.aspect.${aspect}`)}</Words>
                      <Difference before={before.join("\n")} after={after.join("\n")} />
                    </Column>
                  ))}
                </Column>
              </Grow>
            </Row>
          ))
        )
      }
    </Fetched>
  );
}
