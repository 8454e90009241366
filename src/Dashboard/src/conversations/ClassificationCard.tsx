import { useTranslation } from "react-i18next";
import type { Classification } from "../api/types";
import { Bar } from "../ui/Bar";
import { Column } from "../ui/Column";
import { Facts } from "../ui/Facts";
import { percent } from "../ui/formats";
import { UrgencyBadge } from "../ui/UrgencyBadge";
import { useLanguage } from "../ui/useLanguage";
import { Words } from "../ui/Words";
import { featureInWords } from "./featureInWords";

const mostReasons = 6;

/** What assist thinks, and above all why: the words that pulled it there, by how strongly. */
export function ClassificationCard({ classification }: { classification: Classification }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { because } = classification;
  const strongest = Math.max(...because.map(({ weight }) => Math.abs(weight)), Number.EPSILON);
  const label = (kind: "area" | "intent" | "complexity", value: string) => t(`${kind}.${value}` as "area.other", { defaultValue: value });
  return (
    <Column gap="normal">
      <Facts
        facts={[
          [t("field.area"), label("area", classification.practiceArea)],
          [t("field.intent"), label("intent", classification.intent)],
          [t("field.urgency"), <UrgencyBadge key="urgency" urgency={classification.urgency} />],
          [t("field.complexity"), label("complexity", classification.complexity)],
          [t("field.confidence"), percent(classification.confidence, language)],
        ]}
      />
      {because.length > 0 && (
        <Column gap="snug">
          <Words look="small">{t("side.because")}</Words>
          {[...because]
            .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
            .slice(0, mostReasons)
            .map(({ feature, weight }) => (
              <Bar
                key={feature}
                label={featureInWords(feature, t)}
                share={Math.abs(weight) / strongest}
                says={strength(Math.abs(weight) / strongest, weight)}
              />
            ))}
        </Column>
      )}
      <Words look="small">
        {t("field.model")}: {classification.model}
      </Words>
    </Column>
  );

  function strength(share: number, weight: number): string {
    if (weight < 0) return t("weight.against");
    return share > 0.66 ? t("weight.strong") : share > 0.33 ? t("weight.medium") : t("weight.weak");
  }
}
