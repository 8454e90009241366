import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { conversations } from "../api/endpoints";
import type { Id } from "../api/types";
import { ReasonDialog } from "../ui/ReasonDialog";
import { Words } from "../ui/Words";

// The word of the button stands where a value would.
const InLine = styled(Button)(({ theme }) => ({ margin: theme.spacing(-1, 0, -1, -2), minHeight: 0 }));

/** The client's whole number, once somebody has said why; it is kept nowhere and gone with the page. */
export function ClientNumber({ conversation }: { conversation: Id }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const reveal = useMutation({
    mutationFn: (reason: string) => conversations.revealNumber(conversation, reason),
    onSuccess: () => setAsking(false),
    gcTime: 0,
  });
  if (reveal.data) return <Words className="figures">{reveal.data.number}</Words>;
  return (
    <>
      <InLine size="small" variant="text" onClick={() => setAsking(true)}>
        {t("number.show")}
      </InLine>
      {asking && (
        <ReasonDialog
          title={t("number.title")}
          explanation={t("number.explanation")}
          confirm={t("number.show")}
          pending={reveal.isPending}
          error={reveal.error}
          onConfirm={(reason) => reveal.mutate(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
