import Skeleton from "@mui/material/Skeleton";
import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";

const Rows = styled("div")(({ theme }) => ({ display: "flex", flexDirection: "column", gap: theme.spacing(3), padding: theme.spacing(4) }));

export function Loading({ rows = 5 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <Rows role="status" aria-label={t("state.loading")}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row}>
          <Skeleton width={`${38 + ((row * 17) % 30)}%`} height={16} />
          <Skeleton width={`${62 + ((row * 23) % 32)}%`} height={12} />
        </div>
      ))}
    </Rows>
  );
}
