import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import { useMutation } from "@tanstack/react-query";
import { Download, Eye } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { media as api } from "../api/endpoints";
import type { Media } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { bytesInWords } from "../ui/formats";
import { Problem } from "../ui/Problem";
import { useLanguage } from "../ui/useLanguage";
import { Words } from "../ui/Words";
import { FileSign } from "./FileSign";

const Frame = styled("div")(({ theme }) => ({
  display: "flex",
  alignItems: "center",
  gap: theme.spacing(2.5),
  padding: theme.spacing(2),
  marginBottom: theme.spacing(1),
  borderRadius: 6,
  border: `1px solid ${theme.vars.palette.hub.line}`,
  backgroundColor: theme.vars.palette.hub.sunken,
  "& > svg": { flexShrink: 0 },
  "& > div": { flex: 1, minWidth: 0, display: "flex", flexDirection: "column" },
}));

const Shown = styled("div")(({ theme }) => ({
  marginBottom: theme.spacing(1),
  "& img, & video": { display: "block", maxWidth: "100%", maxHeight: 320, borderRadius: 6 },
  "& audio": { display: "block", width: "100%" },
}));

/** A file of a message. Whoever opens it is recorded, so nothing is opened by looking at the page. */
export function MediaCard({ media, kind }: { media: Media; kind: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const language = useLanguage();
  const [url, setUrl] = useState<string>();
  const isShown = /^(image|video|audio)\//.test(media.mimeType);
  const link = useMutation({
    mutationFn: () => api.link(media.id ?? ""),
    onSuccess: (issued) => (isShown ? setUrl(issued.url) : window.location.assign(issued.url)), // an attachment: the page stays
  });
  return (
    <>
      <Problem error={link.error} />
      <Frame>
        <FileSign mimeType={media.mimeType} />
        <div>
          <Words cut title={media.fileName ?? undefined}>
            {media.fileName ?? kind}
          </Words>
          <Words look="small">
            {media.bytes
              ? bytesInWords(media.bytes, language)
              : t(`message.media.${media.state}` as "message.media.announced", { defaultValue: media.state })}{" "}
            · {media.mimeType.split("/").at(-1)?.split(".").at(-1)}
          </Words>
        </div>
        {media.id && may("proposeReply") && url === undefined && (
          <Button
            variant="text"
            size="small"
            loading={link.isPending}
            startIcon={isShown ? <Eye size={14} aria-hidden /> : <Download size={14} aria-hidden />}
            aria-label={t(isShown ? "attachment.showNamed" : "attachment.downloadNamed", { name: media.fileName ?? kind })}
            onClick={() => link.mutate()}
          >
            {t(isShown ? "attachment.show" : "attachment.download")}
          </Button>
        )}
      </Frame>
      {url !== undefined && (
        <Shown>
          {media.mimeType.startsWith("image/") && <img src={url} alt={media.fileName ?? kind} />}
          {/* eslint-disable jsx-a11y/media-has-caption -- what a client or a lawyer recorded comes without captions */}
          {media.mimeType.startsWith("video/") && <video src={url} controls aria-label={media.fileName ?? kind} />}
          {media.mimeType.startsWith("audio/") && <audio src={url} controls aria-label={media.fileName ?? kind} />}
          {/* eslint-enable jsx-a11y/media-has-caption */}
        </Shown>
      )}
    </>
  );
}
