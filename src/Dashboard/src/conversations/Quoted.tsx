import IconButton from "@mui/material/IconButton";
import { styled } from "@mui/material/styles";
import { Reply, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Words } from "../ui/Words";

const Frame = styled("div")(({ theme }) => ({
  display: "flex",
  alignItems: "center",
  gap: theme.spacing(2),
  padding: theme.spacing(1, 2),
  borderLeft: `2px solid ${theme.vars.palette.primary.main}`,
  borderRadius: 4,
  backgroundColor: theme.vars.palette.hub.sunken,
  "& > svg": { flexShrink: 0 },
  "& > span, & > p": { flex: 1, minWidth: 0 },
}));

/** The message that a reply answers: WhatsApp shows it above the reply. */
export function Quoted({ text, onRemove }: { text: string | null | undefined; onRemove?: () => void }) {
  const { t } = useTranslation();
  return (
    <Frame role="group" aria-label={t("quote.label")}>
      <Reply size={13} aria-hidden />
      <Words look="small" cut>
        {text ?? t("quote.withoutWords")}
      </Words>
      {onRemove && (
        <IconButton size="small" aria-label={t("quote.remove")} onClick={onRemove}>
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </Frame>
  );
}
