import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { Line } from "./Line";

interface Props {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}

/** The way to the next page of a list; nothing at its end. */
export function More({ query }: Props) {
  const { t } = useTranslation();
  if (!query.hasNextPage) return null;
  return (
    <Line>
      <Button variant="text" fullWidth loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t("act.more")}
      </Button>
    </Line>
  );
}
