import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Conversation } from "../api/types";
import { useMay } from "../tenancy/currentSession";
import { Column } from "../ui/Column";
import { ReasonDialog } from "../ui/ReasonDialog";
import { Words } from "../ui/Words";
import { useSettleIdentity } from "./useConversations";

/** Two clients share a name that WhatsApp knows them by: only a person can say who is who. */
export function IdentityDoubt({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const may = useMay();
  const [asked, setAsked] = useState(false);
  const settle = useSettleIdentity(conversation.id);
  return (
    <Column gap="snug">
      <Words look="muted">{t("identity.doubtHint")}</Words>
      {may("readContent") && (
        <div>
          <Button variant="outlined" onClick={() => setAsked(true)}>
            {t("identity.settle")}
          </Button>
        </div>
      )}
      {asked && (
        <ReasonDialog
          title={t("identity.settleTitle")}
          explanation={t("identity.doubtHint")}
          label={t("identity.settleLabel")}
          confirm={t("identity.settle")}
          pending={settle.isPending}
          error={settle.error}
          onConfirm={(reason) => settle.mutate(reason, { onSuccess: () => setAsked(false) })}
          onClose={() => setAsked(false)}
        />
      )}
    </Column>
  );
}
