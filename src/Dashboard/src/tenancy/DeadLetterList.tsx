import Button from "@mui/material/Button";
import { MailCheck, RotateCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "../ui/Badge";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { Grow } from "../ui/Grow";
import { Line } from "../ui/Line";
import { Problem } from "../ui/Problem";
import { Row } from "../ui/Row";
import { When } from "../ui/When";
import { Words } from "../ui/Words";
import { useDeadLetters, useRetry } from "./useAdministration";

export function DeadLetterList() {
  const { t } = useTranslation();
  const query = useDeadLetters();
  const retry = useRetry();
  return (
    <Fetched query={query} rows={2}>
      {(letters) =>
        letters.length === 0 ? (
          <Empty sign={MailCheck} title={t("admin.noDeadLetters")} hint={t("admin.noDeadLettersHint")} />
        ) : (
          letters.map((letter) => (
            <Row key={letter.id}>
              <Grow>
                <Column gap="tight">
                  <Line>
                    <Words look="strong">{letter.name}</Words>
                    <Badge tone="low">{letter.kind}</Badge>
                    {letter.retriedAt && <Badge tone="good">{t("admin.retried")}</Badge>}
                  </Line>
                  <Words look="muted">{letter.reason}</Words>
                  <Words look="small">
                    {t("admin.attempts", { count: letter.attempts })} · <When at={letter.at} look="full" />
                  </Words>
                  {retry.variables === letter.id && <Problem error={retry.error} />}
                </Column>
              </Grow>
              <Button
                startIcon={<RotateCw size={14} aria-hidden />}
                loading={retry.isPending && retry.variables === letter.id}
                onClick={() => retry.mutate(letter.id)}
              >
                {t("act.retry")}
              </Button>
            </Row>
          ))
        )
      }
    </Fetched>
  );
}
