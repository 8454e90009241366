import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { styled } from "@mui/material/styles";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BankAccount, LintSettings } from "../api/types";
import { Column } from "../ui/Column";
import { Fetched } from "../ui/Fetched";
import { Line } from "../ui/Line";
import { Panel } from "../ui/Panel";
import { Problem } from "../ui/Problem";
import { Words } from "../ui/Words";
import { useReplyLint } from "./useReplyLint";

const Rules = styled("div")(({ theme }) => ({
  display: "grid",
  gridTemplateColumns: "repeat(3, minmax(0, 1fr))",
  gap: theme.spacing(4, 3),
  paddingTop: theme.spacing(1),
  [theme.breakpoints.down("md")]: { gridTemplateColumns: "1fr" },
}));

const Account = styled("div")(({ theme }) => ({
  display: "grid",
  gridTemplateColumns: "160px minmax(140px, 1fr) minmax(160px, 1.4fr) auto",
  alignItems: "center",
  gap: theme.spacing(2),
  [theme.breakpoints.down("sm")]: { gridTemplateColumns: "1fr auto", "& .wide": { gridColumn: "1 / -1" } },
}));

/** What is looked for in replies, what of it blocks them, and the accounts that they may name. */
export function ReplyLintPanel() {
  const { t } = useTranslation();
  const { query } = useReplyLint();
  return (
    <Panel title={t("lintSettings.title")}>
      <Fetched query={query} rows={4}>
        {(settings) => <LintForm key={JSON.stringify(settings)} settings={settings} />}
      </Fetched>
    </Panel>
  );
}

function LintForm({ settings }: { settings: LintSettings }) {
  const { t } = useTranslation();
  const { save } = useReplyLint();
  const [rules, setRules] = useState(settings.rules);
  const [accounts, setAccounts] = useState<readonly BankAccount[]>(settings.accounts);
  const change = (index: number, changed: BankAccount) => setAccounts(accounts.map((account, at) => (at === index ? changed : account)));
  const complete = accounts.every(
    ({ bank, number, holder }) => bank.trim() !== "" && holder.trim() !== "" && number.replace(/\D/g, "").length >= 8,
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ rules, accounts });
      }}
    >
      <Column>
        <Words look="muted">{t("lintSettings.hint")}</Words>
        <Rules>
          {rules.map(({ rule, severity }) => (
            <TextField
              key={rule}
              select
              label={t(`lintSettings.rule.${rule}`)}
              value={severity}
              onChange={(event) =>
                setRules(rules.map((one) => (one.rule === rule ? { rule, severity: event.target.value as typeof severity } : one)))
              }
            >
              <MenuItem value="block">{t("lintSettings.blocks")}</MenuItem>
              <MenuItem value="warn">{t("lintSettings.warns")}</MenuItem>
            </TextField>
          ))}
        </Rules>
        <Typography variant="overline" component="h3" color="textSecondary">
          {t("lintSettings.accounts")}
        </Typography>
        {accounts.length === 0 && <Words look="muted">{t("lintSettings.noAccounts")}</Words>}
        {accounts.map((account, index) => (
          <Account key={index}>
            <TextField
              label={t("lintSettings.bank")}
              value={account.bank}
              onChange={(event) => change(index, { ...account, bank: event.target.value })}
              slotProps={{ htmlInput: { maxLength: 80 } }}
            />
            <TextField
              className="wide"
              label={t("lintSettings.number")}
              value={account.number}
              onChange={(event) => change(index, { ...account, number: event.target.value })}
              slotProps={{ htmlInput: { maxLength: 40, inputMode: "numeric" } }}
            />
            <TextField
              className="wide"
              label={t("lintSettings.holder")}
              value={account.holder}
              onChange={(event) => change(index, { ...account, holder: event.target.value })}
              slotProps={{ htmlInput: { maxLength: 80 } }}
            />
            <IconButton
              aria-label={t("lintSettings.remove", { bank: account.bank, number: account.number })}
              onClick={() => setAccounts(accounts.filter((_, at) => at !== index))}
            >
              <Trash2 size={16} aria-hidden />
            </IconButton>
          </Account>
        ))}
        <div>
          <Button
            variant="outlined"
            startIcon={<Plus size={15} aria-hidden />}
            onClick={() => setAccounts([...accounts, { bank: "", number: "", holder: "" }])}
          >
            {t("lintSettings.add")}
          </Button>
        </div>
        <Problem error={save.error} />
        <Line>
          <Button type="submit" variant="contained" loading={save.isPending} disabled={!complete}>
            {t("act.save")}
          </Button>
          {save.isSuccess && (
            <Words look="small" as="div">
              <span role="status">{t("office.saved")}</span>
            </Words>
          )}
        </Line>
      </Column>
    </form>
  );
}
