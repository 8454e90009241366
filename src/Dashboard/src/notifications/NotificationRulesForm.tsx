import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { styled } from "@mui/material/styles";
import type { UseMutationResult } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Id, NotificationRule, NotificationRules, NotificationRulesBody, Person } from "../api/types";
import { Column } from "../ui/Column";
import { Line } from "../ui/Line";
import { Problem } from "../ui/Problem";
import { Words } from "../ui/Words";
import { RuleFields } from "./RuleFields";

const Group = styled("fieldset")({ border: 0, margin: 0, padding: 0, minWidth: 0 });

interface Props {
  published: NotificationRules;
  lawyers: readonly Person[];
  publish: UseMutationResult<unknown, Error, NotificationRulesBody>;
}

/** Who is told of what, how, and how often until somebody has seen it; and who is on duty. */
export function NotificationRulesForm({ published, lawyers, publish }: Props) {
  const { t } = useTranslation();
  const [duty, setDuty] = useState<readonly Id[]>(published.duty);
  const [rules, setRules] = useState<readonly NotificationRule[]>(published.rules);
  const complete = rules.every((rule) => rule.standing === "off" || rule.to.length > 0);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        publish.mutate({
          duty: [...duty],
          rules: rules
            .filter(({ standing }) => standing === "own")
            .map(({ occasion, to, later, by, repeatMinutes }) => ({ occasion, to, later, by, repeatMinutes: repeatMinutes ?? null })),
          off: rules.filter(({ standing }) => standing === "off").map(({ occasion }) => occasion),
        });
      }}
    >
      <Column>
        <Group>
          <legend>
            <Words look="strong">{t("rules.duty")}</Words>
          </legend>
          <Line gap="tight">
            {lawyers.map(({ id, name }) => (
              <FormControlLabel
                key={id}
                label={name}
                control={
                  <Checkbox
                    size="small"
                    checked={duty.includes(id)}
                    onChange={(_, on) => setDuty(on ? [...duty, id] : duty.filter((other) => other !== id))}
                  />
                }
              />
            ))}
          </Line>
          <Words look="small">{t("rules.dutyHint")}</Words>
        </Group>
        {rules.map((rule, index) => (
          <RuleFields
            key={rule.occasion}
            rule={rule}
            usual={published.rules[index]?.standing === "usual" ? published.rules[index] : undefined}
            change={(changed) => setRules(rules.map((other, at) => (at === index ? changed : other)))}
          />
        ))}
        <Problem error={publish.error} />
        <Line>
          <Button type="submit" variant="contained" disabled={!complete || publish.isPending}>
            {t("rules.publish")}
          </Button>
          {publish.isSuccess && <Words look="muted">{t("rules.published")}</Words>}
        </Line>
      </Column>
    </form>
  );
}
