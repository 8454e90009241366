import Alert from "@mui/material/Alert";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Verification } from "../api/types";
import { number } from "../ui/formats";
import { useLanguage } from "../ui/useLanguage";
import { When } from "../ui/When";
import { shortId } from "./shortId";
import { streamName } from "./streamName";

/** The answer to "has anything been altered?": every break and every finding is named, and leads to its place. */
export function VerificationResult({ result }: { result: Verification }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const counted = t("audit.counted", { events: number(result.events, language), streams: number(result.streams, language) });
  const underSeal = t("seal.sealedAnd", { sealed: number(result.sealed, language), checkpoints: number(result.checkpoints, language) });
  return (
    <Alert
      role="status"
      aria-label={t("audit.result")}
      severity={result.intact ? "success" : "error"}
      icon={result.intact ? <ShieldCheck size={18} /> : <ShieldAlert size={18} />}
    >
      <strong>{result.intact ? t("audit.intact") : t("audit.broken", { count: result.found })}</strong> {counted}, {underSeal} ·{" "}
      <When at={result.verifiedAt} look="full" />
      {result.found > 0 && (
        <ul>
          {result.breaks.map((one) => (
            <li key={`${one.streamId}:${one.version}:${one.code}`}>
              <Link to={`/audit/streams/${one.streamId}`}>
                {streamName(one.streamType, t)} {shortId(one.streamId)} · v{one.version}
              </Link>
              {one.sequence !== null && one.sequence !== undefined && ` · #${one.sequence}`}: {one.problem}
            </li>
          ))}
          {result.findings.map((one, index) => (
            <li key={index}>
              {typeof one.sequence === "number" && (
                <>
                  <Link to={`/audit?at=${one.sequence}`}>#{one.sequence}</Link>:{" "}
                </>
              )}
              {typeof one.checkpointSize === "number" && `${t("seal.checkpoints")} ${number(one.checkpointSize, language)}: `}
              {one.problem}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
