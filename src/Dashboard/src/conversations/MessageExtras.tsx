import Link from "@mui/material/Link";
import { styled } from "@mui/material/styles";
import { CircleAlert, Forward, Megaphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Message } from "../api/types";
import { Words } from "../ui/Words";

const Note = styled("p")(({ theme }) => ({
  ...theme.typography.caption,
  margin: theme.spacing(0, 0, 1),
  display: "flex",
  alignItems: "center",
  gap: theme.spacing(1),
  color: theme.vars.palette.text.secondary,
  overflowWrap: "anywhere",
  "& svg": { flexShrink: 0 },
}));

const Pairs = styled("dl")(({ theme }) => ({
  ...theme.typography.body2,
  margin: theme.spacing(1, 0),
  "& dt": { color: theme.vars.palette.text.secondary },
  "& dd": { margin: theme.spacing(0, 0, 1), overflowWrap: "anywhere" },
}));

/** Meta sends the address as it was entered; only a web address may become a link. */
const isWebAddress = (url: string) => /^https?:\/\//i.test(url);

/** Where the message came from, before its words. */
export function MessageOrigin({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { forwarded, referral } = message;
  const kind = referral?.kind === "ad" || referral?.kind === "post" ? referral.kind : "other";
  return (
    <>
      {forwarded && (
        <Note>
          <Forward size={11} aria-hidden /> {t("message.forwarded")}
        </Note>
      )}
      {referral && (
        <Note>
          <Megaphone size={11} aria-hidden />
          <span>
            {t(`message.referral.${kind}`)}
            {referral.headline && `: ${referral.headline}`}{" "}
            {referral.url && isWebAddress(referral.url) && (
              <Link href={referral.url} target="_blank" rel="noreferrer">
                {referral.url}
              </Link>
            )}
          </span>
        </Note>
      )}
    </>
  );
}

/** What the message holds beside its words, and what WhatsApp could not bring. */
export function MessageExtras({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { facts, errors } = message;
  return (
    <>
      {facts && facts.length > 0 && (
        <Pairs>
          {facts.map((fact, at) => (
            <div key={at}>
              <dt>{fact.name}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </Pairs>
      )}
      {errors?.map((error, at) => (
        <Note key={at}>
          <CircleAlert size={11} aria-hidden /> {t("message.error", { code: error.code, title: error.details ?? error.title ?? "" })}
        </Note>
      ))}
    </>
  );
}

/** What the client did to the message later. The first words stay above. */
export function MessageMarks({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { edited, editedText, revoked, reaction } = message;
  return (
    <>
      {edited && (
        <Note as="div">
          <span>
            {t(editedText ? "message.edited" : "message.editedUnseen")} {editedText && <Words>{editedText}</Words>}
          </span>
        </Note>
      )}
      {revoked && <Note>{t("message.revoked")}</Note>}
      {reaction && <Note>{t("message.reactedHere", { sign: reaction })}</Note>}
    </>
  );
}
