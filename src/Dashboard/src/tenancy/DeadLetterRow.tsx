import Button from "@mui/material/Button";
import { RotateCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DeadLetter } from "../api/types";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { Problem } from "../ui/Problem";
import { Row } from "../ui/Row";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { isLetterKind } from "./letterKinds";
import { useRetry } from "./useAdministration";

export function DeadLetterRow({ letter }: { letter: DeadLetter }) {
  const { t } = useTranslation();
  const retry = useRetry();
  return (
    <Row>
      <Grow>
        <Column gap="tight">
          <Line>
            <Words look="strong">{letter.name}</Words>
            <Badge tone="low">{isLetterKind(letter.kind) ? t(`admin.letterKind.${letter.kind}`) : letter.kind}</Badge>
            {letter.retriedAt && <Badge tone="good">{t("admin.retried")}</Badge>}
          </Line>
          <Words look="muted">{letter.reason}</Words>
          <Words look="small">
            {t("admin.attempts", { count: letter.attempts })} · <When at={letter.at} look="full" /> ·{" "}
            {t("admin.reference", { reference: letter.reference })}
          </Words>
          <Problem error={retry.error} />
        </Column>
      </Grow>
      <Button startIcon={<RotateCw size={14} aria-hidden />} loading={retry.isPending} onClick={() => retry.mutate(letter.id)}>
        {t("act.retry")}
      </Button>
    </Row>
  );
}
