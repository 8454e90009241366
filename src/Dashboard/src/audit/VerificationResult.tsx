import Alert from "@mui/material/Alert";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Verification } from "../api/types";
import { number } from "../ui/formats";
import { useLanguage } from "../ui/useLanguage";
import { When } from "../ui/When";
import { shortId } from "./shortId";

/** The answer to "has anything been altered?": every break is named with its stream, version and position. */
export function VerificationResult({ result }: { result: Verification }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const counted = t("audit.counted", { events: number(result.events, language), streams: number(result.streams, language) });
  return (
    <Alert
      role="status"
      aria-label={t("audit.result")}
      severity={result.intact ? "success" : "error"}
      icon={result.intact ? <ShieldCheck size={18} /> : <ShieldAlert size={18} />}
    >
      <strong>{result.intact ? t("audit.intact") : t("audit.broken", { count: result.breaks.length })}</strong> {counted} ·{" "}
      <When at={result.verifiedAt} look="full" />
      {result.breaks.length > 0 && (
        <ul>
          {result.breaks.map((one) => (
            <li key={`${one.streamId}:${one.version}:${one.problem}`}>
              {one.streamType} {shortId(one.streamId)} · v{one.version}{" "}
              {one.sequence !== null && one.sequence !== undefined && ` · #${one.sequence}`}: {one.problem}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
