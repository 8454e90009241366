import Button from "@mui/material/Button";
import { MailCheck, RotateCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { DeadLetter } from "../api/types";
import { Chips } from "../ui/Chips";
import { Column } from "../ui/Column";
import { Empty } from "../ui/Empty";
import { Fetched } from "../ui/Fetched";
import { Grow } from "../ui/Grow";
import { Problem } from "../ui/Problem";
import { Row } from "../ui/Row";
import { Words } from "../ui/Words";
import { DeadLetterRow } from "./DeadLetterRow";
import { isLetterKind, letterKinds, type LetterKind } from "./letterKinds";
import { useDeadLetters, useRetryAll } from "./useAdministration";

type Choice = "all" | "waiting" | LetterKind;

const fits = (letter: DeadLetter, choice: Choice) =>
  choice === "all" || (choice === "waiting" ? !letter.retriedAt : letter.kind === choice);

export function DeadLetterList() {
  const { t } = useTranslation();
  const query = useDeadLetters();
  return (
    <Fetched query={query} rows={2}>
      {(letters) =>
        letters.length === 0 ? (
          <Empty sign={MailCheck} title={t("admin.noDeadLetters")} hint={t("admin.noDeadLettersHint")} />
        ) : (
          <Letters letters={letters} />
        )
      }
    </Fetched>
  );
}

function Letters({ letters }: { letters: readonly DeadLetter[] }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const retryAll = useRetryAll();
  const wanted = search.get("letters");
  const choice: Choice = wanted === "all" || isLetterKind(wanted) ? wanted : "waiting";
  const shown = letters.filter((letter) => fits(letter, choice));
  const count = (of: Choice) => letters.filter((letter) => fits(letter, of)).length;
  const choose = (value: Choice) => setSearch(value === "waiting" ? {} : { letters: value }, { replace: true });
  return (
    <>
      <Row>
        <Grow>
          <Column gap="tight">
            <Chips<Choice>
              label={t("admin.letterView.label")}
              value={choice}
              onChange={choose}
              options={[
                { value: "waiting", label: t("admin.letterView.waiting"), count: count("waiting") },
                ...letterKinds
                  .filter((kind) => kind === choice || count(kind) > 0)
                  .map((kind) => ({ value: kind, label: t(`admin.letterKind.${kind}`), count: count(kind) })),
                { value: "all", label: t("admin.letterView.all"), count: letters.length },
              ]}
            />
            {retryAll.data && (
              <Words look="small" role="status">
                {t("admin.retriedAll", { count: retryAll.data.retried, failed: retryAll.data.failed })}
              </Words>
            )}
            <Problem error={retryAll.error} />
          </Column>
        </Grow>
        {shown.some((letter) => !letter.retriedAt) && (
          <Button
            startIcon={<RotateCw size={14} aria-hidden />}
            loading={retryAll.isPending}
            onClick={() => retryAll.mutate(isLetterKind(choice) ? choice : undefined)}
          >
            {t("admin.allWaiting")}
          </Button>
        )}
      </Row>
      {shown.length === 0 && <Empty sign={MailCheck} title={t("admin.noneOfThese")} hint={t("admin.noDeadLettersHint")} />}
      {shown.map((letter) => (
        <DeadLetterRow key={letter.id} letter={letter} />
      ))}
    </>
  );
}
