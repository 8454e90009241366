import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import type { Definition } from "../api/types";

interface Props {
  definition: Definition;
  label: string;
  /** Undefined is the draft. */
  value: number | undefined;
  onChange: (version: number | undefined) => void;
  withDraft?: boolean;
}

const draft = "draft";

export function VersionChoice({ definition, label, value, onChange, withDraft = false }: Props) {
  const { t } = useTranslation();
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value ?? draft}
      onChange={(event) => onChange(event.target.value === draft ? undefined : Number(event.target.value))}
    >
      {withDraft && <MenuItem value={draft}>{t("questionTree.state.draft")}</MenuItem>}
      {definition.versions.map(({ version }) => {
        const running = definition.running.find((use) => use.version === version)?.sessions ?? 0;
        return (
          <MenuItem key={version} value={version}>
            {running > 0 ? `v${version} · ${t("questionTree.running", { count: running })}` : `v${version}`}
          </MenuItem>
        );
      })}
    </TextField>
  );
}
