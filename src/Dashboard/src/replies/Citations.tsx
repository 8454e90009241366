import Link from "@mui/material/Link";
import { styled } from "@mui/material/styles";
import { BookOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import type { Citation } from "../api/types";
import { Words } from "../ui/Words";

const List = styled("ul")(({ theme }) => ({
  ...theme.typography.body2,
  listStyle: "none",
  margin: 0,
  padding: 0,
  display: "flex",
  flexDirection: "column",
  gap: theme.spacing(0.5),
  "& li": { display: "flex", alignItems: "center", gap: theme.spacing(1.5) },
  "& svg": { flexShrink: 0 },
}));

/** The articles a draft leans on; a draft that leans on none says so. */
export function Citations({ citations }: { citations: readonly Citation[] | null | undefined }) {
  const { t } = useTranslation();
  if (!citations || citations.length === 0) return <Words look="muted">{t("reply.noCitation")}</Words>;
  return (
    <List aria-label={t("reply.citations")}>
      {citations.map(({ articleId, title }) => (
        <li key={articleId}>
          <BookOpen size={13} aria-hidden />
          <Link component={RouterLink} to={`/knowledge/${articleId}`}>
            {title}
          </Link>
        </li>
      ))}
    </List>
  );
}
