import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import { wordDiff } from "./wordDiff";

const Text = styled("p")(({ theme }) => ({
  ...theme.typography.body1,
  margin: 0,
  whiteSpace: "pre-wrap",
  overflowWrap: "anywhere",
  "& ins": { textDecoration: "underline", textUnderlineOffset: 3, borderRadius: 3, backgroundColor: theme.vars.palette.hub.inserted },
  "& del": { borderRadius: 3, color: theme.vars.palette.text.secondary, backgroundColor: theme.vars.palette.hub.removed },
}));

/** How a person changed what assist had offered; lines mark it as well as colours. */
export function Difference({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation();
  return (
    <Text aria-label={t("reply.difference")}>
      {wordDiff(before, after).map((part, index) =>
        part.kind === "added" ? (
          <ins key={index}>{part.text}</ins>
        ) : part.kind === "removed" ? (
          <del key={index}>{part.text}</del>
        ) : (
          <span key={index}>{part.text}</span>
        ),
      )}
    </Text>
  );
}
