import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import { RotateCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Problem } from "./Problem";

const Frame = styled("div")(({ theme }) => ({
  padding: theme.spacing(4),
  display: "flex",
  flexDirection: "column",
  alignItems: "flex-start",
  gap: theme.spacing(3),
  "& > .MuiAlert-root": { width: "100%" },
}));

export function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  return (
    <Frame>
      <Problem error={error} />
      <Button startIcon={<RotateCw size={14} aria-hidden />} onClick={retry}>
        {t("act.tryAgain")}
      </Button>
    </Frame>
  );
}
