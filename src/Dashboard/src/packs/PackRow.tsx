import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { Pack } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import type { ToneName } from "../theme/palette";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { Problem } from "../ui/Problem";
import { Row } from "../ui/Row";
import { useLanguage } from "../ui/useLanguage";
import { Words } from "../ui/Words";
import { useInstallPack } from "./usePacks";

const tone: Readonly<Record<Pack["state"], ToneName>> = { available: "low", installed: "good", incomplete: "high", outdated: "accent" };

export function PackRow({ pack }: { pack: Pack }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay();
  const install = useInstallPack();
  const waitsForTables = pack.state === "incomplete" && pack.missingTables.length > 0;
  return (
    <Row>
      <Grow>
        <Column gap="tight">
          <Line>
            <Words look="strong">{pack.title[language]}</Words>
            <Badge tone={tone[pack.state]}>{t(`pack.state.${pack.state}`)}</Badge>
          </Line>
          <Words look="muted">{pack.about[language]}</Words>
          <Words look="small">
            {pack.definitions.map(({ title, version, published }) => `${title[language]} v${published ?? version}`).join(" · ")}
          </Words>
          {pack.words.length > 0 && (
            <Words look="small">{t("pack.words", { words: pack.words.map((word) => word.toUpperCase()).join(", ") })}</Words>
          )}
          {pack.templates.length > 0 && (
            <Words look="small">{t("pack.templates", { names: pack.templates.map(({ name }) => name).join(", ") })}</Words>
          )}
          {pack.missingTables.length > 0 && (
            <Words look="small">
              {t("pack.missing", {
                tables: pack.missingTables
                  .map((indicator) => t(`growth.${indicator}` as "growth.weight_for_age", { defaultValue: indicator }))
                  .join(", "),
              })}
            </Words>
          )}
          <Problem error={install.error} />
        </Column>
      </Grow>
      {pack.state !== "installed" &&
        (may("installPack") ? (
          <Button
            variant={pack.state === "available" ? "outlined" : "contained"}
            disabled={waitsForTables}
            loading={install.isPending}
            onClick={() => install.mutate(pack.name)}
          >
            {t(`pack.act.${pack.state}`)}
          </Button>
        ) : (
          <Words look="small">{t("pack.lawyerInstalls")}</Words>
        ))}
    </Row>
  );
}
