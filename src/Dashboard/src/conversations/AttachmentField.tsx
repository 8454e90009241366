import IconButton from "@mui/material/IconButton";
import LinearProgress from "@mui/material/LinearProgress";
import { styled } from "@mui/material/styles";
import { CheckCircle2, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { bytesInWords } from "../ui/formats";
import { Problem } from "../ui/Problem";
import { useLanguage } from "../ui/useLanguage";
import { Words } from "../ui/Words";
import { FileSign } from "./FileSign";
import type { Attachment } from "./useAttachment";

const Frame = styled("div")(({ theme }) => ({
  display: "flex",
  alignItems: "center",
  gap: theme.spacing(2.5),
  padding: theme.spacing(2, 2, 2, 3),
  borderRadius: 8,
  border: `1px solid ${theme.vars.palette.hub.line}`,
  backgroundColor: theme.vars.palette.hub.sunken,
  "& > svg": { flexShrink: 0 },
  "& > div": { flex: 1, minWidth: 0, display: "grid", gap: theme.spacing(1) },
}));

/** The file that the words go with, and how it is doing. */
export function AttachmentField({ attachment, onRemove }: { attachment: Attachment; onRemove: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { file, part, media, error } = attachment;
  const state = media?.state;
  const bad = state === "infected" || state === "unscannable" || state === "purged";
  return (
    <>
      {error !== undefined && <Problem error={error} />}
      <Frame role="group" aria-label={t("attachment.label")}>
        <FileSign mimeType={media?.mimeType ?? file.type} />
        <div>
          <Words cut title={file.name}>
            {file.name}
          </Words>
          <Words look="small" role="status">
            {bytesInWords(file.size, language)} ·{" "}
            {error !== undefined
              ? t("attachment.failed")
              : state === "clean"
                ? t("attachment.ready")
                : bad
                  ? t(`problem.codes.media_${state}`)
                  : state === undefined && part < 1
                    ? t("attachment.uploading", { part: Math.round(part * 100) })
                    : t("attachment.scanning")}
          </Words>
          {error === undefined && !bad && state !== "clean" && (
            <LinearProgress
              aria-label={t("attachment.progress")}
              variant={part < 1 ? "determinate" : "indeterminate"}
              value={Math.round(part * 100)}
            />
          )}
        </div>
        {state === "clean" && <CheckCircle2 size={16} aria-hidden />}
        <IconButton size="small" aria-label={t("attachment.remove")} onClick={onRemove}>
          <X size={15} aria-hidden />
        </IconButton>
      </Frame>
    </>
  );
}
